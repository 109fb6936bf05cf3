import type { CompiledContent } from "./content/compile.ts";

/** Stands for the site's origin in what is compiled while developing: only a request tells where the site is seen then. */
export const developmentOrigin = "http://development.invalid";

/** Content as it was compiled while developing, as JSON, seen from an origin. */
export function seenFrom(origin: string, content: string): CompiledContent {
  return JSON.parse(content.replaceAll(developmentOrigin, origin)) as CompiledContent;
}

/** The newest content of `npm start`, as JSON; undefined where that is not running. */
export async function fetchContent(address: string | undefined): Promise<string | undefined> {
  if (address === undefined) return undefined;
  const response = await fetch(address);
  return response.ok ? response.text() : undefined;
}
