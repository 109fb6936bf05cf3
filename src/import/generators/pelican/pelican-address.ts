import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { ownAddress } from "../../../content/links/own-address.ts";
import type { PythonSettings } from "../../configuration/python/python-settings.ts";
import type { SiteUrl } from "../../configuration/site-url.ts";
import type { CivilDate } from "../../site-rules/civil-date.ts";
import { strftime } from "../../site-rules/strftime.ts";
import { hasOnlyParts, type PelicanDate } from "./pelican-date.ts";
import { slugMaker } from "./pelican-slug.ts";

/** An article or a page of Pelican. */
export interface PelicanText {
  readonly kind: "post" | "page";
  /** The path below the content. */
  readonly path: string;
  /** Its metadata with that of its path and of the settings. */
  readonly metadata: FrontMatterTable;
  readonly slug: string;
  /** The reading of its date; empty without one. */
  readonly reading: PelicanDate;
}

/** Computes the addresses of a Pelican site. */
export class PelicanAddresses {
  readonly #settings: PythonSettings;
  readonly #slugOf: { readonly category: (text: string) => string; readonly author: (text: string) => string };
  readonly #language: string;

  constructor(settings: PythonSettings) {
    this.#settings = settings;
    this.#slugOf = { category: slugMaker(settings, "CATEGORY"), author: slugMaker(settings, "AUTHOR") };
    this.#language = (settings.text("DEFAULT_LANG") ?? "en").toLowerCase();
  }

