import type { Episode, EpisodeFile, Transcript } from "../../model/entry.ts";
import type { ReportAtKey } from "../../model/report-at-key.ts";
import { transcriptTypes } from "../../model/transcript-types.ts";
import type { TranscriptReference } from "../metadata/episode-metadata.ts";
import type { Metadata } from "../metadata/metadata.ts";
import { isLocal } from "../metadata/web-address.ts";
import { describeMissing, findMedia } from "./find-media.ts";
import { chaptersType, describeContentFault, describeOversize, type PublishedFile } from "./media-files.ts";
import type { LinkTargets } from "./resolve-links.ts";

/**
 * Finds the transcripts and the chapters that an article names, and returns its podcast fields with their URLs. Reports the files that
 * are missing or of another kind, and leaves them out.
 */
export function findEpisodeFiles({ keys, podcast = {} }: Metadata, targets: LinkTargets, reportAtKey: ReportAtKey): Episode {
  const { chapters, transcripts = [], ...fields } = podcast;
  const chaptersFile = chapters === undefined ? undefined : findChapters(chapters, targets, warnAt("chapters"));
  const found = transcripts.flatMap((transcript) => findTranscript(transcript, targets, warnAt("transcript")) ?? []);
  const files = [...new Map(found.map((file) => [`${file.url} ${file.language}`, file])).values()];
  return {
    ...fields,
    ...(files.length > 0 && { transcripts: files }),
    ...(chaptersFile !== undefined && { chapters: chaptersFile }),
  };

  function warnAt(field: "chapters" | "transcript"): Warn {
    return (message) => reportAtKey(keys[field] ?? field, "warning", message);
  }
}

type Warn = (message: string) => void;

function findChapters(reference: string, targets: LinkTargets, warn: Warn): EpisodeFile | undefined {
  const file = findFile("chapters", reference, targets, warn);
  if (file === undefined) return undefined;
  const type = isLocal(reference) ? file.type : chaptersType;
  if (type === chaptersType) return { url: file.url, type };
  warn(
    `Cannot use the chapters ${JSON.stringify(reference)}: it is not JSON such as {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Start"}]}; it was left out`,
  );
  return undefined;
}

function findTranscript({ language, type, url }: TranscriptReference, targets: LinkTargets, warn: Warn): Transcript | undefined {
  const file = findFile("transcript", url, targets, warn);
  if (file === undefined) return undefined;
  const isOwn = isLocal(url);
  const given = type?.toLowerCase().split(";")[0]?.trim();
  const isWrong = given !== undefined && isOwn && transcriptTypes.includes(file.type) && nameOf(given) !== nameOf(file.type);
  if (isWrong)
    warn(`Cannot use the type ${JSON.stringify(type)} of ${JSON.stringify(url)}: by its ending, it is ${file.type}; remove the type`);
  const found = isWrong ? file.type : (given ?? file.type);
  if (isOwn && found === "application/json" && file.isTranscript !== true) {
    warn(
      `Cannot use the transcript ${JSON.stringify(url)}: it is not JSON such as {"version": "1.0.0", "segments": [{"startTime": 0, "endTime": 1.5, "body": "Hello"}]}; it was left out`,
    );
    return undefined;
  }
  if (transcriptTypes.includes(found)) return { url: file.url, type: found, ...(language !== undefined && { language }) };
  warn(`Cannot use the transcript ${JSON.stringify(url)} of type ${found}: players read .vtt, .srt, .json, .html and .txt`);
  return undefined;
}

// SubRip has two names.
function nameOf(type: string): string {
  return type === "application/srt" ? "application/x-subrip" : type;
}

function findFile(kind: string, reference: string, targets: LinkTargets, warn: Warn): PublishedFile | undefined {
  const file = findMedia(reference, targets);
  const fault =
    file === undefined
      ? describeUnfound(kind, reference, targets)
      : (describeOversize(reference, file) ?? describeContentFault(reference, file));
  if (fault !== undefined) warn(`${fault}; it was left out`);
  return fault === undefined ? file : undefined;
}

// A text without front matter that an article names is not an article.
function describeUnfound(kind: string, reference: string, targets: LinkTargets): string {
  if (!isLocal(reference) || !targets.hasArticle(reference)) return `Cannot find the ${kind} ${describeMissing(reference, targets)}`;
  return `Cannot use the ${kind} ${JSON.stringify(reference)}: it is an article; remove its front matter, and name it relative to this article`;
}
