import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestSync } from "../files/digest-sync.ts";
import { projectRoot } from "../files/project-root.ts";
import { FolderReplacement } from "../files/replace-folder.ts";
import type { CompiledContent } from "../model/compiled-content.ts";
import { prerenderFeeds } from "../resources/prerender-feeds.ts";
import { assetHeaders } from "../static-host/headers-file.ts";
import { type ChunkedContent, chunkContents, chunkLimits } from "../store/chunk-contents.ts";
import { contentFiles, writeContent } from "../store/content-files.ts";
import { recordingFile } from "../store/recording-reader.ts";
import { chunkPath } from "../store/stored-content.ts";
import { type KnownChunks, knownContents, rememberChunks } from "./cache/chunk-cache.ts";
import type { MediaFolder } from "./source/media-folder.ts";

/** The path of the default favicon. */
export const ownFavicon = "/favicon.ico";

const icons = join(projectRoot, "src/pages/icons");

/**
 * Writes the files of the Worker: those of `content/`, and the static assets with the older entries of a large site. Both
 * folders are complete before they replace the old ones.
 * @param now milliseconds since 1970
 * @param known chunks that an earlier build wrote into this folder: those that still exist are not written again
 * @returns the chunks that exist now
 * @throws Failure if something cannot be read or written; the old folders are kept
 */
export async function writeBuild(
  folder: string,
  content: CompiledContent,
  media: MediaFolder,
  now: number,
  known: KnownChunks = new Map(),
): Promise<KnownChunks> {
  const assets = join(folder, "public");
  const fileOf = (name: string) => join(assets, chunkPath(name));
  // While developing, addresses in contents are completed by the request that asks for them.
  const chunked: ChunkedContent = content.development
    ? { stored: content, chunks: [] }
    : await chunkContents(content, now, chunkLimits, knownContents(known, fileOf), digestSync);
  const { chunks, stored } = chunked;
  const files = writeContent(content.development ? stored : { ...stored, documents: await prerenderFeeds(content, now) });
  using fresh = new FolderReplacement(assets);
  using contents = new FolderReplacement(join(folder, "content"));
  writeIcons(fresh, content);
  fresh.write("_headers", assetHeaders);
  writeMedia(fresh, content, media);
  writeChunks(fresh, chunked, fileOf);
  for (const [key, file] of contentFiles) contents.write(file, files[key]);
  fresh.commit();
  contents.commit();
  return rememberChunks(chunks);
}

function writeIcons(fresh: FolderReplacement, { site }: CompiledContent): void {
  const isOwn = site.favicon === site.url + ownFavicon;
  const names = readdirSync(icons).filter((name) => isOwn || `/${name}` !== ownFavicon); // assets come before the Worker
  for (const name of names) fresh.write(name, readFileSync(join(icons, name)));
}

function writeMedia(fresh: FolderReplacement, { recordings = {} }: CompiledContent, media: MediaFolder): void {
  for (const [publicPath, path] of media.published)
    fresh.write(Object.hasOwn(recordings, publicPath) ? recordingFile(publicPath) : publicPath, media.read(path));
}

// Two chunks with the same text are one file.
function writeChunks(fresh: FolderReplacement, { chunks, older }: ChunkedContent, fileOf: (name: string) => string): void {
  if (older !== undefined) fresh.write(chunkPath(older.name), older.text);
  for (const [name, text] of new Map(chunks.map(({ name, text }) => [name, text]))) {
    if (text === undefined) fresh.link(chunkPath(name), fileOf(name));
    else fresh.write(chunkPath(name), text);
  }
}
