import { SaxesParser } from "saxes";
import { readDoctype } from "../../conformance/xml/doctype.ts";
import { recordFirstError } from "../../conformance/xml/first-error.ts";
import { isLikeAtom } from "../../conformance/xml/namespaces.ts";
import type { XmlError } from "../../conformance/xml/xml-error.ts";

/** The addresses in a feed document, and its first syntax error. */
export interface DeclaredLinks {
  /** The addresses of the feed itself, as written; relative ones are resolved against an absolute `xml:base`. */
  readonly selves: readonly string[];
  /** UTF-16 units before the elements with those addresses. */
  readonly selfOffsets: readonly number[];
  /** The hubs (WebSub §4), in the same form. */
  readonly hubs: readonly string[];
  /** Undefined if the document is well-formed. */
  readonly mistake?: XmlError;
}

interface OpenElement {
  readonly local: string;
  /** The base of its addresses (`xml:base`); undefined if it is the address of the document. */
  readonly base: string | undefined;
}

/** Reads the links of an XML feed, without a tree of its entries: a feed may have tens of thousands. */
export function readFeedLinks(text: string): DeclaredLinks {
  const document = text.replace(/^[\s\uFEFF]+/, "");
  const parser = new SaxesParser({ xmlns: true, position: true });
  const selves: string[] = [];
  const selfOffsets: number[] = [];
  const hubs: string[] = [];
  const open: OpenElement[] = [];
  let root: { readonly local: string; readonly uri: string } | undefined; // another check reports a wrong namespace
  const firstError = recordFirstError(parser, text, document);
  parser.on("doctype", (doctype) =>
    Object.assign(
      parser.ENTITIES,
      readDoctype(doctype, () => {}),
    ),
  );
  parser.on("opentag", ({ attributes, local, uri }) => {
    const isOfFeed = open.length === (open[0]?.local === "feed" ? 1 : 2);
    const { rel, href, "xml:base": base } = attributes;
    const element = { local, base: base === undefined ? open.at(-1)?.base : resolve(base.value, open.at(-1)?.base) };
    const address = resolve(href?.value ?? "", element.base);
    root ??= { local, uri };
    const isLink = local === "link" && isOfFeed && (isLikeAtom(uri) || (root.local === "feed" && root.uri === uri));
    if (isLink && rel?.value === "self") {
      selves.push(address);
      selfOffsets.push(text.length - document.length + document.lastIndexOf("<", parser.position - 1));
    }
    if (isLink && rel?.value === "hub") hubs.push(address);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.write(document).close();
  const mistake = firstError();
  return mistake === undefined ? { selves, hubs, selfOffsets } : { selves: [], hubs: [], selfOffsets: [], mistake };
}

function resolve(reference: string, base: string | undefined): string {
  return URL.canParse(reference) ? reference : (URL.parse(reference, base)?.href ?? reference);
}
