import { shortenOutput } from "../../conformance/xml/after-root.ts";
import { type DocumentKind, documentKindOf, prologLength, versionOffset } from "./document-kind.ts";

/** A feed with something before it, or between its XML declaration and its root element, such as a warning of PHP. */
export interface OutputBefore {
  readonly kind: Exclude<DocumentKind, "html" | "unknown">;
  /** UTF-16 units before the feed; before its root element if the output follows the XML declaration. */
  readonly offset: number;
  /** UTF-16 units before the output; undefined if it is at the beginning of the document. */
  readonly afterDeclaration?: number;
  /** The output, on one line and shortened. */
  readonly output: string;
  /** True if it is the front matter that a site generator should have read. */
  readonly isFrontMatter: boolean;
}

const maxStart = 100_000; // UTF-16 units
const roots = { rss: "rss", feed: "atom", "rdf:rdf": "rdf" } as const;

/** Finds a feed that does not begin the document. Returns undefined for a feed without anything before it, and for another document. */
export function findOutputBefore(text: string): OutputBefore | undefined {
  const start = text.slice(0, maxStart);
  if (Object.values<string>(roots).includes(documentKindOf(start))) return undefined;
  if (json.test(start)) return undefined; // which may quote a feed
  const found = findXmlFeed(start) ?? findJsonFeed(start, text);
  if (found === undefined) return undefined;
  const { afterDeclaration = 0, offset } = found;
  const before = start.slice(afterDeclaration, offset);
  if (/<(?:html|body)[\s>]/i.test(before)) return undefined; // a page that shows a feed
  return { ...found, output: shortenOutput(before), isFrontMatter: /^[\s\uFEFF]*---\s*[\r\n]/.test(before) };
}

// A program may begin its output with a time or a level: [notice].
const json = /^\s*(?:\{(?![{%])|"|\[\s*(?:[{["\]]|-?\d+\s*[,\]]))/;

type Start = Pick<OutputBefore, "afterDeclaration" | "kind" | "offset">;

function findXmlFeed(start: string): Start | undefined {
  const found = /<(rss|feed|rdf:RDF)\s[^<>]*(?:version|xmlns)/i.exec(start);
  if (found === null) return undefined;
  const [, name = ""] = found;
  const root = found.index;
  const kind = roots[name.toLowerCase() as keyof typeof roots];
  const declaration = start.slice(0, root).lastIndexOf("<?xml ");
  if (declaration < 0) return { kind, offset: root };
  const isFirst = start.slice(0, declaration).trim() === "";
  return isFirst ? { kind, offset: root, afterDeclaration: prologLength(start) } : { kind, offset: declaration };
}

function findJsonFeed(start: string, text: string): Start | undefined {
  const version = versionOffset(start);
  const isMarkup = /^\s*<!doctype/i.test(start) || (/^\s*</.test(start) && text.trimEnd().endsWith(">")); // a page that shows a feed
  if (version === undefined || isMarkup) return undefined;
  const before = start.slice(0, version);
  const offset = [/\{\s*\S{0,7}$/, /^[ \t]*\{(?![{%])/m, /\{(?![{%])/].map((brace) => before.search(brace)).find((found) => found >= 0);
  return offset === undefined ? undefined : { kind: "json", offset };
}
