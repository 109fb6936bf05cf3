import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { CompiledContent } from "../content/compile.ts";
import { renderFeeds } from "../rendered-feeds.ts";
import { chunkContents, chunkLimits } from "../store/chunk-contents.ts";
import { contentFiles, writeContent } from "../store/content-files.ts";
import { chunkFolder, chunkPath } from "../store/stored-content.ts";
import { type KnownChunks, knownContents, rememberChunks } from "./known-chunks.ts";
import type { MediaFolder } from "./media-folder.ts";

/** Where our own favicon is, unless the site has one. */
export const ownFavicon = "/favicon.ico";

const icons = resolve(import.meta.dirname, "../preview/icons");

// What is true of every answer of the Worker is true of these. Files under /media/ never change; what an author put there may
// be opened by itself, a drawing with a script in it too.
const assetHeaders = `/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff
/media/*
  Cache-Control: public, max-age=31536000, immutable
  Content-Security-Policy: default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox
/favicon.ico
  Cache-Control: public, max-age=86400
/favicon.svg
  Cache-Control: public, max-age=86400
/icon.png
  Cache-Control: public, max-age=86400
`;

/**
 * Writes what the Worker is made of: the files of `content/` and the static assets, among which are the older entries of a
 * large site. These are there before those can miss them.
 * @param now milliseconds since 1970
 * @param known chunks of contents that an earlier build wrote into this folder: what is there still is not written again
 * @returns those that are there now
 */
export async function writeBuild(
  folder: string,
  content: CompiledContent,
  media: MediaFolder,
  now: number,
  known: KnownChunks = new Map(),
): Promise<KnownChunks> {
  const assets = join(folder, "public");
  const fresh = join(folder, "public.new");
  const chunkIn = (root: string) => (name: string) => join(root, chunkPath(name));
  // While developing, addresses in contents are completed by the request that asks for them.
  const { chunks, older, stored } = content.development
    ? { stored: content, chunks: [], older: undefined }
    : await chunkContents(content, now, chunkLimits, knownContents(known, chunkIn(assets)));
  const files = writeContent(content.development ? stored : { ...stored, documents: await renderFeeds(content, now) });
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  cpSync(icons, fresh, { recursive: true });
  if (content.site.favicon !== content.site.url + ownFavicon) rmSync(join(fresh, ownFavicon)); // assets come before the Worker
  writeFileSync(join(fresh, "_headers"), assetHeaders);
  for (const [path, file] of media.published) cpSync(file, join(fresh, path));
  if (chunks.length > 0) mkdirSync(join(fresh, chunkFolder));
  if (older !== undefined) writeFileSync(chunkIn(fresh)(older.name), older.text);
  // Two may have the same text, and are one file.
  for (const [name, text] of new Map(chunks.map(({ name, text }) => [name, text]))) {
    if (text === undefined) renameSync(chunkIn(assets)(name), chunkIn(fresh)(name));
    else writeFileSync(chunkIn(fresh)(name), text);
  }
  rmSync(assets, { recursive: true, force: true });
  renameSync(fresh, assets);
  mkdirSync(join(folder, "content"), { recursive: true });
  for (const [key, file] of contentFiles) writeFileSync(join(folder, "content", file), files[key]);
  return rememberChunks(chunks, chunkIn(assets));
}
