import { SaxesParser } from "saxes";
import { readDoctype } from "../../conformance/xml/doctype.ts";
import { recordFirstError } from "../../conformance/xml/first-error.ts";
import { isLikeAtom } from "../../conformance/xml/namespaces.ts";
import type { XmlError } from "../../conformance/xml/xml-error.ts";

/** The addresses in a feed document, and its first syntax error. */
export interface DeclaredLinks {
  /** The addresses of the feed itself, as written. */
  readonly selves: readonly string[];
  /** UTF-16 units before the elements with those addresses. */
  readonly selfOffsets: readonly number[];
  /** The hubs (WebSub §4), as written. */
  readonly hubs: readonly string[];
  /** Undefined if the document is well-formed. */
  readonly mistake?: XmlError;
}

/** Reads the links of an XML feed, without a tree of its entries: a feed may have tens of thousands. */
export function readFeedLinks(text: string): DeclaredLinks {
  const document = text.replace(/^[\s\uFEFF]+/, "");
  const parser = new SaxesParser({ xmlns: true, position: true });
  const selves: string[] = [];
  const selfOffsets: number[] = [];
  const hubs: string[] = [];
  const open: string[] = [];
  let root: { readonly local: string; readonly uri: string } | undefined; // another check reports a wrong namespace
  const firstError = recordFirstError(parser, text, document);
  parser.on("doctype", (doctype) =>
    Object.assign(
      parser.ENTITIES,
      readDoctype(doctype, () => {}),
    ),
  );
  parser.on("opentag", ({ attributes, local, uri }) => {
    const isOfFeed = open.length === (open[0] === "feed" ? 1 : 2);
    const { rel, href } = attributes;
    root ??= { local, uri };
    const isLink = local === "link" && isOfFeed && (isLikeAtom(uri) || (root.local === "feed" && root.uri === uri));
    if (isLink && rel?.value === "self") {
      selves.push(href?.value ?? "");
      selfOffsets.push(text.length - document.length + document.lastIndexOf("<", parser.position - 1));
    }
    if (isLink && rel?.value === "hub") hubs.push(href?.value ?? "");
    open.push(local);
  });
  parser.on("closetag", () => void open.pop());
  parser.write(document).close();
  const mistake = firstError();
  return mistake === undefined ? { selves, hubs, selfOffsets } : { selves: [], hubs: [], selfOffsets: [], mistake };
}
