import { type DevelopmentProblem, developmentPaths, fetchDevelopment, readDevelopmentContent } from "./http/development.ts";
import { isDevelopmentHost, keepToOwnOrigin, misdirected } from "./http/development-host.ts";
import { commonHeaders, mediaHeaders } from "./http/security-headers.ts";
import { findRecording, type Recordings } from "./model/recording.ts";
import { addNotice, allowNonce } from "./pages/development-notice.tsx";
import type { StoredContent } from "./store/stored-content.ts";

/** A site of `npm start`, for the origin of a request. */
interface DevelopmentSite {
  readonly origin: string;
  /** The content as JSON, and its ETag. */
  readonly text: string;
  readonly etag: string;
  readonly recordings: Recordings;
  readonly app: App;
}

/** A site that responds to requests. */
interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/** The server that `npm start` runs. */
export interface DevelopmentServer {
  /** Undefined if the Worker is not that of `npm start`. */
  readonly address: string | undefined;
  /** The names of the site that {@link isDevelopmentHost} allows in addition, separated by commas. */
  readonly hosts?: string | undefined;
}

/** Responds to a request with the content of a server. Resolves with undefined if `npm start` does not run there. */
export type DevelopmentApp = (
  request: Request,
  server: DevelopmentServer,
  createApp: (content: StoredContent) => App,
) => Promise<Response | undefined>;

/**
 * Creates the app of `npm start`. It serves the articles of the local server, which compiles them, and keeps them until the server has
 * others. A browser shows the problems of the build on each page, and reloads the page after the next build. No other site can read a
 * response.
 */
export function createDevelopmentApp(): DevelopmentApp {
  let current: DevelopmentSite | undefined;

  return async (request, { address, hosts = "" }, createApp) => {
    const { hostname, origin, pathname } = new URL(request.url);
    if (address === undefined) return undefined;
    if (!isDevelopmentHost(hostname, hosts.split(","))) return misdirected(hostname);
    if (pathname === developmentPaths.versions) return fetchDevelopment(address, pathname);
    const response = await fetchDevelopment(address, developmentPaths.content, current && { "if-none-match": current.etag });
    if (response === undefined) return undefined;
    const text = response.status === 304 ? current?.text : await response.text();
    const etag = response.headers.get("etag") ?? "";
    if (text === undefined) return undefined;
    if (current?.etag !== etag || current.origin !== origin) {
      const content = readDevelopmentContent(origin, text);
      current = { origin, etag, text, recordings: content.recordings ?? {}, app: createApp(content) };
    }
    const isFile = pathname.startsWith("/media/");
    if (isFile && findRecording(current.recordings, pathname) === undefined) return fetchFile(address, pathname);
    const answer = keepToOwnOrigin(await current.app.fetch(request));
    return isFile ? answer : showNotice(answer, address, versionOf(current.etag));
  };
}

// A static asset when it is deployed, with these headers.
async function fetchFile(address: string, path: string): Promise<Response | undefined> {
  const file = await fetchDevelopment(address, path);
  if (file === undefined) return undefined;
  const headers = new Headers(file.headers);
  for (const [name, value] of Object.entries(file.ok ? { ...commonHeaders, ...mediaHeaders } : commonHeaders)) headers.set(name, value);
  return keepToOwnOrigin(new Response(file.body, { status: file.status, headers }));
}

async function showNotice(response: Response, address: string | undefined, version: string): Promise<Response> {
  const { headers: found, status } = response;
  if (response.body === null || !found.get("content-type")?.startsWith("text/html")) return response;
  const nonce = crypto.randomUUID();
  const html = addNotice(await response.text(), { nonce, version, problems: await readProblems(address) });
  const headers = new Headers(found);
  headers.set("content-security-policy", allowNonce(found.get("content-security-policy") ?? "", nonce));
  headers.set("cache-control", "no-store"); // problems change without the page
  for (const name of ["content-length", "etag", "last-modified"]) headers.delete(name);
  return new Response(html, { status, headers });
}

async function readProblems(address: string | undefined): Promise<readonly DevelopmentProblem[]> {
  const response = await fetchDevelopment(address, developmentPaths.problems);
  return response === undefined ? [] : await response.json();
}

function versionOf(etag: string): string {
  return etag.replaceAll('"', "");
}
