import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { imageSize } from "image-size";
import mime from "mime";
import { canonicalUrl, encodePath } from "../../base/canonical-url.ts";
import { type DataPicture, isDataUrl, parseDataPicture } from "../../base/data-picture.ts";
import { hasInvalidCharacters } from "../../base/invalid-characters.ts";
import { lazy } from "../../base/lazy.ts";
import {
  chaptersType,
  type MediaFiles,
  maxMediaBytes,
  maxPixels,
  maxTextBytes,
  type PublishedFile,
} from "../../content/links/media-files.ts";
import { collectFault } from "../../files/collect-fault.ts";
import { ContentFolder } from "../../files/content-folder.ts";
import { Failure } from "../../files/failure.ts";
import type { Located } from "../../files/list-files.ts";
import { spellingKey } from "../../files/spelling-index.ts";
import type { MediaFile } from "../../model/entry.ts";
import { chaptersEnding } from "../../static-host/headers-file.ts";
import { isArticle, isLeftOut, isLeftOutFolder } from "./article-path.ts";
import { contentFault, publishedBytes } from "./content-fault.ts";
import { isChapters, isTranscript } from "./episode-json.ts";
import { type CachedFile, FileCache } from "./file-cache.ts";
import { measureDuration } from "./media-duration.ts";

/** A media file. */
export interface KnownMedia {
  /** Its path on the site; undefined if it is too large to be published. */
  readonly publicPath?: string;
  readonly file: PublishedFile;
  /** Whole seconds, or 0 if the recording contains no duration; undefined if it was not measured. */
  readonly duration?: number;
}

/** The media files of a folder, and those that articles use. */
export interface MediaFolder extends MediaFiles {
  /** The published files: public path → path below the folder, or the `data:` URL of a picture. */
  readonly published: ReadonlyMap<string, string>;
  /** The reasons why files that articles refer to cannot be read, by path. */
  readonly faults: ReadonlyMap<string, string>;
  /** The media files that have been examined, by path. */
  readonly cache: FileCache<KnownMedia>;
  /**
   * Reads a file of the folder, or the picture of a `data:` URL.
   * @throws Failure if it cannot be read or was deleted
   */
  read(path: string): Uint8Array;
  /** Adds the media files that another process has found in the same folder. */
  merge(found: FoundMedia): void;
}

/** The media files that one process has found. */
export interface FoundMedia {
  readonly kept: readonly (readonly [path: string, CachedFile<KnownMedia>])[];
  readonly published: readonly (readonly [publicPath: string, path: string])[];
  readonly faults: readonly (readonly [path: string, reason: string])[];
}

/**
 * Opens the articles folder for its media files. Each is served below `/media/`, under a hash of its content: it may be
 * cached permanently, and the path of a file of a scheduled entry cannot be guessed.
 * @param origin of the site
 * @param namedTexts the files with an ending of articles that are media files nevertheless
 */
