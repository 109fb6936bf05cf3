import { randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pathKey } from "../../base/canonical-url.ts";
import { contentPieces } from "../../build/content-pieces.ts";
import type { MediaFolder } from "../../build/source/media-folder.ts";
import { collectFault } from "../../files/collect-fault.ts";
import { type DevelopmentProblem, developmentPaths, developmentServer } from "../../http/development.ts";
import { formatDiagnostic } from "../../model/diagnostic.ts";
import { printable } from "../../terminal/printable.ts";
import { mostImportantFirst } from "../report/brief-problems.ts";
import type { LiveBuild } from "./live-build.ts";

/**
 * Serves the latest build on loopback to the Worker of `npm start`: an edit is visible as soon as it is compiled, without a new bundle and
 * without a restart of the Worker. {@link developmentPaths} lists the resources. Other names of the machine are refused, see
 * {@link isDevelopmentHost}.
 * @param isReachable returns false while the Worker starts again: a page that reloaded then would show an error. It connects again
 * afterwards
 * @returns the address of the server
 */
export async function serveContent(site: LiveBuild, isReachable: () => boolean): Promise<string> {
  const streams = new Set<ServerResponse>();
  let version = randomUUID();
  let json: Buffer | undefined; // after several edits, only the last content is requested
  site.onBuild(() => {
    version = randomUUID();
    json = undefined;
    if (!isReachable()) return;
    for (const stream of streams) stream.write(`data: ${version}\n\n`);
  });

  const server = createServer(async ({ headers, url = "/" }, response) => {
    response.setHeader("server", developmentServer);
    if (headers.host !== new URL(address).host) {
      response.writeHead(421).end();
      return;
    }
    response.setHeader("cross-origin-resource-policy", "same-origin");
    await site.settled();
    const file = readMedia(site.latest.media, url);
    if (file !== undefined) response.writeHead(200, { "content-type": file.type }).end(file.bytes);
    else if (url === developmentPaths.content) sendContent(response, headers["if-none-match"]);
    else if (url === developmentPaths.problems) sendProblems(response);
    else if (url === developmentPaths.versions) openStream(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  server.unref();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return address;

  function sendContent(response: ServerResponse, known: string | undefined): void {
    const etag = `"${version}"`;
    if (known === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    json ??= Buffer.concat(contentPieces(site.latest.content));
    response.writeHead(200, { "content-type": "application/json", etag }).end(json);
  }

  function sendProblems(response: ServerResponse): void {
    const problems = mostImportantFirst(site.problems).map((problem): DevelopmentProblem => {
      return { text: printable(formatDiagnostic(problem)), isError: problem.severity === "error" };
    });
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(problems));
  }

  function openStream(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).write(`data: ${version}\n\n`);
    streams.add(response);
    response.on("close", () => streams.delete(response));
  }
}

// A file that was readable at the last build may not be so now.
function readMedia(media: MediaFolder, url: string): { readonly bytes: Uint8Array; readonly type: string } | undefined {
  const path = media.published.get(pathKey(url) ?? "");
  if (path === undefined) return undefined;
  const bytes = collectFault(new Map(), path, () => media.read(path));
  return bytes && { bytes, type: media.publish(path)?.type ?? "application/octet-stream" };
}
