import type { ExportedFile } from "./exported-files.ts";
import type { RedirectRule } from "./redirects-file.ts";
import { addressOfPage, staticFile } from "./static-file.ts";

/**
 * Returns a function that says which page of an export a redirect would replace; undefined if none. Hosts apply `_redirects` first, and
 * know a page by several names: `/x`, `/x.html` and `/x/index.html`.
 */
export function createShadowCheck(files: readonly ExportedFile[]): (rule: RedirectRule) => string | undefined {
  const pages = new Map([["/404", "/404.html"]]); // the page for missing ones
  for (const { file, path } of files) {
    const address = file === undefined ? undefined : addressOfPage(file);
    if (address !== undefined) pages.set(address, path);
  }
  return ({ from, to }) => {
    const file = staticFile(from, true);
    if (file === undefined) return undefined;
    const page = pages.get(addressOfPage(file) ?? "");
    if (page === undefined || leadsHome(page, to)) return undefined;
    return `it would be the same file as ${page}`;
  };
}

// Another name of a page may lead to it, unless hosts would send readers back: they redirect /x.html to /x.
function leadsHome(page: string, to: string): boolean {
  return page.replaceAll(":", "%3A") === to && !/\.html$/i.test(page);
}