  /** Returns the pattern of a text, such as `{date:%Y}/{slug}.html`. */
  patternOf({ kind, metadata }: Pick<PelicanText, "kind" | "metadata">): string {
    const isTranslation = (textIn(metadata["lang"]) ?? this.#language).toLowerCase() !== this.#language;
    const name = `${kind === "post" ? "ARTICLE" : "PAGE"}${isTranslation ? "_LANG" : ""}_URL`;
    const isClean = this.#settings.flag("CLEAN_URLS", false);
    return (
      this.#settings.text(name) ?? `${kind === "post" ? "" : "pages/"}{slug}${isTranslation ? "-{lang}" : ""}${isClean ? "/" : ".html"}`
    );
  }

  /** Returns the decoded path of a text; undefined if its pattern needs Python. */
  pathOf(text: PelicanText): string | undefined {
    const own = linkOf(text.metadata) === undefined ? text.metadata["url"] : undefined;
    if (typeof own === "string") return slashed(own.trim()); // empty for the front page
    let isKnown = true;
    const filled = this.patternOf(text).replace(/\{([^{}]*)\}/g, (_, field: string) => {
      const value = this.#valueOf(field, text);
      isKnown &&= value !== undefined;
      return value ?? "";
    });
    return isKnown ? slashed(filled) : undefined;
  }

  /** Returns the path of the file that `save_as` names if a text has no `url` of the site, which Pelican computes from the settings then. */
  savedPathOf({ metadata }: Pick<PelicanText, "metadata">): string | undefined {
    const file = textIn(metadata["save_as"]);
    return file === undefined || (metadata["url"] !== undefined && linkOf(metadata) === undefined) ? undefined : slashed(file);
  }

  /** Returns whether Pelican writes a page for a text; an empty path in `save_as` prevents that. */
  hasPage({ kind, metadata }: Pick<PelicanText, "kind" | "metadata">): boolean {
    return (metadata["save_as"] ?? this.#settings.get(`${kind === "post" ? "ARTICLE" : "PAGE"}_SAVE_AS`)) !== "";
  }

  #valueOf(field: string, { metadata, path, reading: { date, precision }, slug }: PelicanText): string | undefined {
    const [, name = "", format] = /^([\w.]+)(?::(.*))?$/.exec(field) ?? [];
    if (name === "date" && format !== undefined) return date && hasOnlyParts(format, precision) ? strftime(format, date) : undefined;
    if (/^date\.(?:year|month|day|hour|minute)$/.test(name)) return partOf(date, name.slice(5) as "year", format, precision);
    if (format !== undefined) return undefined;
    if (name === "slug") return slug;
    if (name === "lang") return (textIn(metadata["lang"]) ?? this.#language).toLowerCase();
    if (name === "category") return this.#slugOf.category(textIn(metadata["category"]) ?? "");
    if (name === "author") return this.#slugOf.author(this.#authorOf(metadata));
    return textIn(metadata[name]) ?? (name === "path" ? path : undefined);
  }

  #authorOf(metadata: FrontMatterTable): string {
    const written = textIn(metadata["author"]) ?? textIn(metadata["authors"])?.split(/[;,]/)[0] ?? this.#settings.text("AUTHOR");
    return written?.trim() ?? "";
  }
}

function partOf(
  date: CivilDate | undefined,
  part: "year" | "month" | "day" | "hour" | "minute",
  format: string | undefined,
  precision: PelicanDate["precision"],
): string | undefined {
  const isKnown = precision === undefined || part === "year" || part === precision;
  return date && isKnown ? withWidth(date[part], format) : undefined;
}

// `{date.month:02d}`
function withWidth(value: number, format: string | undefined): string | undefined {
  if (format === undefined || format === "d") return String(value);
  const [, width] = /^0(\d)d?$/.exec(format) ?? [];
  return width === undefined ? undefined : String(value).padStart(Number(width), "0");
}

function slashed(path: string): string {
  return `/${path}`.replace(/\/{2,}/g, "/").replace(/(?<=\/)index\.html$/, "");
}

const tokens: Readonly<Record<string, string>> = {
  ...{ "{slug}": ":slug", "{date:%Y}": ":year", "{date:%m}": ":month", "{date:%d}": ":day", "{date:%H}": ":hour", "{date:%M}": ":minute" },
  ...{ "{date:%j}": ":y_day", "{date:%-m}": ":i_month", "{date:%-d}": ":i_day", "{category}": ":category", "{date:%y}": ":short_year" },
  "{date:%b}": ":short_month",
};

/** Returns the pattern in the tokens of the settings; undefined if one has no counterpart. */
export function settingsPattern(pattern: string): string | undefined {
  const translated = pattern.replace(/\{[^{}]*\}/g, (token) => tokens[token] ?? "{}");
  return translated.includes("{}") ? undefined : slashed(translated);
}

/** Returns the metadata of a text whose `url` is a whole address of the site itself, with its path instead. The front page has that of the site. */
export function withOwnPath(metadata: FrontMatterTable, { base, origin }: SiteUrl): FrontMatterTable {
  const link = linkOf(metadata);
  if (link !== undefined && textIn(metadata["save_as"]) === "index.html") return { ...metadata, url: "" };
  const own = link === undefined || origin === undefined ? undefined : ownAddress(link, { base: origin });
  if (own?.isSameHost !== true || !`${own.path}/`.startsWith(`${base}/`)) return metadata;
  return { ...metadata, url: own.path.slice(base.length).replace(/^\//, "") };
}

/** Returns the address on another site that a text has instead of one of its own: `url: https://…`. */
export function linkOf({ url }: FrontMatterTable): string | undefined {
  const written = textIn(url)?.trim() ?? "";
  return /^https?:\/\//i.test(written) ? written : undefined;
}

/** Returns the id of an entry in Pelican's feeds: a tag URI (RFC 4151) of its URL and date. */
export function pelicanId(url: string, date: CivilDate): string {
  const day = [String(date.year).padStart(4, "0"), date.month, date.day].map((part) => String(part).padStart(2, "0")).join("-");
  const [, path = "", fragment = ""] = /^https?:\/\/[^/?#]*([^?#]*)[^#]*#?(.*)$/is.exec(url) ?? [];
  return `tag:${URL.parse(url)?.hostname ?? ""},${day}:${path}${fragment === "" ? "" : `/${fragment}`}`;
}
