import { canonicalLanguage } from "../../base/canonical-language.ts";
import type { Episode, Person } from "../../model/entry.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asList, asTable, isFalse, isTrue, textOf } from "../front-matter/front-matter-value.ts";
import { describeUnknownKeys } from "./unknown-table-keys.ts";
import { isWebAddress } from "./web-address.ts";

/** The podcast fields of an article, as its front matter contains them. Files are still references. */
export interface EpisodeMetadata extends Omit<Episode, "chapters" | "transcripts"> {
  readonly transcripts?: readonly TranscriptReference[];
  /** A path or a URL. */
  readonly chapters?: string;
}

/** A transcript as front matter describes it. */
export interface TranscriptReference {
  /** A path or a URL. */
  readonly url: string;
  readonly type?: string;
  /** BCP 47 tag. */
  readonly language?: string;
}

/** The fields of front matter that describe an episode. */
export type EpisodeField =
  | "block"
  | "chapters"
  | "episode"
  | "episodeTitle"
  | "episodeType"
  | "explicit"
  | "persons"
  | "season"
  | "transcript";

/**
 * Reads the podcast fields of an article. Returns undefined if it has none.
 * @param nameOf returns the key of a field as the article writes it
 */
export function readEpisode(
  find: (field: EpisodeField) => FrontMatterValue | undefined,
  warn: (field: EpisodeField, message: string) => void,
  nameOf: (field: EpisodeField) => string = (field) => field,
): EpisodeMetadata | undefined {
  const reportFault = (field: EpisodeField, value: FrontMatterValue, fault: string) =>
    warn(field, `Cannot use ${nameOf(field)} ${JSON.stringify(value)}: ${fault}`);
  const read = <T>(field: EpisodeField, parse: (text: string) => T | undefined, fault: string): T | undefined => {
    const value = find(field);
    const parsed = typeof value === "string" ? parse(value.trim()) : undefined;
    if (value !== undefined && parsed === undefined) reportFault(field, value, fault);
    return parsed;
  };
  const readAll = <T>(field: EpisodeField, parse: (value: FrontMatterValue) => T | undefined, fault: string): T[] | undefined => {
    const found = asList(find(field)).flatMap((value) => {
      const parsed = parse(value);
      if (parsed === undefined) reportFault(field, value, fault);
      return parsed ?? [];
    });
    return found.length === 0 ? undefined : found;
  };
  const personWithWarnings = (value: FrontMatterValue): Person | undefined => {
    for (const fault of describeUnknownKeys(value, "a person", personKeys, ["name", "role", "group", "url", "image"]))
      reportFault("persons", value, fault);
    const text = textOf(value) ?? "";
    if (text.includes(",") && !Array.isArray(find("persons")))
      warn(
        "persons",
        `Cannot be sure whether ${JSON.stringify(text)} is one person: write a list for several, or { name: ${JSON.stringify(text)} }`,
      );
    return personOf(value, (fault) => reportFault("persons", value, fault));
  };
  const transcriptWithWarnings = (value: FrontMatterValue): TranscriptReference | undefined => {
    for (const fault of describeUnknownKeys(value, "a transcript", ["url", "type", "language"])) reportFault("transcript", value, fault);
    return transcriptOf(value);
  };
  const number = "it is not a whole number from 1 on";
  const answer = "it is neither true nor false";
  const fields = {
    episode: read("episode", positive, number),
    season: read("season", positive, number),
    episodeType: read("episodeType", typeOf, "it is not full, trailer or bonus"),
    explicit: read("explicit", truth, answer),
    episodeTitle: read("episodeTitle", textOf, "it is not text"),
    block: read("block", truth, answer),
    persons: readAll("persons", personWithWarnings, "write a name, or { name, role, group, url, image }"),
    transcripts: readAll("transcript", transcriptWithWarnings, "write the name of a file, or { url, type, language }"),
    chapters: read("chapters", textOf, "write the name of a JSON file"),
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : (Object.fromEntries(given) as EpisodeMetadata);
}

function positive(text: string): number | undefined {
  return /^0*[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function typeOf(text: string): Episode["episodeType"] {
  return (["full", "trailer", "bonus"] as const).find((type) => type === text.toLowerCase());
}

function truth(text: string): boolean | undefined {
  return isTrue(text) ? true : isFalse(text) ? false : undefined;
}

// The podcast namespace calls the URL href, and the picture img.
const personKeys = ["name", "role", "group", "url", "href", "image", "img"];

// A person without a usable URL keeps the name.
function personOf(value: FrontMatterValue, warn: (fault: string) => void): Person | undefined {
  const table = asTable(value);
  const name = textOf(value) ?? textOf(table["name"]);
  if (name === undefined) return undefined;
  const [role, group] = [textOf(table["role"]), textOf(table["group"])];
  const [image, url] = [addressAt("image", "img"), addressAt("url", "href")];
  return {
    name,
    ...(role !== undefined && { role: role.toLowerCase() }),
    ...(group !== undefined && { group: group.toLowerCase() }),
    ...(image !== undefined && { image }),
    ...(url !== undefined && { url }),
  };

  function addressAt(...keys: readonly string[]): string | undefined {
    const key = keys.find((key) => textOf(table[key]) !== undefined);
    const address = key === undefined ? undefined : textOf(table[key]);
    if (address === undefined || isWebAddress(address)) return address && new URL(address).href;
    warn(`${key} is not a URL that begins with https://; it was left out`);
    return undefined;
  }
}

function transcriptOf(value: FrontMatterValue): TranscriptReference | undefined {
  const table = asTable(value);
  const url = textOf(value) ?? textOf(table["url"]);
  const [type, tag] = [textOf(table["type"]), textOf(table["language"])];
  const language = tag === undefined ? undefined : canonicalLanguage(tag);
  if (url === undefined || (tag !== undefined && language === undefined)) return undefined;
  return { url, ...(type !== undefined && { type }), ...(language !== undefined && { language }) };
}
