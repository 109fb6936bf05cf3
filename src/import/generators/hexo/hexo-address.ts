import { sha1 } from "@noble/hashes/legacy.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { baseName } from "../../../base/file-path.ts";
import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { asList, isNull } from "../../../content/front-matter/front-matter-value.ts";
import { parseDate } from "../../../content/metadata/parse-date.ts";
import { padded } from "../../../content/permalink/permalink-values.ts";
import { type CivilDate, civilDate } from "../../site-rules/civil-date.ts";
import { hexoToken, type NameParts } from "./hexo-name.ts";
import { hexoSlug, type LetterCase } from "./hexo-slug.ts";

/** The parts of a post that its address may contain. */
export interface HexoPost {
  readonly frontMatter: FrontMatterTable;
  readonly name: NameParts;
  /** The date as it is written. */
  readonly date: string | undefined;
}

/** The path of a post; or the reason why the files do not determine it. */
export type HexoPath =
  | { readonly path: string }
  | { readonly unknown: string /** True if only the time zone is missing. */; readonly needsTimezone: boolean };

/** Computes the paths of posts (hexo.io/docs/permalinks). */
export class HexoAddresses {
  readonly #config: Table;
  readonly #timezone: string | undefined;

  /** @param timezone undefined if the configuration has none, so that Hexo uses that of the machine */
  constructor(config: Table, timezone: string | undefined) {
    this.#config = config;
    this.#timezone = timezone;
  }

  /** The pattern of the configuration. */
  get pattern(): string {
    return textIn(this.#config["permalink"]) ?? ":year/:month/:day/:title/";
  }

  /** Returns the path of a post without the folder of the site. */
  pathOf(post: HexoPost): HexoPath {
    const own = textIn(post.frontMatter["permalink"]);
    if (own !== undefined) return { path: this.#ended(`/${own}`) };
    let unknown: string | undefined;
    const path = this.pattern.replace(hexoToken, (token, name: string) => {
      const value = this.#valueOf(name, post);
      if (value === undefined) unknown ??= token;
      return value ?? "";
    });
    if (unknown === undefined) return { path: this.#ended(`/${path}`) };
    const isInstant = unknown === ":hash" || unknown === ":timestamp";
    return { unknown, needsTimezone: isInstant && this.#timezone === undefined && post.date !== undefined };
  }

  // With post_asset_folder, the path is a folder, so that the assets are below it. The rest is `pretty_urls`.
  #ended(path: string): string {
    const isFolder = this.#config["post_asset_folder"] === true && !/(?:\/|\.html)$/.test(path);
    return prettyPath((isFolder ? `${path}/` : path).replace(/\/{2,}/g, "/"), this.#config);
  }

  #valueOf(name: string, { date, frontMatter, name: parts }: HexoPost): string | undefined {
    const slug = parts["title"] ?? "";
    if (name === "title") return slug;
    if (name === "name") return baseName(slug);
    if (name === "post_title") return hexoSlug(textIn(frontMatter["title"]) ?? "", 1);
    if (name === "category") return this.#categoryOf(frontMatter);
    if (name === "id") return textIn(frontMatter["id"]); // otherwise a random one of Hexo's database
    const dated = this.#dateValue(name, slug, date);
    if (dated !== "no date token") return dated;
    const own = textIn(frontMatter[name]) ?? parts[name] ?? (name === "layout" ? "post" : undefined);
    if (own !== undefined) return own;
    const fallback = tableOf(this.#config["permalink_defaults"])[name];
    return fallback === undefined ? undefined : String(fallback);
  }

  #dateValue(name: string, slug: string, written: string | undefined): string | undefined {
    if (!/^(?:year|month|day|hour|minute|second|i_month|i_day|timestamp|hash)$/.test(name)) return "no date token";
    const date = written === undefined ? undefined : localDate(written);
    if (date === undefined) return undefined;
    if (name !== "timestamp" && name !== "hash") return fieldOf(name, date);
    if (this.#timezone === undefined) return undefined;
    const seconds = String(parseDate(isoOf(date), this.#timezone).instant / 1000);
    return name === "timestamp" ? seconds : bytesToHex(sha1(utf8ToBytes(slug + seconds))).slice(0, 12);
  }

  // The deepest category of the last list. An unknown name is its own slug.
  #categoryOf(frontMatter: FrontMatterTable): string {
    const map = tableOf(this.#config["category_map"]);
    const letterCase = Number(this.#config["filename_case"] ?? 0) as LetterCase;
    const names = lastCategory(frontMatter["categories"] ?? frontMatter["category"]);
    if (names.length === 0) return textIn(this.#config["default_category"]) ?? "uncategorized";
    return names.map((name) => hexoSlug(textIn(map[name]) ?? name, letterCase)).join("/");
  }
}

/** Returns the categories from which `:category` is made: `[a, b]` is `b` below `a`, and of `[[a], [b]]` it is the last. */
export function lastCategory(value: FrontMatterValue | undefined): string[] {
  const items = asList(value);
  const last = items.some(Array.isArray) ? asList(items.at(-1)) : items;
  return last.flatMap((item) => textIn(item) ?? []).filter((name) => !isNull(name));
}

// Hexo ignores the time zone in front matter: it interprets the time in UTC as that of the site's zone.
function localDate(written: string): CivilDate | undefined {
  return civilDate(written, "UTC");
}

function isoOf({ day, hour, minute, month, second, year }: CivilDate): string {
  return `${padded(year, 4)}-${padded(month)}-${padded(day)}T${padded(hour)}:${padded(minute)}:${padded(second)}`;
}

function fieldOf(name: string, date: CivilDate): string {
  if (name === "year") return padded(date.year, 4);
  if (name === "i_month") return String(date.month);
  if (name === "i_day") return String(date.day);
  return padded(date[name as "month" | "day" | "hour" | "minute" | "second"]);
}

/** Applies `pretty_urls`; a page index.html is its folder in any case. */
export function prettyPath(path: string, config: Table): string {
  if (/(?:^|\/)index\.html$/.test(path)) return path.replace(/index\.html$/, "");
  return tableOf(config["pretty_urls"])["trailing_html"] === false ? path.replace(/\.html$/, "") : path;
}
