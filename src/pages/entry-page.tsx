import { raw } from "hono/html";
import { type Entry, hasDate } from "../model/entry.ts";
import { formats } from "../model/format.ts";
import { selectionWith } from "../model/listing.ts";
import type { Site } from "../settings/site-settings.ts";
import { pageContent } from "./content/page-content.ts";
import { markPhotos, type Picture, textPictures } from "./content/text-pictures.ts";
import { layout } from "./layout.tsx";
import type { Navigation } from "./navigation.ts";
import { Badge } from "./parts/badge.tsx";
import { Byline } from "./parts/byline.tsx";
import { Enclosure } from "./parts/enclosure.tsx";
import { headline } from "./parts/headline.ts";
import { HomeLink } from "./parts/home-link.tsx";
import { Kicker } from "./parts/kicker.tsx";
import { MoreArticles, type Neighbours } from "./parts/more-articles.tsx";
import { labelOf, languageOfWord, Word } from "./parts/word.tsx";
import { structuredData } from "./structured-data.ts";

/** The content of an entry's page. */
export interface EntryContent {
  readonly entry: Entry;
  /** Sanitized HTML. */
  readonly content: string;
  readonly status: "published" | "scheduled" | "draft";
  readonly neighbours?: Neighbours;
  readonly navigation?: Navigation;
}

/** Renders the page of one entry. */
export function entryPage(site: Site, { entry, content, status, neighbours = {}, navigation = {} }: EntryContent): string {
  const { language, name } = headline(entry, site);
  const { enclosure } = entry;
  const { image, photos } = picturesOf(entry, content);
  const names = { names: languageOfWord(site, "linkToSection"), content: entry.language };
  return layout(
    site,
    {
      kind: "article",
      title: name,
      selection: selectionWith(entry, site),
      description: entry.summary,
      navigation,
      ...(status === "published" && { url: entry.url }),
      isSecret: entry.excludedFrom === "search engines",
      ...(image !== undefined && { image }),
      properties: articleProperties(entry),
      data: structuredData.entry(site, entry, image),
    },
    <>
      <article class="h-entry" lang={entry.language} dir={entry.direction}>
        <header>
          {status !== "published" && (
            <p lang={site.language}>
              <Badge site={site} entry={entry} status={status} />
            </p>
          )}
          <Kicker site={site} entry={entry} />
          {/* Without a title, the name repeats what the content begins with: only those who cannot see that need it. */}
          <h1 class={entry.title === "" ? "unseen" : "p-name"} lang={language}>
            <Subject url={entry.externalUrl}>{name}</Subject>
          </h1>
          <Byline site={site} entry={entry} />
          <data class="u-url" value={entry.url} />
        </header>
        {enclosure !== undefined && <Enclosure site={site} file={enclosure} transcripts={entry.podcast?.transcripts} />}
        <div class="content e-content">{raw(markPhotos(pageContent(content, site.words, names), photos))}</div>
      </article>
      <MoreArticles site={site} neighbours={neighbours} />
      <Afterword site={site} />
    </>,
  );
}

// An article without a picture of its own is represented by the first one of its text. The pictures of a note, or of an article that has
// nothing else, are photos.
function picturesOf({ image, title }: Entry, content: string): { readonly image: Picture | undefined; readonly photos: readonly string[] } {
  const { isPicturesOnly, pictures } = textPictures(content);
  const photos = title === "" || isPicturesOnly ? pictures.map(({ url }) => url) : [];
  return { image: image ?? pictures[0], photos: image === undefined ? photos : [image.url, ...photos] };
}

// The title of a link post leads to the page that it is about, as in feeds.
function Subject({ url, children }: { url: string | undefined; children: string }) {
  if (url === undefined) return <>{children}</>;
  return (
    <a class="u-bookmark-of" href={url}>
      {children}
    </a>
  );
}

function articleProperties(entry: Entry): [string, string][] {
  return [
    ...(hasDate(entry) ? [timeProperty("published", entry.published)] : []),
    ...(entry.updated > 0 ? [timeProperty("modified", entry.updated)] : []),
    ...entry.authors.map(({ name, url }): [string, string] => ["article:author", url ?? name]),
    ...entry.categories.slice(0, 1).map((category): [string, string] => ["article:section", category]),
    ...entry.categories.map((category): [string, string] => ["article:tag", category]),
  ];
}

function timeProperty(name: "modified" | "published", instant: number): [string, string] {
  return [`article:${name}_time`, new Date(instant).toISOString()];
}

// The feeds of the site; the addresses for copying are on the front page.
function Afterword({ site }: { site: Site }) {
  return (
    <aside class="afterword" {...labelOf(site, "subscribe")}>
      <p>
        <Word site={site} of="subscribe" />
        {": "}
        {formats.map(({ name, mediaType, path }, index) => (
          <>
            {index > 0 && ", "}
            <a href={site.url + path} type={mediaType}>
              {name}
            </a>
          </>
        ))}
      </p>
      <HomeLink site={site} />
    </aside>
  );
}
