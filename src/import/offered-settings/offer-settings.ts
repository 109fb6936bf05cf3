import { isLocalHost } from "../../network/private-host.ts";
import { expandPattern } from "../../settings/permalink-pattern.ts";
import { sampleSettings } from "../../settings/sample-site.ts";
import { siteSchema } from "../../settings/site-settings.ts";
import { tomlLine } from "../../settings/toml-value.ts";
import type { OldSettings } from "../site-rules/old-site.ts";
import { isStarterEmail, starterValues } from "../site-rules/starter-values.ts";
import { type IdRule, ownIdRule } from "./id-rule.ts";
import { limitFor, usablePodcast } from "./offer-podcast.ts";
import { settingProblem } from "./setting-problem.ts";

/** A table of settings, as it is written in wrangler.toml. */
export type Settings = Readonly<Record<string, unknown>>;

/** The settings that an old site suggests. */
export interface OfferedSettings {
  /** The settings to write, valid by the rules of the settings. */
  readonly missing: Settings;
  /** The settings of the site once the missing ones are written. */
  readonly complete: Settings;
  /** The values of the old site that our settings do not accept, or that the owner has set differently, one sentence each. */
  readonly notes: readonly string[];
  /** The rule of the old site's ids, if the settings have another one for the sake of the articles that are there. */
  readonly ids?: IdRule | undefined;
}

/** Facts about an old site besides its settings. */
export interface KnownFacts {
  /** The author of most posts. */
  readonly author?: string | undefined;
  /** The name of its folder or file. */
  readonly name?: string | undefined;
  /** True if the articles folder has articles of another origin: whatever their ids and addresses depend on is kept. */
  readonly hasOthers?: boolean | undefined;
}

const order = [
  "title",
  "description",
  "url",
  "language",
  "timezone",
  "author",
  "permalink",
  "ids",
  "idBase",
  "limit",
  "copyright",
  "icon",
  "podcast",
];

// A site in use that lacks them has chosen so. Only the first import sets them.
const ofWholeSite: ReadonlySet<string> = new Set(["description", "limit", "copyright", "icon", "podcast"]);

/**
 * Compares the settings of an old site with those of the new one. A setting of the owner is kept; a value of the sample site is not the
 * owner's.
 * @param written the `[vars.SITE]` table as it is written
 * @param known replaces the sample's title, description and author where the old settings have none
 */
export function offerSettings(
  found: OldSettings,
  permalink: string | undefined,
  written: Settings,
  known: KnownFacts = {},
): OfferedSettings {
  const starter = starterValues(found);
  const isLocal = found.url !== undefined && isLocalHost(found.url);
  const old: OldSettings = Object.fromEntries(Object.entries(found).filter(([key]) => !(key in starter || (isLocal && key === "url"))));
  const notes = [...starterNotes({ ...starter }), ...(found.dropped ?? []).map((name) => `Not imported from the feed itself: ${name}`)];
  const missing: Record<string, unknown> = {};
  const writtenUrl = isLocal ? found.url : found.url === undefined ? found.unusedUrl : undefined;
  const unusedUrl = isOwn("url", written) ? undefined : writtenUrl;
  if (unusedUrl !== undefined) notes.push(`The old value is not used. ${settingProblem("url", unusedUrl) ?? localUrl(unusedUrl)}`);
  if (found.unusedTimezone !== undefined) {
    const { file, value } = found.unusedTimezone;
    notes.push(`The old value in ${file} is not used. ${settingProblem("timezone", value)}`);
  }
  const keepsOthers = known.hasOthers === true && isInUse(written);
  const author = usableAuthor(old.author, notes);
  const offered: Settings = {
    ...{ ...old, author },
    ...(keepsOthers ? { ids: undefined } : { permalink, idBase: oldIdBase(old, written) }),
    limit: old.limit ?? limitFor(old, written["limit"], notes),
    podcast: old.podcast && usablePodcast(old.podcast, isOwn("author", written) ? written["author"] : author, notes),
  };
  for (const key of order) {
    const value = offered[key];
    if (value === undefined || isSame(key, value, written[key])) continue;
    const problem = settingProblem(key, value);
    if (problem !== undefined) notes.push(`The old value is not used. ${problem}`);
    else if (isOwn(key, written))
      notes.push(`Kept ${tomlLine(key, written[key])} of wrangler.toml; the old site had ${tomlLine(key, value)}`);
    else if (keepsOthers && ofWholeSite.has(key)) notes.push(`Not used, since it would be of your whole site: ${tomlLine(key, value)}`);
    else missing[key] = value;
  }
  const email = usableEmail(starter.author?.email);
  const chosen = insteadOfSample({ ...written, ...missing }, old, known, email);
  const all = { ...missing, ...chosen };
  const ids = keepsOthers ? ownIdRule(old, { ...written, ...all }) : undefined;
  return {
    missing: Object.fromEntries(order.flatMap((key) => (key in all ? [[key, all[key]]] : []))),
    complete: { ...written, ...all },
    notes: [...notes, ...chosenNotes(chosen), ...(ids === undefined ? [] : [keptIds])],
    ids,
  };
}

