import { escapeMarkup } from "../base/escape.ts";
import { canonicalLanguage } from "../base/language/canonical-language.ts";
import { oneLine } from "../base/one-line.ts";
import { cleanSummary, isTruncated } from "../feed-parser/clean-summary.ts";
import { checkEntry } from "../feed-parser/entry-limits.ts";
import { EntryUrls } from "../feed-parser/entry-urls.ts";
import type { ParsedEntry } from "../feed-parser/parsed-entry.ts";
import type { Site } from "../settings/site-settings.ts";
import { addressesOf } from "./addresses.ts";
import { derivedId } from "./derived-id.ts";
import { type ImportedDates, importedDates } from "./imported-dates.ts";
import { absoluteLinks } from "./links/absolute-links.ts";
import { replaceTumblrMark } from "./tumblr-mark.ts";

/** The inputs of an import besides its source. */
export interface ImportOptions {
  readonly site: Site;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** An imported entry with its values in the form of front matter. */
export interface PreparedEntry extends Omit<ParsedEntry, "base" | "isResolved" | "link" | "path" | "published" | "updated">, ImportedDates {
  /** The id of the source, or one derived from the entry. */
  readonly id: string;
  /** The id of its draft in an earlier import, if the owner gives its date now. */
  readonly draftId?: string | undefined;
  /** Path of the original address; undefined if it cannot be kept. */
  readonly permalink?: string | undefined;
}

/**
 * Converts an entry for an article: parses dates, converts addresses to paths, makes references absolute, and adds notes for the user.
 * @throws LimitError
 */
export async function prepareEntry(entry: ParsedEntry, { now, site }: ImportOptions): Promise<PreparedEntry> {
  checkEntry(entry);
  const { base, isDatedByOwner, isResolved: _isResolved, link, path: _path, published: _published, updated: _updated, ...rest } = entry;
  const addresses = addressesOf(entry);
  const dates = importedDates(entry, site.timezone, now);
  const content = contentOf(entry);
  const urls = new EntryUrls();
  const authors = entry.authors.map((author) => {
    const name = oneLine(author.name);
    return { ...author, name, url: urls.read(`author ${name}`, author.url) };
  });
  const stated = oneLine(entry.id ?? "") || link;
  const id = stated || (await derivedId(entry));
  return {
    ...rest,
    ...dates,
    id,
    draftId: isDatedByOwner ? stated || (await derivedId({ ...entry, published: undefined })) : undefined,
    title: oneLine(entry.title),
    permalink: addresses.permalink,
    aliases: addresses.aliases,
    authors: authors.filter(({ name }) => name !== ""),
    categories: [...new Set(entry.categories.map(oneLine))].filter((name) => name !== ""),
    summary: cleanSummary(entry.summary, entry.content),
    content,
    language: otherLanguage(entry.language, site.language),
    draft: entry.draft || (dates.published === undefined && entry.unlisted !== true),
    notes: [...entry.notes, ...addresses.notes, ...dates.notes, ...notesOf(entry, id), ...urls.notes],
  };
}

// The wrapper that feeds put around content to mark its direction. They add it again.
const directionWrapper = /^<div dir="(?:ltr|rtl)" lang="[^"<>]+">\n(?<content>[\s\S]*)\n<\/div>$/;

// A recording without text becomes an article with a link to it.
function contentOf({ base, content, enclosure, isResolved, link, title }: ParsedEntry): string {
  const html = isResolved ? content : absoluteLinks(replaceTumblrMark(content.replace(directionWrapper, "$<content>")), base ?? link, link);
  const url = enclosure?.url ?? link;
  if (html.trim() !== "" || title !== "" || url === undefined) return html;
  const escaped = escapeMarkup(url);
  return `<p><a href="${escaped}">${escaped}</a></p>`;
}

function notesOf(entry: ParsedEntry, id: string): string[] {
  return [
    ...(isTruncated(entry.content) ? ["Its content ends with […]: the source has only the beginning; copy the rest"] : []),
    ...(entry.id !== undefined && entry.id.trim() !== "" && id !== entry.id ? [`Its id ${JSON.stringify(entry.id)} lost white space`] : []),
  ];
}

/** Returns the canonical language; undefined if it is the site's language, in any country. */
function otherLanguage(tag: string | undefined, siteLanguage: string): string | undefined {
  const language = tag === undefined ? undefined : canonicalLanguage(tag.trim());
  return language === undefined || written(language) === written(siteLanguage) ? undefined : language;
}

function written(language: string): string {
  const { language: name, script } = new Intl.Locale(language).maximize();
  return `${name}-${script}`;
}
