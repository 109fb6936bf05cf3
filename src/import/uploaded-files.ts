import { encodePath } from "../base/canonical-url.ts";
import { decodeUri } from "../base/decode-uri.ts";
import { type OwnUrls, ownAddress } from "../content/links/own-address.ts";
import { mapReferences } from "./links/absolute-links.ts";
import { planAttachment } from "./old-site/attachments.ts";
import type { PreparedEntry } from "./prepared-entry.ts";
import { joinPath, visiblePath } from "./site-rules/site-path.ts";
import { uploadedFile, uploadFolders } from "./site-rules/upload-folders.ts";

/** A place at which an uploaded file of WordPress or Ghost may be. */
export interface UploadPlace {
  /** Relative to the folder of the export. */
  readonly path: string;
  /** The path of its copy below the articles folder. */
  readonly target: string;
}

// Jetpack shows pictures at addresses such as https://i0.wp.com/example.org/wp-content/uploads/moon.jpg.
const jetpackHost = /^https?:\/\/i\d\.wp\.com\//;

/**
 * Returns the places at which to look for the uploaded file that a reference means, the best first. A picture of another size is replaced
 * by its original, because backups often have no other sizes. Returns an empty list for any other reference.
 * @param own the URLs of the old site
 */
export function uploadPlaces(reference: string, own: OwnUrls): UploadPlace[] {
  const path = reference.startsWith("/") && !reference.startsWith("//") ? reference : pathOnSite(reference, own);
  const { folder, name: encoded } = uploadedFile(path) ?? {};
  const file = decodeUri(encoded ?? "");
  if (folder === undefined || file.split("/").includes("..")) return [];
  const names = new Set([file, originalOf(file)].flatMap((name) => [name, name.normalize("NFC"), name.normalize("NFD")]));
  return [...names].flatMap((name) => {
    const { target } = planAttachment(name, joinPath(folder, visiblePath(name.normalize("NFC"))));
    return target === undefined ? [] : [folder, ...(uploadFolders[folder] ?? [])].map((at) => ({ path: joinPath(at, name), target }));
  });
}

function pathOnSite(reference: string, own: OwnUrls): string {
  return ownAddress(reference.replace(jetpackHost, "https://"), own)?.path ?? "";
}

// `moon-300x200.jpg` of WordPress, `size/w600/format/webp/2024/moon.jpg` of Ghost.
function originalOf(file: string): string {
  return file.replace(/-\d{1,5}x\d{1,5}(?=\.\w{1,5}$)/, "").replace(/^size\/[wh]\d[^/]*\/(?:format\/\w+\/)?/, "");
}

/**
 * Leads the references of an entry to the copies of uploaded files.
 * @param bring returns the path of the copy, below the articles folder; undefined to keep the reference
 */
export function leadToUploads(entry: PreparedEntry, bring: (reference: string) => string | undefined): PreparedEntry {
  const replace = (reference: string) => {
    const target = bring(reference);
    return target && `/${encodePath(target)}${/#[^#]*$/.exec(reference)?.[0] ?? ""}`;
  };
  const { enclosure, image } = entry;
  return {
    ...entry,
    content: mapReferences(entry.content, replace),
    image: image && { ...image, url: replace(image.url) ?? image.url },
    enclosure: enclosure && { ...enclosure, url: replace(enclosure.url) ?? enclosure.url },
  };
}
