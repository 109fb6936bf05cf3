import { noOthers, readContent } from "../store/content-files.ts";
import type { StoredContent } from "../store/stored-content.ts";

/** Stands for the site's origin in what is compiled while developing: only a request tells where the site is seen then. */
export const developmentOrigin = "http://development.invalid";

/** Content as it was compiled while developing, as JSON, seen from an origin. */
export function seenFrom(origin: string, content: string): StoredContent {
  const index = new TextEncoder().encode(content.replaceAll(developmentOrigin, origin));
  return readContent({ ...noOthers, index }); // see writeContent
}

/** The `Server` header of the server that `npm start` runs. */
export const developmentServer = "Broadsheet (npm start)";

/**
 * Asks the server that `npm start` runs on this machine.
 * @returns undefined where there is none: nothing that a deployment can reach passes for it
 */
export async function fetchDevelopment(address: string | undefined, path: string): Promise<Response | undefined> {
  const server = URL.parse(address ?? "");
  if (server?.hostname !== "127.0.0.1") return undefined;
  const response = await fetch(new URL(path, server), { redirect: "manual" }).catch(() => undefined);
  return response?.headers.get("server") === developmentServer ? response : undefined;
}
