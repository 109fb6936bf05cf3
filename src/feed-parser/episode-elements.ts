import type { RssFeed } from "feedsmith";
import { canonicalLanguage } from "../base/language/canonical-language.ts";
import { oneLine } from "../base/one-line.ts";
import { truncate } from "../base/truncate.ts";
import type { EpisodeMetadata, TranscriptReference } from "../content/metadata/episode-metadata.ts";
import type { Person } from "../model/entry.ts";
import { transcriptTypes } from "../model/transcript-types.ts";
import type { DroppedElements } from "./dropped-elements.ts";
import { nameText } from "./plain-text.ts";

type Item = NonNullable<Partial<RssFeed.Feed<string>>["items"]>[number];
type Podcast = NonNullable<Item["podcast"]>;

/** The elements of an entry by which podcast directories and apps know an episode. Atom has those of iTunes and `psc:chapters`. */
export type EpisodeElements = Pick<Partial<Item>, "acast" | "googleplay" | "itunes" | "podcast" | "psc" | "rawvoice" | "spotify">;

/** A chapter of an episode, as the JSON Chapters Format 1.2 of the podcast namespace writes it. */
export interface InlineChapter {
  /** Seconds. */
  readonly startTime: number;
  readonly title?: string | undefined;
  /** Absolute URLs. */
  readonly url?: string | undefined;
  readonly img?: string | undefined;
}

/** Options of `episodeOf`. */
interface Context {
  /** The title of the entry. */
  readonly title: string;
  readonly dropped: DroppedElements;
  readonly base: string | undefined;
}

