import { emptyFiles, readContent } from "../store/content-files.ts";
import type { StoredContent } from "../store/stored-content.ts";

/** A placeholder for the site's origin in content compiled during development, when only a request has the origin. */
export const developmentOrigin = "http://development.invalid";

/** Reads development content (JSON) with the placeholder replaced by an origin. */
export function readDevelopmentContent(origin: string, content: string): StoredContent {
  const index = new TextEncoder().encode(content.replaceAll(developmentOrigin, origin));
  return readContent({ ...emptyFiles, index }); // see writeContent
}

/** The `Server` header of the server that `npm start` runs. */
export const developmentServer = "Broadsheet (npm start)";

/**
 * The resources of that server, in addition to the media files: the compiled content as JSON, whose ETag is the version of the build; the
 * problems as a JSON array of {@link DevelopmentProblem}; and a stream of versions as server-sent events. Browsers reach the stream at the
 * same path of the site. No article has such a path by default.
 */
export const developmentPaths = { content: "/", problems: "/_problems", versions: "/_versions" } as const;

/** A problem of the build, as the pages of `npm start` show it. */
export interface DevelopmentProblem {
  /** One line, with its place. */
  readonly text: string;
  readonly isError: boolean;
}

/**
 * Requests a path from the local server of `npm start`.
 * @returns undefined if it does not run. Only a server on 127.0.0.1 is accepted, so that a deployment never uses another one.
 */
export async function fetchDevelopment(
  address: string | undefined,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response | undefined> {
  const server = URL.parse(address ?? "");
  if (server?.hostname !== "127.0.0.1") return undefined;
  const response = await fetch(new URL(path, server), { redirect: "manual", headers }).catch(() => undefined);
  return response?.headers.get("server") === developmentServer ? response : undefined;
}
