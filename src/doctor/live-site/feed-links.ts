import { SaxesParser } from "saxes";
import { readDoctype } from "../../conformance/xml/doctype.ts";
import { ATOM } from "../../conformance/xml/namespaces.ts";
import { explainXmlError, findBareAmpersand, type XmlError } from "../../conformance/xml/xml-error.ts";

/** The addresses in a feed document, and its first syntax error. */
export interface FeedLinks {
  /** The addresses of the feed itself, as written. */
  readonly selves: readonly string[];
  /** The hubs (WebSub §4), as written. */
  readonly hubs: readonly string[];
  /** Undefined if the document is well-formed. */
  readonly mistake?: string;
}

/** Reads the links of an XML feed, without a tree of its entries: a feed may have tens of thousands. */
export function readFeedLinks(text: string): FeedLinks {
  const document = text.replace(/^[\s\uFEFF]+/, "");
  const skippedLines = text.slice(0, text.length - document.length).split("\n").length - 1;
  const parser = new SaxesParser({ xmlns: true, position: true });
  const selves: string[] = [];
  const hubs: string[] = [];
  const open: string[] = [];
  let error: XmlError | undefined;
  parser.on("error", ({ message }) => {
    error ??= explainXmlError(message);
  });
  parser.on("doctype", (doctype) =>
    Object.assign(
      parser.ENTITIES,
      readDoctype(doctype, () => {}),
    ),
  );
  parser.on("opentag", ({ attributes, local, uri }) => {
    const isOfFeed = open.length === (open[0] === "feed" ? 1 : 2);
    const { rel, href } = attributes;
    if (local === "link" && uri === ATOM && isOfFeed && rel?.value === "self") selves.push(href?.value ?? "");
    if (local === "link" && uri === ATOM && isOfFeed && rel?.value === "hub") hubs.push(href?.value ?? "");
    open.push(local);
  });
  parser.on("closetag", () => void open.pop());
  parser.write(document).close();
  if (error === undefined) return { selves, hubs };
  const ampersand = findBareAmpersand(document);
  const first = ampersand && ampersand.line <= error.line ? ampersand : error;
  return { selves: [], hubs: [], mistake: `line ${first.line + skippedLines}: ${first.reason}` };
}