/** Reads the episode data of an entry; undefined if it has none. */
export function episodeOf(elements: EpisodeElements, context: Context): EpisodeMetadata | undefined {
  const { itunes = {}, podcast = {} } = elements;
  const { base, dropped, title } = context;
  dropUnread(elements, dropped);
  const episodeTitle =
    itunes.title === undefined ? "" : shortText("itunes:title", nameText(itunes.title.slice(0, maxRead)), maxTitle, dropped);
  const episode = countOf("itunes:episode", [itunes.episode, podcast.episode?.number], dropped);
  const season = countOf("itunes:season", [itunes.season, podcast.season?.number], dropped);
  const type = (["full", "trailer", "bonus"] as const).find((type) => type === itunes.episodeType?.toLowerCase());
  if (itunes.episodeType !== undefined && type === undefined) dropped.add("itunes:episodeType (not full, trailer or bonus)");
  const persons = personsOf(podcast.persons, { dropped, base, limits: personLimits });
  const transcripts = transcriptsOf(podcast.transcripts, dropped, base);
  const chapters = chaptersOf(podcast.chapters, dropped, base);
  const fields = {
    episode,
    season,
    episodeType: type,
    explicit: itunes.explicit,
    episodeTitle: episodeTitle === "" || episodeTitle === title ? undefined : episodeTitle,
    block: itunes.block === true ? true : undefined,
    persons: persons.length > 0 ? persons : undefined,
    transcripts: transcripts.length > 0 ? transcripts : undefined,
    chapters,
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : (Object.fromEntries(given) as EpisodeMetadata);
}

/** Reads the chapters that the entry itself contains (podlove.org/simple-chapters); undefined if there is a file with them. */
export function inlineChaptersOf({ podcast, psc }: EpisodeElements, dropped: DroppedElements): readonly InlineChapter[] | undefined {
  return podcast?.chapters === undefined && psc?.chapters !== undefined ? inlineChapters(psc.chapters, dropped) : undefined;
}

const personLimits = { count: 100, length: 16_384 }; // together with other metadata, an entry has four times as much
const transcriptLimits = { count: 20, length: 16_384 };
const maxTitle = 255; // UTF-16 units; W3C validator: TooLong
/** UTF-16 units. Aggregators may truncate a longer name (podcast namespace). */
export const maxName = 128;
/** UTF-16 units of a text that are looked at. */
export const maxRead = 10_000;

/** Options of `personsOf`. */
interface PersonOptions {
  readonly dropped: DroppedElements;
  readonly base: string | undefined;
  /** The maximum of persons, and of their UTF-16 units as JSON. */
  readonly limits: { readonly count: number; readonly length: number };
}

/** Reads persons (podcast namespace, `podcast:person`). A person without a name is left out. */
export function personsOf(written: Podcast["persons"], { base, dropped, limits }: PersonOptions): Person[] {
  const persons = dropped.first("podcast:person", written, limits.count).flatMap(({ display, group, href, img, role }) => {
    const name = shortText("podcast:person", nameText((display ?? "").slice(0, maxRead)), maxName, dropped);
    if (name === "") dropped.add("podcast:person without a name");
    const found = {
      name,
      role: role && shortText("podcast:person role", role, maxName, dropped),
      group: group && shortText("podcast:person group", group, maxName, dropped),
      url: dropped.url("podcast:person href", href, base),
      image: dropped.url("podcast:person img", img, base),
    };
    return name === "" ? [] : [Object.fromEntries(Object.entries(found).filter(([, value]) => value)) as unknown as Person];
  });
  return dropped.fitting("podcast:person", persons, limits.length);
}

/** Returns a text on one line that is cut to a length; the cut is reported. */
export function shortText(name: string, text: string, limit: number, dropped: DroppedElements): string {
  const line = oneLine(text.slice(0, maxRead));
  if (line.length > limit || text.length > maxRead) dropped.add(`${name} (the end of a text of more than ${limit} characters)`);
  return truncate(line, limit);
}

// The number of the podcast namespace may have decimals, and is used only without that of iTunes.
function countOf(name: string, numbers: readonly (number | undefined)[], dropped: DroppedElements): number | undefined {
  const count = numbers.find((value) => Number.isInteger(value) && Number(value) > 0 && Number(value) < 1e9);
  if (count === undefined && numbers.some((value) => value !== undefined)) dropped.add(`${name} (not a whole number from 1 on)`);
  return count;
}

// Other spellings of SubRip; the last is one of the specification's examples.
const otherTypes: Readonly<Record<string, string>> = {
  "text/srt": "application/x-subrip",
  "text/x-subrip": "application/x-subrip",
  "application/srr": "application/x-subrip",
};

function transcriptsOf(transcripts: Podcast["transcripts"], dropped: DroppedElements, base: string | undefined): TranscriptReference[] {
  const found = dropped.first("podcast:transcript", transcripts, transcriptLimits.count).flatMap((transcript) => {
    const url = dropped.url("podcast:transcript", transcript.url, base);
    if (url === undefined) return [];
    const written = transcript.type?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
    const type = transcriptTypes.find((type) => type === (otherTypes[written] ?? written));
    if (type === undefined && !/\.(?:vtt|srt|json|html|txt)$/i.test(new URL(url).pathname)) {
      dropped.add("podcast:transcript in another format than VTT, SubRip, JSON, HTML and text");
      return [];
    }
    const language = transcript.language === undefined ? undefined : canonicalLanguage(transcript.language);
    if (transcript.language !== undefined && language === undefined) dropped.add("podcast:transcript language (not a BCP 47 tag)");
    if (transcript.rel !== undefined) dropped.add("podcast:transcript rel");
    return [{ url, ...(type !== undefined && { type }), ...(language !== undefined && { language }) }];
  });
  return dropped.fitting("podcast:transcript", found, transcriptLimits.length);
}

function chaptersOf(chapters: Podcast["chapters"], dropped: DroppedElements, base: string | undefined): string | undefined {
  const isJson = chapters?.type === undefined || /json/i.test(chapters.type);
  if (!isJson) dropped.add("podcast:chapters in another format than JSON");
  return isJson ? dropped.url("podcast:chapters", chapters?.url, base) : undefined;
}

const readElements = ["chapters", "episode", "persons", "season", "transcripts"];

function dropUnread(elements: EpisodeElements, dropped: DroppedElements): void {
  const { podcast } = elements;
  dropped.addMembers("podcast", podcast, readElements);
  if (podcast?.season?.name !== undefined) dropped.add("podcast:season name");
  if (podcast?.episode?.display !== undefined) dropped.add("podcast:episode display");
  dropPlatforms(elements, dropped);
}

type Platforms = { readonly [Name in "acast" | "googleplay" | "itunes" | "rawvoice" | "spotify"]?: object };

/** Drops the elements of single platforms, except those of Google Play that repeat elements of iTunes. */
export function dropPlatforms({ acast, googleplay, itunes = {}, rawvoice, spotify }: Platforms, dropped: DroppedElements): void {
  dropped.addMembers("googleplay", googleplay, [...Object.keys(itunes), "description", "email"]);
  for (const [prefix, members] of Object.entries({ acast, rawvoice, spotify })) dropped.addExtension(prefix, members);
}

interface WrittenChapter {
  readonly start?: string;
  readonly title?: string;
  readonly href?: string;
  readonly image?: string;
}

const maxChapters = 1000;
const maxChapterTitle = 1000; // UTF-16 units

/** Reads the chapters that an entry contains (podlove.org/simple-chapters); undefined if none has a start. */
function inlineChapters(written: readonly WrittenChapter[], dropped: DroppedElements): readonly InlineChapter[] | undefined {
  const chapters = dropped.first("psc:chapter", written, maxChapters).flatMap(({ href, image, start, title }) => {
    const startTime = secondsOf(start ?? "");
    if (startTime === undefined) dropped.add("psc:chapter without a start, such as 00:01:34.500");
    const [url, img] = [dropped.url("psc:chapter href", href, undefined), dropped.url("psc:chapter image", image, undefined)];
    return startTime === undefined ? [] : [{ startTime, title: title && oneLine(title.slice(0, maxChapterTitle)), url, img }];
  });
  return chapters.length === 0 ? undefined : chapters;
}

// Normal play time (RFC 2326 §3.6): 94.5, 1:34.5 or 00:01:34.500.
function secondsOf(time: string): number | undefined {
  const {
    hours = 0,
    minutes = 0,
    seconds,
  } = /^(?:(?:(?<hours>\d{1,4}):)?(?<minutes>\d{1,4}):)?(?<seconds>\d{1,7}(?:\.\d{1,9})?)$/.exec(time.trim())?.groups ?? {};
  return seconds === undefined ? undefined : Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000) / 1000;
}
