import { shortenOutput } from "../../conformance/xml/after-root.ts";
import { type DocumentKind, documentKindOf } from "./document-kind.ts";

/** A feed with something before it, such as a warning of PHP. */
export interface OutputBefore {
  readonly kind: Extract<DocumentKind, "atom" | "rdf" | "rss">;
  /** UTF-16 units before the feed. */
  readonly offset: number;
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
  if (/^\s*(?:\{(?![{%])|\[)/.test(start)) return undefined; // JSON, which may quote a feed
  const found = /<(rss|feed|rdf:RDF)\s[^<>]*(?:version|xmlns)/i.exec(start);
  if (found === null) return undefined;
  const [, name = ""] = found;
  const root = found.index;
  const declaration = start.slice(0, root).lastIndexOf("<?xml ");
  const offset = declaration < 0 ? root : declaration;
  const before = start.slice(0, offset);
  if (/<(?:html|body)[\s>]/i.test(before)) return undefined; // a page that shows a feed
  const kind = roots[name.toLowerCase() as keyof typeof roots];
  return { kind, offset, output: shortenOutput(before), isFrontMatter: /^[\s\uFEFF]*---\s*[\r\n]/.test(before) };
}
