import mime from "mime";
import { canonicalUrl } from "../../base/canonical-url.ts";
import { decodeUri } from "../../base/decode-uri.ts";
import { isLocal } from "../metadata/web-address.ts";
import type { PublishedFile } from "./media-files.ts";
import { ownAddress, ownDocument } from "./own-address.ts";
import type { LinkTargets } from "./resolve-links.ts";

/**
 * Returns the path of a file of the articles folder that a reference means, be it an address of the site itself, percent-encoded, or with a
 * query; any other reference is returned unchanged.
 */
export function localReference(reference: string, targets: LinkTargets): string {
  const path = decodeUri(/^[^?#]*/.exec(ownAddress(reference, targets)?.path ?? "")?.[0] ?? "");
  return [path, ...(isLocal(reference) ? namesIn(reference) : [])].find((name) => fileAt(name, targets) !== undefined) ?? reference;
}

// A file may be called `100%25.png` or `a#b.png`.
function namesIn(reference: string): string[] {
  return [reference, decodeUri(reference), decodeUri(/^[^?#]*/.exec(reference)?.[0] ?? "")];
}

function fileAt(path: string, targets: LinkTargets): PublishedFile | undefined {
  const file = path === "" ? undefined : targets.file(path);
  return file !== undefined && isMedia(file) ? file : undefined;
}

/** Finds the media file to which a reference leads. A file of the folder has a known length; of a remote file only the URL is known. */
export function findMedia(reference: string, targets: LinkTargets): PublishedFile | undefined {
  if (isLocal(reference)) {
    const file = fileAt(localReference(reference, targets), targets);
    if (file !== undefined) return file;
  }
  const url = isLocal(reference) ? ownDocument(reference, targets) : canonicalUrl(reference, targets.base);
  if (url === undefined || !/^https?:/.test(url)) return undefined;
  return { url, type: mime.getType(new URL(url).pathname) ?? "application/octet-stream", length: 0 };
}

/** Describes a reference that leads to no file, as the end of the sentence "Cannot find the file …". */
export function describeMissing(reference: string, targets: LinkTargets): string {
  return isLocal(reference) ? targets.describeMissing(reference) : JSON.stringify(reference);
}

function isMedia(file: { readonly url: string }): file is PublishedFile {
  return "type" in file;
}
