import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import mime from "mime";
import type { MediaFile } from "../content/entry.ts";
import type { MediaFiles } from "../content/media-files.ts";
import { canonicalUrl } from "../content/urls.ts";
import { isArticle, isLeftOut } from "./article-files.ts";

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
  return {
    published,
    publish(path) {
      if (!known.has(path)) known.set(path, isLeftOut(path) || isArticle(path) ? undefined : read(path));
      return known.get(path);
    },
  };

  function read(path: string): MediaFile | undefined {
    const file = join(folder, path);
    const bytes = path === "" ? undefined : readIfFile(file);
    if (bytes === undefined) return undefined;
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 20);
    const served = `/media/${hash}/${path.slice(path.lastIndexOf("/") + 1).normalize("NFC")}`;
    published.set(served, file);
    return {
      url: canonicalUrl(encodeURI(served).replace(/[?#]/g, encodeURIComponent), origin) ?? "",
      type: mime.getType(path) ?? "application/octet-stream",
      length: bytes.byteLength,
      ...pixels(bytes),
    };
  }
}

function readIfFile(file: string): Uint8Array | undefined {
  try {
    return statSync(file).isFile() ? readFileSync(file) : undefined;
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
