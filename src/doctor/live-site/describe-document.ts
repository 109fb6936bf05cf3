import { findPhpOutput, phpAdvice } from "../../conformance/xml/php-output.ts";

const roots: Readonly<Record<string, string>> = {
  entry: "it is a lone Atom entry: readers need a feed around it",
  urlset: "it is a sitemap",
  sitemapindex: "it is a sitemap",
  opml: "it is OPML, a list of feeds",
  svg: "it is a picture (SVG)",
};

const prolog = /^(?:\s|\uFEFF|<\?[^>]*>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>)+/i;

const pointer = "version https://git-lfs.github.com/spec/";
const pointerAdvice =
  "Fetch the file before it is published: git lfs pull, or lfs: true for actions/checkout; better keep feeds out of Git LFS in .gitattributes";

/** Returns the reason why a document is not a feed, a clause, and the remedy if it is a special one. */
export function describeDocument(text: string): { readonly reason: string; readonly advice?: string } {
  const start = text.slice(0, 100_000).replace(prolog, "");
  if (start.startsWith(pointer)) return { reason: "it is a pointer of Git LFS, and not the file itself", advice: pointerAdvice };
  const [output] = findPhpOutput(start);
  return output !== undefined && start.slice(0, output.start).trim() === ""
    ? { reason: `it is a message of PHP: ${JSON.stringify(output.message)}`, advice: phpAdvice }
    : { reason: reasonIn(text, start) };
}

function reasonIn(text: string, start: string): string {
  if (start.trim() === "") return "it is empty";
  if (/^[[{]/.test(start)) return describeJson(text);
  const [, name] = /^<(?:[\w.-]+:)?([a-z][\w.-]*)/i.exec(start) ?? [];
  if (name === undefined) return `it is neither XML nor JSON: it begins with ${JSON.stringify(start.slice(0, 40))}`;
  return roots[name.toLowerCase()] ?? `it is XML with the root element <${name}>, and not <rss> or <feed>`;
}

function describeJson(text: string): string {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    const isList = Array.isArray(value);
    return isList
      ? "it is a JSON array, and not an object"
      : "it is JSON without the version of JSON Feed: https://jsonfeed.org/version/1.1";
  } catch (error) {
    return `it is JSON with a syntax error: ${(error as Error).message}`;
  }
}
