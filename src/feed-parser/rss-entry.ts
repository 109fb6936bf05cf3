import type { RdfFeed, RssFeed } from "feedsmith";
import type { Author } from "../model/entry.ts";
import { DroppedElements } from "./dropped-elements.ts";
import { entryUrl, httpUrl } from "./entry-url.ts";
import { EntryUrls } from "./entry-urls.ts";
import { episodeOf, inlineChaptersOf } from "./episode-elements.ts";
import { itunesTexts, mediaOf, type WrittenTexts } from "./media-extensions.ts";
import type { ParsedEntry } from "./parsed-entry.ts";
import { nameText, plainText } from "./plain-text.ts";

type Feed = Partial<RssFeed.Feed<string>>;
type Item = Partial<NonNullable<Feed["items"]>[number]>;
type RdfDocument = Partial<RdfFeed.Feed<string>>;
type RdfItem = Partial<NonNullable<RdfDocument["items"]>[number]>;

/** Parses an item of RSS 2.0 or an older version (rssboard.org/rss-specification). */
export function rssEntry(item: Item, feed: Feed, documentUrl: string | undefined): ParsedEntry {
  const permalink = item.guid?.isPermaLink === false ? undefined : item.guid?.value;
  const around = URL.parse(feed.xml?.base ?? "", documentUrl)?.href ?? documentUrl ?? httpUrl(feed.link)?.href;
  const base = URL.parse(item.xml?.base ?? "", around)?.href;
  const link = entryUrl([item.link, permalink], feed.link, base ?? around);
  const urls = new EntryUrls();
  urls.read("page", item.link, base ?? around);
  const enclosure = urls.readFile("enclosure", item.enclosures ?? [], ({ url }) => url, base ?? around);
  const { image, recording } = mediaOf(item, urls, base ?? around);
  const title = nameText(item.title ?? item.itunes?.title ?? "");
  const dropped = new DroppedElements();
  const authors = authorsOf(item);
  return {
    ...itunesTexts(item.itunes, { ...texts(item), authors, categories: categoriesOf(item) }, dropped),
    id: item.guid?.value,
    title,
    link,
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.created?.[0] ?? item.atom?.published ?? item.atom?.updated,
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
    base: item.xml?.base === undefined ? (feed.xml?.base === undefined ? (link ?? around) : around) : base,
    image: image?.url === enclosure?.url ? undefined : image,
    enclosure: enclosure && {
      url: enclosure.url,
      type: enclosure.file.type,
      length: enclosure.file.length,
      duration: item.itunes?.duration ?? recording?.duration,
    },
    podcast: episodeOf(item, { title, dropped, base: base ?? around }),
    chapters: inlineChaptersOf(item, dropped),
    language: item.dc?.languages?.[0] ?? item.xml?.lang ?? feed.language,
    draft: false,
    aliases: permalink === undefined ? [] : [permalink],
    notes: urls.notes,
    dropped: dropped.names,
  };
}

/** Parses an item of RSS 1.0 (web.resource.org/rss/1.0/spec); its `rdf:about` is its id. */
export function rdfEntry(item: RdfItem, feed: RdfDocument, documentUrl: string | undefined): ParsedEntry {
  const { rdf, ...common } = item;
  const about = rdf?.about;
  const subjects = item.dc?.subjects ?? [];
  const entry = rssEntry({ ...common, ...(about !== undefined && { guid: { value: about } }) }, feed as Feed, documentUrl);
  return { ...entry, categories: subjects.map(nameText) };
}

function categoriesOf({ categories = [] }: Item): string[] {
  return categories.flatMap(({ name }) => (name === undefined ? [] : [nameText(name)]));
}

// Without content:encoded, the description is the content, as in the first versions of RSS.
function texts(item: Item): Pick<WrittenTexts, "content" | "summary"> {
  const encoded = item.content?.encoded;
  if (encoded === undefined) return { content: item.description ?? "" };
  return { content: encoded, ...(item.description !== undefined && { summary: plainText(item.description) }) };
}

// <author> contains an e-mail address; dc:creator contains a name.
function authorsOf({ authors = [], dc, itunes }: Item): Author[] {
  const creators = (dc?.creators ?? []).map((name) => ({ name: nameText(name) }));
  if (creators.length > 0) return creators;
  const own = authors.flatMap(({ email, link, name = email }) => (name === undefined ? [] : [{ name: nameText(name), url: link, email }]));
  return own.length > 0 || itunes?.author === undefined ? own : [{ name: nameText(itunes.author) }];
}
