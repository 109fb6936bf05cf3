import { createHash } from "node:crypto";
import { readFileSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import mime from "mime";
import type { MediaFile } from "../content/entry.ts";
import { type MediaFiles, maxMediaBytes } from "../content/media-files.ts";
import { canonicalUrl } from "../content/urls.ts";
import { isArticle, isLeftOut } from "./article-files.ts";
import { FileMemory, type Remembered } from "./file-memory.ts";
import { measureDuration } from "./media-duration.ts";

/** What is known of a media file: where it is served, and what it is; what is too large is not served. */
export interface KnownMedia {
  readonly served?: string;
  readonly file: MediaFile;
  /** Whole seconds, or 0 where the recording does not say; undefined where nobody has asked. */
  readonly duration?: number;
}

/** The media files of a folder, and the ones that articles made use of. */
export interface MediaFolder extends MediaFiles {
  /** What has to be served: path on the site → file on disk. */
  readonly published: ReadonlyMap<string, string>;
  readonly memory: FileMemory<KnownMedia>;
  /** Takes over what another thread has found out about the same folder. */
  learn(found: FoundMedia): void;
}

/** What was found out about media files. */
export interface FoundMedia {
  readonly kept: readonly (readonly [path: string, Remembered<KnownMedia>])[];
  readonly published: readonly (readonly [served: string, file: string])[];
}

/**
 * Opens the articles folder for its media files. They are served below `/media/`, each under a hash of its content: it may
 * be cached for ever, and that of a scheduled entry cannot be guessed.
 * @param origin of the site
 */
export function openMediaFolder(
  folder: string,
  origin: string,
  memory: FileMemory<KnownMedia> = new FileMemory<KnownMedia>(0),
): MediaFolder {
  const published = new Map<string, string>();
  const found = new Map<string, Found | undefined>();
  const durations = new Map<string, Promise<number | undefined>>();
  return {
    published,
    memory,
    publish: (path) => find(path)?.known.file,
    learn(others) {
      memory.learn(others.kept);
      for (const [served, file] of others.published) published.set(served, file);
    },
    async durationOf(path) {
      const duration = durations.get(path) ?? measure(path);
      durations.set(path, duration);
      return duration;
    },
  };

  function find(path: string): Found | undefined {
    if (!found.has(path)) found.set(path, path === "" || isLeftOut(path) || isArticle(path) ? undefined : read(path));
    return found.get(path);
  }

  function read(path: string): Found | undefined {
    const file = join(folder, path);
    const stats = statOf(file);
    const known = stats && (memory.recall(path, stats) ?? lookAt(path, file, stats));
    if (stats === undefined || known === undefined) return undefined;
    memory.keep(path, stats, known);
    if (known.served !== undefined) published.set(known.served, file);
    return { known, stats };
  }

  function lookAt(path: string, file: string, { size }: Stats): KnownMedia | undefined {
    const type = mime.getType(path) ?? "application/octet-stream";
    const name = path.slice(path.lastIndexOf("/") + 1).normalize("NFC");
    if (size > maxMediaBytes) return { file: { url: urlOf(`/media/${name}`), type, length: size } }; // nothing else is of use
    const bytes = readIfThere(file);
    if (bytes === undefined) return undefined;
    const served = `/media/${createHash("sha256").update(bytes).digest("hex").slice(0, 20)}/${name}`;
    return { served, file: { url: urlOf(served), type, length: bytes.byteLength, ...pixels(bytes) } };
  }

  async function measure(path: string): Promise<number | undefined> {
    const one = find(path);
    if (one?.known.served === undefined) return undefined;
    const duration = one.known.duration ?? (await measureDuration(join(folder, path), one.known.file.type)) ?? 0;
    memory.keep(path, one.stats, { ...one.known, duration });
    return duration || undefined;
  }

  function urlOf(path: string): string {
    return canonicalUrl(encodeURI(path).replace(/[?#]/g, encodeURIComponent), origin) ?? "";
  }
}

interface Found {
  readonly known: KnownMedia;
  readonly stats: Stats;
}

function statOf(file: string): Stats | undefined {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  } catch {
    return undefined; // a name that none can have: too long, or with a zero byte
  }
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function pixels(bytes: Uint8Array): Pick<MediaFile, "width" | "height"> {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (width === 0 || height === 0) return {};
    return orientation >= 5 ? { width: height, height: width } : { width, height }; // EXIF: turned by a quarter
  } catch {
    return {}; // no picture, or of a kind without a size
  }
}
