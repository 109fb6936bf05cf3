import { canonicalLanguage } from "../../base/language/canonical-language.ts";
import { textIn } from "../../base/table-values.ts";
import type { Episode, Person } from "../../model/entry.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asList, asTable, isFalse, isTrue } from "../front-matter/front-matter-value.ts";
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

/** Access to the podcast fields of front matter. */
interface EpisodeFields {
  readonly find: (field: EpisodeField) => FrontMatterValue | undefined;
  readonly warn: (field: EpisodeField, message: string) => void;
  readonly nameOf: (field: EpisodeField) => string;
}

/**
 * Reads the podcast fields of an article. Returns undefined if it has none.
 * @param nameOf returns the key of a field as the article writes it
 */
export function readEpisode(
  find: EpisodeFields["find"],
  warn: EpisodeFields["warn"],
  nameOf: EpisodeFields["nameOf"] = (field) => field,
): EpisodeMetadata | undefined {
  const access = { find, warn, nameOf };
  const number = "it is not a whole number from 1 on";
  const answer = "it is neither true nor false";
  const fields = {
    episode: readOne(access, "episode", positive, number),
    season: readOne(access, "season", positive, number),
    episodeType: readOne(access, "episodeType", typeOf, "it is not full, trailer or bonus"),
    explicit: readOne(access, "explicit", truth, answer),
    episodeTitle: readOne(access, "episodeTitle", textIn, "it is not text"),
    block: readOne(access, "block", truth, answer),
    persons: readAll(access, "persons", readPerson, "write a name, or { name, role, group, url, image }"),
    transcripts: readAll(access, "transcript", readTranscript, "write the name of a file, or { url, type, language }"),
    chapters: readOne(access, "chapters", textIn, "write the name of a JSON file"),
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : (Object.fromEntries(given) as EpisodeMetadata);
}

function readOne<T>(access: EpisodeFields, field: EpisodeField, parse: (text: string) => T | undefined, fault: string): T | undefined {
  const value = access.find(field);
  const parsed = typeof value === "string" ? parse(value.trim()) : undefined;
  if (value !== undefined && parsed === undefined) reportFault(access, field, value, fault);
  return parsed;
}

function readAll<T>(
  access: EpisodeFields,
  field: EpisodeField,
  read: (value: FrontMatterValue, access: EpisodeFields) => T | undefined,
  fault: string,
): T[] | undefined {
  const found = asList(access.find(field)).flatMap((value) => {
    const parsed = read(value, access);
    if (parsed === undefined) reportFault(access, field, value, fault);
    return parsed ?? [];
  });
  return found.length === 0 ? undefined : found;
}

function reportFault({ nameOf, warn }: EpisodeFields, field: EpisodeField, value: FrontMatterValue, fault: string): void {
  warn(field, `Cannot use ${nameOf(field)} ${JSON.stringify(value)}: ${fault}`);
}

function readPerson(value: FrontMatterValue, access: EpisodeFields): Person | undefined {
  for (const fault of describeUnknownKeys(value, "a person", personKeys, ["name", "role", "group", "url", "image"]))
    reportFault(access, "persons", value, fault);
  const text = textIn(value) ?? "";
  if (text.includes(",") && !Array.isArray(access.find("persons")))
    access.warn(
      "persons",
      `Cannot be sure whether ${JSON.stringify(text)} is one person: write a list for several, or { name: ${JSON.stringify(text)} }`,
    );
  return personOf(value, (fault) => reportFault(access, "persons", value, fault));
}

function readTranscript(value: FrontMatterValue, access: EpisodeFields): TranscriptReference | undefined {
  for (const fault of describeUnknownKeys(value, "a transcript", ["url", "type", "language"]))
    reportFault(access, "transcript", value, fault);
  return transcriptOf(value);
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
  const name = textIn(value) ?? textIn(table["name"]);
  if (name === undefined) return undefined;
  const [role, group] = [textIn(table["role"]), textIn(table["group"])];
  const [image, url] = [addressAt("image", "img"), addressAt("url", "href")];
  return {
    name,
    ...(role !== undefined && { role: role.toLowerCase() }),
    ...(group !== undefined && { group: group.toLowerCase() }),
    ...(image !== undefined && { image }),
    ...(url !== undefined && { url }),
  };

  function addressAt(...keys: readonly string[]): string | undefined {
    const key = keys.find((key) => textIn(table[key]) !== undefined);
    const address = key === undefined ? undefined : textIn(table[key]);
    if (address === undefined || isWebAddress(address)) return address && new URL(address).href;
    warn(`${key} is not a URL that begins with https://; it was left out`);
    return undefined;
  }
}

function transcriptOf(value: FrontMatterValue): TranscriptReference | undefined {
  const table = asTable(value);
  const url = textIn(value) ?? textIn(table["url"]);
  const [type, tag] = [textIn(table["type"]), textIn(table["language"])];
  const language = tag === undefined ? undefined : canonicalLanguage(tag);
  if (url === undefined || (tag !== undefined && language === undefined)) return undefined;
  return { url, ...(type !== undefined && { type }), ...(language !== undefined && { language }) };
}
