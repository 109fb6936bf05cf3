import { decodeUri } from "../base/decode-uri.ts";
import { escapeMarkup, escapeText } from "../base/escape.ts";
import { directionOf } from "../base/language/canonical-language.ts";
import type { CompiledEntry } from "../model/entry.ts";
import { type Format, jsonFeed } from "../model/format.ts";
import type { Selection } from "../model/selection.ts";
import { hasSummariesOnly } from "../model/selection-settings.ts";
import type { Site } from "../settings/site-settings.ts";
import { entryLabel } from "./entry-label.ts";
import { markDirection } from "./mark-direction.ts";

/**
 * Returns the content of an entry in a feed, as HTML: the complete text or the summary (or the description of its picture), then a link to
 * the entry's page if the text goes on there or if the entry's title links to another site, then the footer of the site.
 */
export function contentInFeed(entry: CompiledEntry, site: Site, selection: Selection, { path }: Pick<Format, "path">): string {
  const isSummary = hasSummariesOnly(selection, site);
  const text = isSummary ? paragraph(escapeText(entry.summary || (entry.image?.alt ?? ""))) : entry.content;
  // JSON Feed has both URLs.
  const needsLink = isSummary || (entry.externalUrl !== undefined && path !== jsonFeed.path);
  const link = needsLink
    ? pageLink(entry, isSummary ? `${arrow(entry)} ${entry.title || shownUrl(entry)}` : `∞ ${entryLabel(entry, site)}`)
    : "";
  return joined([markDirection(joined([text, link]), entry, site.language), footerOf(site)]);
}

// Unicode does not mirror arrows in text from right to left.
function arrow({ direction }: CompiledEntry): string {
  return direction === "rtl" ? "←" : "→";
}

function footerOf({ footer, language }: Site): string {
  return markDirection(footer, { direction: directionOf(language), language }, language);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n");
}

function pageLink({ url }: CompiledEntry, text: string): string {
  return paragraph(`<a href="${escapeMarkup(url)}">${escapeText(text)}</a>`);
}

// The summary of an entry without a title is shown already.
function shownUrl({ url }: CompiledEntry): string {
  return decodeUri(url.replace(/^https?:\/\//, ""));
}

function paragraph(html: string): string {
  return html === "" ? "" : `<p>${html}</p>`;
}
