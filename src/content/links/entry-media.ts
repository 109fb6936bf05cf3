import mime from "mime";
import { canonicalUrl } from "../../base/canonical-url.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Entry, MediaFile } from "../../model/entry.ts";
import type { ReportAtKey } from "../../model/report-at-key.ts";
import type { EnclosureMetadata } from "../metadata/enclosure-metadata.ts";
import type { Metadata } from "../metadata/metadata.ts";
import { describeOversize } from "./media-files.ts";
import type { LinkTargets } from "./resolve-links.ts";

/** Finds the picture that an article names. Reports a missing file and returns undefined. */
export function findImage(metadata: Metadata, targets: LinkTargets, reportAtKey: ReportAtKey): Entry["image"] {
  if (metadata.image === undefined) return undefined;
  const { alt, url } = metadata.image;
  const file = findMedia(url, targets);
  if (file === undefined) {
    reportAtKey(
      metadata.keys["image"] ?? "image",
      "warning",
      `Cannot find the picture ${describeMissing(url, targets)}; the entry goes without`,
    );
    return undefined;
  }
  const fault = describeOversize(url, file);
  if (fault !== undefined)
    reportAtKey(metadata.keys["image"] ?? "image", "error", `${fault}; make it smaller, or put it on another host and give its URL`);
  const type = file.type.startsWith("image/") ? file.type : ""; // the type of a URL without an extension is unknown
  return { ...file, type, ...(alt !== undefined && { alt }) };
}

/** The options of finding an enclosure. */
export interface EnclosureOptions {
  /** Returns the duration of a recording next to the article in whole seconds, or undefined if it is unknown. */
  readonly durationOf: (reference: string) => Promise<number | undefined>;
  /** True if the site is a podcast, which has to meet the rules of podcast directories. */
  readonly isPodcast: boolean;
}

/** Finds the enclosure that an article names. Reports a missing file and returns undefined. */
export async function findEnclosure(
  metadata: Metadata,
  targets: LinkTargets,
  { durationOf, isPodcast }: EnclosureOptions,
  reportAtKey: ReportAtKey,
): Promise<Entry["enclosure"]> {
  if (metadata.enclosure === undefined) return undefined;
  const { length, title, url } = metadata.enclosure;
  const report: ReportFile = (severity, message) => reportAtKey(metadata.keys["enclosure"] ?? "enclosure", severity, message);
  const file = findMedia(url, targets);
  if (file === undefined) {
    report("warning", `Cannot find the enclosure ${describeMissing(url, targets)}; the entry goes without`);
    return undefined;
  }
  const type = usableType(metadata.enclosure.type, report) ?? file.type;
  const duration = metadata.enclosure.duration ?? (isLocal(url) && isRecording(type) ? await durationOf(url) : undefined);
  const enclosure = {
    ...file,
    type,
    length: file.length || (length ?? 0),
    ...(duration !== undefined && { duration }),
    ...(title !== undefined && { title }),
  };
  reportFaults(metadata.enclosure, enclosure, isPodcast, report);
  return enclosure;
}

type ReportFile = (severity: Diagnostic["severity"], message: string) => void;

function usableType(given: string | undefined, report: ReportFile): string | undefined {
  if (given === undefined || isMediaType(given)) return given;
  report("warning", `Cannot use the type ${JSON.stringify(given)}: it is no media type, such as audio/mpeg`);
  return undefined;
}

function reportFaults(given: EnclosureMetadata, enclosure: MediaFile, isPodcast: boolean, report: ReportFile): void {
  const name = JSON.stringify(given.url);
  const fault = describeOversize(given.url, enclosure);
  if (fault !== undefined && isLocal(given.url)) report("error", `${fault}; put it on another host and give its URL with its length`);
  if (enclosure.length === 0 && given.length === undefined)
    report("warning", `Cannot find out the length of ${name}: give it as length, in bytes`);
  if (isPodcast && !podcastEnding.test(enclosure.url))
    report(
      "warning",
      `Cannot offer ${name} to podcast directories: its address has to end in .mp3, .m4a, .mp4, .m4v, .mov, .pdf or .epub, in lower case`,
    );
}

// W3C validator: UnsupportedItunesFormat.
const podcastEnding = /\.(?:m4a|mp3|mov|mp4|m4v|pdf|epub)$/;

function isRecording(type: string): boolean {
  return /^(?:audio|video)\//i.test(type);
}

function isLocal(reference: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(reference);
}

// A local file has a known length; of a remote file only the URL is known.
function findMedia(reference: string, targets: LinkTargets): MediaFile | undefined {
  if (isLocal(reference)) {
    const file = targets.file(reference);
    return file !== undefined && isMedia(file) ? file : undefined;
  }
  const url = canonicalUrl(reference, targets.base);
  if (url === undefined || !/^https?:/.test(url)) return undefined;
  return { url, type: mime.getType(new URL(url).pathname) ?? "application/octet-stream", length: 0 };
}

function describeMissing(reference: string, targets: LinkTargets): string {
  return isLocal(reference) ? targets.describeMissing(reference) : JSON.stringify(reference);
}

function isMedia(file: { readonly url: string }): file is MediaFile {
  return "type" in file;
}

// RFC 9110 §8.3.1.
function isMediaType(type: string): boolean {
  return /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+(?:\s*;\s*[a-z0-9!#$&^_.+-]+=(?:[a-z0-9!#$&^_.+-]+|"[^"\\<>]*"))*$/i.test(type);
}
