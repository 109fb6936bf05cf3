import { fromPath, type Page } from "./page.ts";

/** Returns the page of a post on X. */
export function tweet({ searchParams }: URL): string | undefined {
  const id = searchParams.get("id");
  return id === null ? undefined : `https://x.com/i/status/${encodeURIComponent(id)}`;
}

/** Returns the page of a post on Bluesky, whose frame has the address of its record. */
export const bluesky: Page = fromPath(
  /^\/embed\/(did:[\w.:%-]+)\/app\.bsky\.feed\.post\/(\w+)$/,
  (author = "", post = "") => `https://bsky.app/profile/${author}/post/${post}`,
);

/** Returns the page of a picture on Pinterest. */
export function pin({ pathname, searchParams }: URL): string | undefined {
  const id = searchParams.get("id");
  return pathname === "/ext/embed.html" && id ? `https://www.pinterest.com/pin/${encodeURIComponent(id)}/` : undefined;
}
