import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import mime from "mime";
import type { MediaFile } from "../content/entry.ts";
import { type MediaFiles, maxMediaBytes } from "../content/media-files.ts";
import { canonicalUrl } from "../content/urls.ts";
import { isArticle, isLeftOut } from "./article-files.ts";
import { measureDuration } from "./media-duration.ts";

/** The media files of a folder, and the ones that articles made use of. */
export interface MediaFolder extends MediaFiles {
  /** What has to be served: path on the site → file on disk. */
  readonly published: ReadonlyMap<string, string>;
}

/**
 * Opens the articles folder for its media files. They are served below `/media/`, each under a hash of its content: it may
 * be cached for ever, and that of a scheduled entry cannot be guessed.
 * @param origin of the site
 */
export function openMediaFolder(folder: string, origin: string): MediaFolder {
  const published = new Map<string, string>();
  const known = new Map<string, MediaFile | undefined>();
  const durations = new Map<string, Promise<number | undefined>>();
  return {
    published,
    publish,
    async durationOf(path) {
      const file = publish(path);
      if (file === undefined || file.length > maxMediaBytes) return undefined;
      const duration = durations.get(path) ?? measureDuration(join(folder, path), file.type);
      durations.set(path, duration);
      return duration;
    },
  };

  function publish(path: string): MediaFile | undefined {
    if (!known.has(path)) known.set(path, isLeftOut(path) || isArticle(path) ? undefined : read(path));
    return known.get(path);
  }

  function read(path: string): MediaFile | undefined {
    const file = join(folder, path);
    const content = path === "" ? undefined : readIfFile(file);
    if (content === undefined) return undefined;
    const type = mime.getType(path) ?? "application/octet-stream";
    const name = path.slice(path.lastIndexOf("/") + 1).normalize("NFC");
    const { bytes, length } = content;
    if (bytes === undefined) return { url: urlOf(`/media/${name}`), type, length };
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 20);
    const served = `/media/${hash}/${name}`;
    published.set(served, file);
    return { url: urlOf(served), type, length, ...pixels(bytes) };
  }

  function urlOf(path: string): string {
    return canonicalUrl(encodeURI(path).replace(/[?#]/g, encodeURIComponent), origin) ?? "";
  }
}

// Of a file that is too large to be served, only its length is of use.
function readIfFile(file: string): { readonly length: number; readonly bytes?: Uint8Array } | undefined {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return undefined;
    if (stats.size > maxMediaBytes) return { length: stats.size };
    const bytes = readFileSync(file);
    return { length: bytes.byteLength, bytes };
  } catch {
    return undefined; // not there, or a name that none can have: too long, or with a zero byte
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
