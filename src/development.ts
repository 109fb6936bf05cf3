import { noOthers, readContent } from "./store/content-files.ts";
import type { StoredContent } from "./store/stored-content.ts";

/** Stands for the site's origin in what is compiled while developing: only a request tells where the site is seen then. */
export const developmentOrigin = "http://development.invalid";

/** Content as it was compiled while developing, as JSON, seen from an origin. */
export function seenFrom(origin: string, content: string): StoredContent {
  const index = new TextEncoder().encode(content.replaceAll(developmentOrigin, origin));
  return readContent({ ...noOthers, index }); // see writeContent
}

/** The newest content of `npm start`, as JSON; undefined where that is not running. */
export async function fetchContent(address: string | undefined): Promise<string | undefined> {
  if (address === undefined) return undefined;
  const response = await fetch(address);
  return response.ok ? response.text() : undefined;
}