function localUrl(url: string): string {
  return `Only this computer or its network can reach ${tomlLine("url", url)}: write the URL of the site`;
}

const keptIds = "The ids of the articles that were here before do not change, so each copy has the id of the old site in its front matter";

// Before that, no entry was published.
function isInUse({ idBase, title, url }: Settings): boolean {
  return Boolean(url) || Boolean(idBase) || (title !== undefined && title !== sampleSettings["title"]);
}

// On a new domain, the ids keep the old one.
function oldIdBase({ url }: OldSettings, written: Settings): string | undefined {
  const own = written["url"];
  return url !== undefined && typeof own === "string" && own !== "" && own.replace(/\/$/, "") !== url ? url : undefined;
}

// An unusable address of the author must not cost the name.
function usableAuthor(author: OldSettings["author"], notes: string[]): Settings | undefined {
  if (author === undefined) return undefined;
  let usable: Settings = { name: author.name };
  if (author.email !== undefined && isStarterEmail(author.email)) notes.push(starterNote(tomlLine("email", author.email)));
  for (const [key, value] of Object.entries({ email: usableEmail(author.email), url: author.url })) {
    const problem = value === undefined ? undefined : settingProblem("author", { name: author.name, [key]: value });
    if (problem !== undefined) notes.push(`The old value is not used. ${problem}`);
    else if (value !== undefined) usable = { ...usable, [key]: value };
  }
  return usable;
}

function usableEmail(email: string | undefined): string | undefined {
  return email === undefined || isStarterEmail(email) ? undefined : email;
}

function isSame(key: string, value: unknown, written: unknown): boolean {
  const current = written ?? defaults[key];
  if (key === "permalink" && typeof current === "string") return expandPattern(String(value)) === expandPattern(current);
  return JSON.stringify(current) === JSON.stringify(value);
}

const defaults: Settings = siteSchema.parse({ title: "Title", author: { name: "Author" } });

function isOwn(key: string, written: Settings): boolean {
  const value = written[key];
  if (value === undefined || value === "") return false;
  const isSample = JSON.stringify(value) === JSON.stringify(sampleSettings[key]);
  // The language and the time zone of the sample are those of many sites.
  return !(isSample && (key === "title" || key === "description" || key === "author" || written["title"] === sampleSettings["title"]));
}

// Readers must not see the sample's values on another site.
function insteadOfSample(complete: Settings, old: OldSettings, { author, name }: KnownFacts, email: string | undefined): Settings {
  const isSample = (key: string) => JSON.stringify(complete[key]) === JSON.stringify(sampleSettings[key]);
  const { title, url } = complete;
  const ownTitle = isSample("title") ? (URL.parse(String(url))?.hostname ?? name) : undefined;
  const bestAuthor = author ?? ownTitle ?? (isSample("title") ? undefined : title === old.title ? (old.pageTitle ?? title) : title);
  return {
    ...(ownTitle !== undefined && { title: ownTitle }),
    ...(isSample("description") && { description: "" }),
    ...(isSample("author") && bestAuthor !== undefined && { author: { name: bestAuthor, ...(email !== undefined && { email }) } }),
  };
}

function starterNotes(starter: Settings): string[] {
  const lines = Object.entries(starter).map(([key, value]) => tomlLine(key, value));
  return lines.length === 0 ? [] : [starterNote(lines.join(", "))];
}

function starterNote(lines: string): string {
  return `Not used, since they are values of a starter that were never replaced: ${lines}; write your own`;
}

function chosenNotes(chosen: Settings): string[] {
  const lines = Object.entries(chosen).map(([key, value]) => tomlLine(key, value));
  if (lines.length === 0) return [];
  return [`Not in the old configuration, so the import chose them: ${lines.join(", ")}; write your own`];
}
