import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join, resolve } from "node:path";
import mime from "mime";
import { pathKey } from "../base/canonical-url.ts";
import { type BuildOptions, build, describeBuild } from "../build/build.ts";
import type { StoredCache } from "../build/cache/compile-cache.ts";
import { contentPieces } from "../build/content-pieces.ts";
import { isLeftOutFolder } from "../build/source/article-files.ts";
import type { MediaFolder } from "../build/source/media-folder.ts";
import { storeBuild } from "../build/store-build.ts";
import { collectFault } from "../files/collect-fault.ts";
import { developmentServer } from "../http/development.ts";
import type { CompiledContent } from "../model/compiled-content.ts";
import { errorLines } from "../terminal/exit-on-failure.ts";
import type { Print } from "../terminal/terminal.ts";
import { watchFolderTree } from "./watch-folder-tree.ts";
import { watchSingleFolder } from "./watch-single-folder.ts";

const settleMilliseconds = 30; // an editor may write a file in several steps

/**
 * Compiles the articles whenever they change, and serves the content and its media files on loopback to a Worker under
 * development: an edit is visible as soon as it is compiled, without a new bundle and without a restart of the Worker.
 * @param print prints the diagnostics of every build
 * @returns the address of the content; the media files are below it
 * @throws Failure if the first build cannot be written
 */
export async function serveContent(options: Omit<BuildOptions, "cache" | "now">, print: Print): Promise<string> {
  const root = dirname(resolve(options.config));
  let latest: { readonly content: CompiledContent; readonly media: MediaFolder; json?: Buffer } | undefined;
  let cache: StoredCache | undefined; // of the last build: after an edit one article is compiled
  let isFirst = true;

  async function compile(): Promise<void> {
    const now = Date.now();
    const result = await build({ ...options, now, cache });
    print(...describeBuild(result, now));
    if (isFirst) await storeBuild(result, { ...options, now }, print); // for wrangler, which describes a full disk in a hundred lines
    isFirst = false;
    cache = result.cache ?? cache;
    if (result.content !== undefined && result.media !== undefined) latest = { content: result.content, media: result.media };
    else if (latest !== undefined) print("The last good content is still served.");
  }

  let timer: NodeJS.Timeout | undefined;
  let building = compile();
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      articles.update();
      // A file that was removed while it was read fails: its removal is the next change.
      building = building.then(compile).catch((error: unknown) => print(...errorLines(error)));
    }, settleMilliseconds);
  };
  const articles = watchFolderTree(join(root, "articles"), { onChange, isLeftOut: isLeftOutFolder, print });
  // The folder and not the file, since many editors replace the file by a new one.
  const names: readonly (string | null)[] = [basename(options.config), "articles", null];
  watchSingleFolder(root, { onChange: (name) => names.includes(name) && onChange(), print });
  await building;

  const server = createServer(async ({ url = "/" }, response) => {
    await building;
    response.setHeader("server", developmentServer);
    const file = latest && readMedia(latest.media, url);
    if (file !== undefined) response.writeHead(200, { "content-type": file.type }).end(file.bytes);
    else if (url === "/" && latest !== undefined) {
      latest.json ??= Buffer.concat(contentPieces(latest.content)); // after several edits, only the last content is requested
      response.writeHead(200, { "content-type": "application/json" }).end(latest.json);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

// A file that was readable at the last build may not be so now.
function readMedia(media: MediaFolder, url: string): { readonly bytes: Uint8Array; readonly type: string } | undefined {
  const path = media.published.get(pathKey(url) ?? "");
  const bytes = path === undefined ? undefined : collectFault(new Map(), path, () => media.read(path));
  return bytes && { bytes, type: mime.getType(path ?? "") ?? "" };
}
