import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Entry, MediaFile } from "../../model/entry.ts";
import { isRecordingType } from "../../model/recording.ts";
import type { ReportAtKey } from "../../model/report-at-key.ts";
import type { EnclosureMetadata } from "../metadata/enclosure-metadata.ts";
import type { Metadata } from "../metadata/metadata.ts";
import { isLocal } from "../metadata/web-address.ts";
import { describeMissing, findMedia, localReference } from "./find-media.ts";
import { describeContentFault, describeOversize, mediaFileOf } from "./media-files.ts";
import { ownAddress, ownDocument } from "./own-address.ts";
import type { LinkTargets } from "./resolve-links.ts";

/** Finds the picture that an article names. Reports a missing file and returns undefined. */
export function findImage(metadata: Metadata, targets: LinkTargets, reportAtKey: ReportAtKey): Entry["image"] {
  if (metadata.image === undefined) return undefined;
  const { alt } = metadata.image;
  const url = localReference(metadata.image.url, targets);
  const found = findMedia(url, targets);
  if (found === undefined) {
    reportAtKey(metadata.keys["image"] ?? "image", "warning", `Cannot find the picture ${describeMissing(url, targets)}; it was left out`);
    return undefined;
  }
  if (!isLocal(url) && ownAddress(url, targets)?.isSameHost === true && ownDocument(url, targets) === undefined)
    reportAtKey(metadata.keys["image"] ?? "image", "warning", `Cannot find the picture ${JSON.stringify(url)} of this site in articles/`);
  const file = mediaFileOf(found);
  const contentFault = describeContentFault(url, found);
  if (contentFault !== undefined) reportAtKey(metadata.keys["image"] ?? "image", "warning", contentFault);
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
  const { length, title } = metadata.enclosure;
  const url = localReference(metadata.enclosure.url, targets);
  const report: ReportFile = (severity, message) => reportAtKey(metadata.keys["enclosure"] ?? "enclosure", severity, message);
  const found = findMedia(url, targets);
  if (found === undefined) {
    report("warning", `Cannot find the enclosure ${describeMissing(url, targets)}; it was left out`);
    return undefined;
  }
  const file = mediaFileOf(found);
  const given = usableType(metadata.enclosure.type, report);
  const type = given ?? (isPodcast ? podcastType(file) : file.type);
  const duration = metadata.enclosure.duration ?? (isLocal(url) && isRecordingType(type) ? await durationOf(url) : undefined);
  const enclosure = {
    ...file,
    type,
    length: file.length || (length ?? 0),
    ...(duration !== undefined && { duration }),
    ...(title !== undefined && { title }),
  };
  const contentFault = describeContentFault(url, found);
  if (contentFault !== undefined) report("warning", contentFault);
  else if (enclosure.length === 0 && length === undefined)
    report("warning", `Cannot find out the length of ${JSON.stringify(url)}: give it as length, in bytes`);
  reportFaults({ ...metadata.enclosure, url }, enclosure, isPodcast, report);
  return enclosure;
}

type ReportFile = (severity: Diagnostic["severity"], message: string) => void;

function usableType(given: string | undefined, report: ReportFile): string | undefined {
  if (given === undefined || isMediaType(given)) return given;
  report("warning", `Cannot use the type ${JSON.stringify(given)}: it is not a media type, such as audio/mpeg`);
  return undefined;
}

function reportFaults(given: EnclosureMetadata, enclosure: MediaFile, isPodcast: boolean, report: ReportFile): void {
  const name = JSON.stringify(given.url);
  const fault = describeOversize(given.url, enclosure);
  if (fault !== undefined && isLocal(given.url)) report("error", `${fault}; put it on another host and give its URL with its length`);
  if (isPodcast) reportPodcastFaults(name, enclosure, report);
}

function reportPodcastFaults(name: string, { type, url }: MediaFile, report: ReportFile): void {
  const wanted = podcastTypes[endingOf(url)];
  if (wanted === undefined)
    report(
      "warning",
      `Cannot offer ${name} to podcast directories: the path of its address has to end in ${alternatives(Object.keys(podcastTypes))}, in lower case`,
    );
  else if (type !== wanted)
    report("warning", `Cannot offer ${name} to podcast directories as ${type}: remove its type, or write type: ${wanted}`);
}

function alternatives(endings: readonly string[]): string {
  return `${endings
    .slice(0, -1)
    .map((ending) => `.${ending}`)
    .join(", ")} or .${endings.at(-1)}`;
}

/**
 * The endings of files that podcast directories accept, with the types that Apple lists for them
 * (podcasters.apple.com/support/823-podcast-requirements). W3C validator: UnsupportedItunesFormat.
 */
const podcastTypes: Readonly<Record<string, string>> = {
  mp3: "audio/mpeg",
  m4a: "audio/x-m4a",
  mp4: "video/mp4",
  m4v: "video/x-m4v",
  mov: "video/quicktime",
  pdf: "application/pdf",
  epub: "application/epub+zip",
};

/** Reports an article that has the numbers or the type of an episode, but names no recording. */
export function reportMissingEnclosure({ enclosure, keys, podcast }: Metadata, reportAtKey: ReportAtKey): void {
  const field = (["episode", "season", "episodeType"] as const).find((name) => podcast?.[name] !== undefined);
  if (enclosure !== undefined || field === undefined) return;
  const message = "Cannot offer an episode without a recording to podcast directories: add an enclosure";
  reportAtKey(keys[field] ?? field, "warning", message);
}

/** Reports a picture of an episode that directories refuse as its artwork. Of a remote one, nothing is known. */
export function reportArtwork(metadata: Metadata, image: Entry["image"], enclosure: Entry["enclosure"], reportAtKey: ReportAtKey): void {
  const url = metadata.image?.url ?? "";
  if (image === undefined || !isLocal(url) || !isRecordingType(enclosure?.type ?? "")) return;
  const { height, type, width } = image;
  if (width === undefined || height === undefined) return; // of a kind without a size
  if (width === height && width >= 1400 && width <= 3000 && /^image\/(?:png|jpeg)$/.test(type)) return;
  const message = `Cannot offer ${JSON.stringify(url)} of ${width} × ${height} pixels (${type}) as artwork of the episode: directories want a square PNG or JPEG of 1400 to 3000 pixels`;
  reportAtKey(metadata.keys["image"] ?? "image", "warning", message);
}

function podcastType({ type, url }: MediaFile): string {
  return podcastTypes[endingOf(url)] ?? type;
}

function endingOf(url: string): string {
  return /\.([a-z0-9]+)$/.exec(new URL(url).pathname)?.[1] ?? "";
}

// RFC 9110 §8.3.1.
function isMediaType(type: string): boolean {
  return /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+(?:\s*;\s*[a-z0-9!#$&^_.+-]+=(?:[a-z0-9!#$&^_.+-]+|"[^"\\<>]*"))*$/i.test(type);
}
