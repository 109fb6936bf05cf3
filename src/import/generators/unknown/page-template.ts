import { markupOf } from "../../../model/markup-of.ts";
import { isBlank } from "../../site-rules/site-file.ts";

// `%sveltekit.body%`, `%PUBLIC_URL%` of Create React App, `%VITE_TITLE%`, `<!--app-html-->`, `<%= htmlWebpackPlugin.options.title %>`
const placeholder =
  /%(?:svelte(?:kit)?\.[\w.]{1,60}|PUBLIC_URL|BASE_URL|VITE_\w{1,60})%|<!--\s{0,9}(?:app|ssr)-[\w-]{1,30}\s{0,9}-->|<%[-=]?\s{0,9}htmlWebpackPlugin\b|\{\{\s{0,9}APP\s{0,9}\}\}/;
const root = /<body\b[^>]{0,500}>([\s\S]{0,5000}?)<\/body>/i;
const withoutText = /<(script|style|noscript|template)\b[\s\S]{0,5000}?<\/\1\s{0,9}>|<[^<>]{1,1000}>/gi;

/** Returns whether a page in HTML is the frame that the code of a site fills in, such as `src/app.html` of SvelteKit. */
export function isPageTemplate(path: string, text: string): boolean {
  if (markupOf(path) !== "html") return false;
  if (placeholder.test(text)) return true;
  const [, body] = /<script\b[^>]{0,500}\btype=["']?module\b/i.test(text) ? (root.exec(text) ?? []) : [];
  return body !== undefined && isBlank(body.replace(withoutText, ""));
}
