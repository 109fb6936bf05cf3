import { toHtml } from "hast-util-to-html";
import { parseHtml } from "../../../../src/content/html/parse-html.ts";
import { makePlain } from "../../../../src/content/plain-html/plain-html.ts";

/** Returns HTML after makePlain(), and its warnings. */
export function plain(html: string): { readonly html: string; readonly warnings: readonly string[] } {
  const tree = parseHtml(html);
  const warnings: string[] = [];
  makePlain(tree, (_node, _severity, message) => warnings.push(message));
  return { html: toHtml(tree).replaceAll(/ data-(?:embed|formula)(?:="")?/g, ""), warnings };
}
