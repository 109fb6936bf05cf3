import { markupOf } from "../../../model/markup-of.ts";

// `%sveltekit.body%`, `%PUBLIC_URL%` of Create React App, `%VITE_TITLE%`, `<!--app-html-->`, `<%= htmlWebpackPlugin.options.title %>`
const placeholder =
  /%(?:svelte(?:kit)?\.[\w.]{1,60}|PUBLIC_URL|BASE_URL|VITE_\w{1,60})%|<!--\s{0,9}(?:app|ssr)-[\w-]{1,30}\s{0,9}-->|<%[-=]?\s{0,9}htmlWebpackPlugin\b|\{\{\s{0,9}APP\s{0,9}\}\}/;
const maxLength = 20_000; // UTF-16 units
const hidden = /^(?:script|style|noscript|template|title)$/;

/** Returns whether a page in HTML is the frame that the code of a site fills in, such as `src/app.html` of SvelteKit. */
export function isPageTemplate(path: string, text: string): boolean {
  if (markupOf(path) !== "html" || text.length > maxLength) return false;
  if (placeholder.test(text)) return true;
  const [, ...scripts] = text.split(/<script\b/i);
  const hasModule = scripts.some((script) => /\btype=["']?module\b/i.test(script.split(">", 1).join("")));
  return hasModule && showsNothing(text);
}

// No word and no picture is outside of elements such as scripts.
function showsNothing(text: string): boolean {
  let skipped: string | undefined;
  for (const part of text.split("<").slice(1)) {
    const [, slash, name = ""] = /^(\/?)([a-z]{1,20})/.exec(part.slice(0, 30).toLowerCase()) ?? [];
    if (skipped === undefined && /^(?:img|picture|svg|video|iframe)$/.test(name)) return false;
    if (skipped === undefined && slash === "" && hidden.test(name)) skipped = name;
    else if (slash === "/" && name === skipped) skipped = undefined;
    if (skipped === undefined && part.slice(part.indexOf(">") + 1).trim() !== "") return false;
  }
  return true;
}
