import { existsSync, readFileSync, watch } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join, resolve } from "node:path";
import mime from "mime";
import type { CompiledContent } from "../content/compile.ts";
import { pathKey } from "../content/urls.ts";
import { type BuildOptions, build, cacheFile, describeBuild } from "./build.ts";
import { type StoredCache, writeCache } from "./compile-cache.ts";
import { contentPieces } from "./content-pieces.ts";
import type { MediaFolder } from "./media-folder.ts";

const settleMilliseconds = 30; // an editor may write a file in several steps

/**
 * Keeps compiled content current while articles are edited, and serves it and its media files on loopback to a Worker that is
 * being developed: an edit is seen as soon as it is compiled, without a new bundle and without starting the Worker again.
 * @param tell takes what every build has to say
 * @returns the address of the content; the media files lie below it
 */
export async function serveContent(options: Omit<BuildOptions, "cache" | "now">, tell: (text: string) => void): Promise<string> {
  const root = dirname(resolve(options.config));
  let latest: { readonly content: CompiledContent; readonly media: MediaFolder; json?: Buffer } | undefined;
  let cache: StoredCache | undefined; // what the build before remembers: after an edit one article is compiled

  async function rebuild(): Promise<void> {
    const now = Date.now();
    try {
      const result = await build({ ...options, now, cache });
      tell(describeBuild(result, now));
      // The file is for the next start. Until then it need not follow every edit.
      if (cache === undefined && result.cache !== undefined && result.hasNews) writeCache(cacheFile(options), result.cache);
      cache = result.cache ?? cache;
      if (result.content === undefined || result.media === undefined) {
        if (latest !== undefined) tell("The last good content is still served.");
        return;
      }
      latest = { content: result.content, media: result.media };
    } catch (error) {
      tell(String(error)); // a file that went away while it was read: its going is the next change
    }
  }

  let timer: NodeJS.Timeout | undefined;
  let building = rebuild();
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild);
    }, settleMilliseconds);
  };
  const articles = join(root, "articles");
  if (existsSync(articles)) watch(articles, { recursive: true }, onChange);
  // The folder and not the file: many editors put a new file in the place of the old one.
  watch(root, (_event, name) => {
    if (name === basename(options.config)) onChange();
  });
  await building;

  const server = createServer(async ({ url = "/" }, response) => {
    await building;
    const file = latest?.media.published.get(pathKey(url) ?? "");
    if (file !== undefined && existsSync(file))
      response.writeHead(200, { "content-type": mime.getType(file) ?? "" }).end(readFileSync(file));
    else if (url === "/" && latest !== undefined) {
      latest.json ??= Buffer.concat(contentPieces(latest.content)); // of several edits in a row, the last is looked at
      response.writeHead(200, { "content-type": "application/json" }).end(latest.json);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
