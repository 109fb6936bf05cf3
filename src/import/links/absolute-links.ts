import type { DefaultTreeAdapterMap } from "parse5";
import { canonicalUrl } from "../../base/canonical-url.ts";
import { escapeMarkup } from "../../base/escape.ts";
import { alternatives, isSetName, mayLoadPicture } from "../../content/plain-html/lazy-attributes.ts";
import { mapSrcset } from "../../content/plain-html/srcset.ts";
import { parseHtmlTree } from "../../limits/limited-html.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const attributes = new Set(["href", "src", "poster", "data-poster", "cite", "longdesc"]);

/**
 * Makes the relative references of HTML absolute, and references to anchors of its own page relative, because anchors get
 * other names when an article is compiled. The rest of the HTML is unchanged.
 * @param base absolute URL that references are relative to
 * @param page absolute URL of the page that contains the HTML
 */
export function absoluteLinks(html: string, base: string | undefined, page = base): string {
  return base === undefined ? html : mapReferences(html, (reference) => resolved(reference, base, page));
}

/**
 * Replaces the references of links, pictures and recordings in HTML. The rest of the HTML is unchanged.
 * @param replace returns the new reference; undefined to keep the old one
 */
export function mapReferences(html: string, replace: (reference: string) => string | undefined): string {
  const edits: Edit[] = [];
  collect(parseHtmlTree(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }), replace, edits);
  edits.sort((a, b) => a.start - b.start);
  let end = 0;
  const parts = edits.flatMap((edit) => {
    const before = html.slice(end, edit.start);
    end = edit.end;
    return [before, edit.text];
  });
  return [...parts, html.slice(end)].join("");
}

// Iterative, since deeply nested HTML from an attacker would overflow the stack.
function collect(root: Node, resolve: (reference: string) => string | undefined, edits: Edit[]): void {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("attrs" in node) edits.push(...editsOf(node, resolve));
    if ("content" in node) open.push(node.content);
    if ("childNodes" in node) for (const child of node.childNodes) open.push(child);
  }
}

function editsOf(element: Element, resolve: (reference: string) => string | undefined): Edit[] {
  return element.attrs.flatMap(({ name, value }) => {
    const place = element.sourceCodeLocation?.attrs?.[name];
    const url = newValue(element.tagName, name, value, resolve);
    if (place === undefined || url === undefined) return [];
    const text = `${name}="${escapeMarkup(url)}"`;
    return [{ start: place.startOffset, end: place.endOffset, text }];
  });
}

function newValue(tagName: string, name: string, value: string, resolve: (reference: string) => string | undefined): string | undefined {
  if (isSetName(name)) {
    const absolute = mapSrcset(value, (url) => resolve(url) ?? url);
    return absolute === value ? undefined : absolute;
  }
  if (!attributes.has(name) && mayLoadPicture(name, value)) {
    const parts = alternatives(value.trim());
    const absolute = parts.map((part) => resolve(part) ?? part).join("|");
    return absolute === parts.join("|") ? undefined : absolute;
  }
  return attributes.has(name) || (name === "data" && tagName === "object") ? resolve(value.trim()) : undefined;
}

// Undefined if the reference stays unchanged.
function resolved(reference: string, base: string, page: string | undefined): string | undefined {
  if (reference === "" || reference.startsWith("#")) return undefined;
  if (page !== undefined && reference.startsWith(`${page}#`)) return reference.slice(page.length);
  return /^[a-z][a-z0-9+.-]*:/i.test(reference) ? undefined : canonicalUrl(reference, base);
}