export function openMediaFolder(
  folder: string,
  origin: string,
  cache: FileCache<KnownMedia> = new FileCache<KnownMedia>(0),
  namedTexts: ReadonlySet<string> = new Set(),
): MediaFolder {
  const files = collectFault(new Map(), "", () => ContentFolder.open(folder)); // readArticles() reports why it cannot be opened
  const published = new Map<string, string>();
  const faults = new Map<string, string>();
  const found = new Map<string, Found | undefined>();
  const pathsByName = lazy(() => namesOf(files));
  const durations = new Map<string, Promise<number | undefined>>();
  return {
    published,
    faults,
    cache,
    read,
    publish: (path) => (isDataUrl(path) ? publishPicture(path) : find(path)?.known.file),
    pathOf: (name) => pathsByName().get(spellingKey(name)),
    textOf: (path) => (isMedia(path) ? collectFault(new Map(), path, () => readText(path)) : undefined),
    otherSpelling: (path) => files?.findOtherSpelling(path),
    merge(others) {
      cache.merge(others.kept);
      for (const [publicPath, path] of others.published) published.set(publicPath, path);
      for (const [path, reason] of others.faults) faults.set(path, reason);
    },
    async durationOf(path) {
      const duration = durations.get(path) ?? measure(path);
      durations.set(path, duration);
      return duration;
    },
  };

  function read(path: string): Uint8Array {
    const bytes = isDataUrl(path) ? parseDataPicture(path)?.bytes : files?.readAt(path);
    if (bytes === undefined) throw new Failure("read", path, "it is not there any more; run the command again");
    return publishedBytes(bytes, mime.getType(path) ?? "");
  }

  // Its text may change between two builds, so that nothing is cached.
  function readText(path: string): string | undefined {
    const file = files?.find(path);
    if (files === undefined || file === undefined || !isMedia(files.realPathBelow(file))) return undefined;
    if (files.statsOf(file).size > maxTextBytes) return undefined;
    return textIn(files.read(file));
  }

  function find(path: string): Found | undefined {
    if (!found.has(path))
      found.set(path, namedTexts.has(path) || isMedia(path) ? collectFault(faults, path, () => lookUp(path)) : undefined);
    return found.get(path);
  }

  function publishPicture(url: string): MediaFile | undefined {
    const picture = parseDataPicture(url);
    if (picture === undefined || isCut(picture)) return undefined;
    const { bytes, ending, type } = picture;
    const publicPath = publicPathOf(bytes, `picture.${ending}`);
    published.set(publicPath, url);
    return { url: urlOf(publicPath), type, length: bytes.byteLength, ...pixels(bytes) };
  }

  function lookUp(path: string): Found | undefined {
    const file = files?.find(path);
    // A link or another spelling of a name may lead to an article: its source must not be published.
    if (files === undefined || file === undefined) return undefined;
    const real = files.realPathBelow(file);
    if (isArticle(real) && !namedTexts.has(real)) return undefined;
    const stats = files.statsOf(file);
    const known = cache.get(path, stats) ?? examine(files, file, stats);
    cache.set(path, stats, known);
    if (known.publicPath !== undefined) published.set(known.publicPath, path);
    return { known, stats };
  }

  function examine(files: ContentFolder, file: Located, { size }: Stats): KnownMedia {
    const { path } = file;
    const type = mime.getType(path) ?? "application/octet-stream";
    const name = publicNameOf(path);
    if (size > maxMediaBytes) return { file: { url: urlOf(`/media/${name}`), type, length: size } }; // too large to serve
    const bytes = publishedBytes(files.read(file), type);
    if (type === "application/json" && isChapters(bytes)) {
      const publicPath = publicPathOf(bytes, name.replace(/(?:\.chapters)?\.json$/i, chaptersEnding));
      return { publicPath, file: { url: urlOf(publicPath), type: chaptersType, length: bytes.byteLength } };
    }
    const publicPath = publicPathOf(bytes, name);
    const fault = contentFault(bytes, type);
    const described = { url: urlOf(publicPath), type, length: bytes.byteLength, ...pixels(bytes), ...(fault !== undefined && { fault }) };
    return { publicPath, file: type === "application/json" && isTranscript(bytes) ? { ...described, isTranscript: true } : described };
  }

  async function measure(path: string): Promise<number | undefined> {
    const one = find(path);
    if (one?.known.publicPath === undefined) return undefined;
    const duration = one.known.duration ?? (await measureDuration(read(path), path, one.known.file.type)) ?? 0;
    cache.set(path, one.stats, { ...one.known, duration });
    return duration || undefined;
  }

  function urlOf(path: string): string {
    return canonicalUrl(encodePath(path), origin) ?? "";
  }
}

// Of files with one name, the first counts. Obsidian ignores case.
function namesOf(files: ContentFolder | undefined): ReadonlyMap<string, string> {
  const found = files?.list(isLeftOutFolder).files ?? [];
  const paths = found.map(({ path }) => path).filter(isMedia);
  return new Map(paths.sort((a, b) => (a < b ? 1 : -1)).map((path) => [spellingKey(path.slice(path.lastIndexOf("/") + 1)), path]));
}

function isMedia(path: string): boolean {
  return path !== "" && !isLeftOut(path) && !isArticle(path);
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes).replace(/\r\n?/g, "\n");
    return hasInvalidCharacters(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function publicPathOf(bytes: Uint8Array, name: string): string {
  return `/media/${createHash("sha256").update(bytes).digest("hex").slice(0, 20)}/${name}`;
}

// wrangler prints the names of what it uploads.
function publicNameOf(path: string): string {
  return path
    .slice(path.lastIndexOf("/") + 1)
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "-");
}

interface Found {
  readonly known: KnownMedia;
  readonly stats: Stats;
}

// A picture that ends before its first pixel, such as a PNG that has only a signature.
function isCut({ bytes, type }: DataPicture): boolean {
  return bytes.length < (type === "image/png" ? minPng : minPicture);
}

const minPng = 57; // bytes of its signature and of empty chunks IHDR, IDAT and IEND (PNG, third edition, §5.3)
const minPicture = 26; // bytes; the smallest GIF

function pixels(bytes: Uint8Array): Pick<MediaFile, "width" | "height"> {
  try {
    const { orientation = 1, ...size } = imageSize(bytes);
    const [width, height] = [Math.round(size.width), Math.round(size.height)];
    if (Math.min(width, height) < 1 || Math.max(width, height) > maxPixels) return {}; // wrong values
    return orientation >= 5 ? { width: height, height: width } : { width, height }; // EXIF: turned by a quarter
  } catch {
    return {}; // no picture, or of a kind without a size
  }
}
