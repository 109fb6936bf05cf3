import { absoluteLinks, mapReferences } from "./absolute-links.ts";

/**
 * Leads the links of a post to the other posts of its export, and makes all others absolute.
 * @param page the absolute URL of the post
 * @param pathOf returns the new path of the post at a URL; undefined for any other page
 */
export function leadToPosts(html: string, page: string | undefined, pathOf: (url: URL) => string | undefined): string {
  return mapReferences(absoluteLinks(html, page), (reference) => {
    const url = /^https?:/i.test(reference) ? URL.parse(reference) : null;
    const path = url === null ? undefined : pathOf(url);
    return path === undefined ? undefined : path + (url?.hash ?? "");
  });
}
