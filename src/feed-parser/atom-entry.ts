import type { AtomFeed } from "feedsmith";
import { escapeMarkup } from "../base/escape.ts";
import { oneLine } from "../base/one-line.ts";
import type { Author } from "../model/entry.ts";
import { cleanTitle } from "./clean-summary.ts";
import { DroppedElements } from "./dropped-elements.ts";
import { entryUrl, httpUrl } from "./entry-url.ts";
import { EntryUrls } from "./entry-urls.ts";
import { episodeOf, inlineChaptersOf } from "./episode-elements.ts";
import { itunesTexts, mediaOf } from "./media-extensions.ts";
import type { ParsedEntry } from "./parsed-entry.ts";
import { htmlOfText, plainText } from "./plain-text.ts";

type Feed = Partial<AtomFeed.Feed<string>>;
type Entry = Partial<NonNullable<Feed["entries"]>[number]>;
type Category = NonNullable<Entry["categories"]>[number];
type Text = { readonly value?: string; readonly type?: string; readonly src?: string };

/** Returns what an entry of a Blogger backup is, such as `post`, `page`, `comment` or `settings`; undefined for an entry of a feed. */
export function bloggerKind({ categories = [] }: Entry): string | undefined {
  return categories.find(isBloggerKind)?.term?.split("kind#").at(-1);
}

function isBloggerKind({ scheme, term }: Category): boolean {
  return scheme === "http://schemas.google.com/g/2005#kind" && term?.startsWith("http://schemas.google.com/blogger/") === true;
}

/** Parses an entry of Atom 1.0 or 0.3 (RFC 4287 §4.1.2). */
export function atomEntry(entry: Entry, feed: Feed, documentUrl: string | undefined): ParsedEntry {
  const links = (rel: string) => (entry.links ?? []).filter((link) => (link.rel ?? "alternate") === rel);
  const home = feed.links?.find((link) => (link.rel ?? "alternate") === "alternate")?.href;
  const base = nestedBase([documentUrl, feed.xml?.base, entry.xml?.base]);
  const link = entryUrl([links("alternate")[0]?.href, links("related")[0]?.href, entry.id], home, base ?? home);
  const urls = new EntryUrls();
  urls.read("page", links("alternate")[0]?.href, base ?? home);
  const enclosure = urls.readFile("enclosure", links("enclosure"), ({ href }) => href, base ?? link);
  const { html, note } = contentOf(entry.content ?? entry.summary, link);
  const { image, recording } = mediaOf(entry, urls, base ?? link);
  const dropped = new DroppedElements();
  const written = {
    content: html,
    summary: entry.content === undefined ? undefined : textOf(entry.summary),
    authors: authorsOf(entry, feed),
    categories: (entry.categories ?? []).flatMap((category) => (isBloggerKind(category) ? [] : (category.label ?? category.term ?? []))),
  };
  const title = cleanTitle(textOf(entry.title), html);
  return {
    ...itunesTexts(entry.itunes, written, dropped),
    id: entry.id,
    title,
    link,
    published: entry.published ?? entry.updated,
    updated: entry.updated,
    base: nestedBase([documentUrl, feed.xml?.base, entry.xml?.base, (entry.content ?? entry.summary)?.xml?.base]) ?? link,
    image: image === undefined || image.url === enclosure?.url ? undefined : image,
    enclosure: enclosure && {
      url: enclosure.url,
      type: enclosure.file.type,
      length: enclosure.file.length,
      duration: recording?.duration ?? entry.itunes?.duration,
      title: enclosure.file.title,
    },
    podcast: episodeOf(entry, { title, dropped, base: base ?? link }),
    chapters: inlineChaptersOf(entry, dropped),
    language: entry.content?.xml?.lang ?? entry.xml?.lang ?? feed.xml?.lang,
    draft: entry.app?.control?.draft ?? false,
    ...(bloggerKind(entry) === "page" && { unlisted: true }),
    aliases: [],
    notes: note === undefined ? urls.notes : [note, ...urls.notes],
    dropped: dropped.names,
  };
}

function authorsOf(entry: Entry, feed: Feed): Author[] {
  return (entry.authors ?? feed.authors ?? []).flatMap(({ email, name, uri }) => (name === undefined ? [] : [{ name, url: uri, email }]));
}

// RFC 3986 §5.1: each base is relative to the enclosing one.
function nestedBase(bases: readonly (string | undefined)[]): string | undefined {
  return bases.reduce<string | undefined>(
    (outer, base) => (base === undefined ? outer : (URL.parse(base, outer)?.href ?? outer)),
    undefined,
  );
}

// RFC 4287 §3.1: text unless a type says otherwise.
function textOf(text: Text | undefined): string {
  const isHtml = /html/.test(text?.type ?? "");
  return isHtml ? plainText(text?.value ?? "") : oneLine(text?.value ?? "");
}

function contentOf(content: Text | undefined, link: string | undefined): { html: string; note?: string } {
  const { src, type = "text", value = "" } = content ?? {};
  if (src !== undefined) {
    const url = escapeMarkup(httpUrl(src, link)?.href ?? "");
    const html = url === "" ? "" : `<p><a href="${url}">${url}</a></p>`;
    return { html, note: `Its content is not in the feed but at ${src}: copy it from there` };
  }
  if (/html/.test(type)) return { html: value };
  if (/^text(?:\/|$)/.test(type)) return { html: htmlOfText(value) };
  return { html: htmlOfText(value), note: `Its content is of type ${JSON.stringify(type)}, not HTML: it was kept as text` };
}
