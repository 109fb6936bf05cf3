import { directionOf } from "../base/language/canonical-language.ts";
import { selectionName, selectionTitle } from "../feed/feed-document.ts";
import type { Author, Entry } from "../model/entry.ts";
import { type FeedPage, pathOfPage } from "../model/feed-page.ts";
import type { Site } from "../settings/site-settings.ts";
import { layout, type Page } from "./layout.tsx";
import type { Navigation } from "./navigation.ts";
import { Story } from "./parts/story.tsx";
import { Subscribe } from "./parts/subscribe.tsx";
import { Unlisted } from "./parts/unlisted.tsx";
import { Unpublished } from "./parts/unpublished.tsx";
import { formatNumber, labelOf, Word, type WordName, wordOf } from "./parts/word.tsx";
import { structuredData } from "./structured-data.ts";

/** The parts of a selection's page besides its entries. */
export interface Surroundings {
  readonly navigation?: Navigation;
  /** Entries that exist only during development; they are listed first. */
  readonly unpublished?: readonly Entry[];
  /** Entries that are listed only during development; they are listed last. */
  readonly unlisted?: readonly Entry[];
}

/** Renders the HTML page of a feed page; for the whole site, the front page. */
export function selectionPage(site: Site, page: FeedPage, surroundings: Surroundings = {}): string {
  const { navigation = {}, unlisted = [], unpublished = [] } = surroundings;
  const { entries, number, selection } = page;
  const isFront = selection.kind === "site" && number === undefined;
  const [lead, ...others] = isFront ? entries : [undefined, ...entries];
  return layout(
    site,
    { ...(isFront ? frontPage(site, page) : listPage(site, page)), navigation, subscribe: "#subscribe" },
    <>
      {unpublished.length > 0 && <Unpublished site={site} entries={unpublished} />}
      {!isFront && <Heading site={site} page={page} />}
      <section class="h-feed" aria-labelledby="latest">
        <data class="p-name" value={selectionTitle(site, selection)} />
        <data class="u-url" value={`${site.url}${pathOfPage(selection, number)}/`} />
        <h2 id="latest" class="label">
          <Word site={site} of={number === undefined ? "latest" : "fromTheArchive"} />
        </h2>
        {entries.length === 0 && (
          <p class="empty">
            <Word site={site} of="nothingYet" />
          </p>
        )}
        {lead !== undefined && <Story site={site} entry={lead} isLead={true} />}
        {others.length > 0 && (
          <ul class="plain stories">{others.map((entry) => entry !== undefined && <Listed site={site} entry={entry} />)}</ul>
        )}
      </section>
      <Pages site={site} page={page} />
      {unlisted.length > 0 && <Unlisted site={site} entries={unlisted} />}
      <Subscribe site={site} selection={selection} />
    </>,
  );
}

function frontPage(site: Site, { entries }: FeedPage): Page {
  return {
    kind: "front",
    title: site.title,
    description: site.description,
    url: `${site.url}/`,
    data: structuredData.frontPage(site, entries),
  };
}

function listPage(site: Site, { number, selection }: FeedPage): Page {
  const title = selection.kind === "site" ? wordOf(site, "archive") : selectionName(site, selection);
  return {
    kind: "list",
    title: number === undefined ? title : `${title}, ${formatNumber(site, number)}`,
    description: selectionTitle(site, selection),
    url: `${site.url}${pathOfPage(selection, number)}/`,
    selection,
  };
}

function Listed({ site, entry }: { site: Site; entry: Entry }) {
  return (
    <li>
      <Story site={site} entry={entry} isLead={false} />
    </li>
  );
}

const kickers = { site: "articles", category: "category", author: "author", language: "language" } as const;

function Heading({ site, page: { entries, number, selection } }: { site: Site; page: FeedPage }) {
  const { kind, name } = selection;
  const author =
    kind === "author" ? entries.flatMap(({ authors }) => authors).find((one) => one.name === name && one.url !== undefined) : undefined;
  const language = kind === "language" ? { lang: name, dir: directionOf(name) } : {};
  return (
    <header class="heading">
      <p class="kicker">
        <Word site={site} of={kickers[kind]} />
      </p>
      <h1>{kind === "site" ? <Word site={site} of="archive" /> : <bdi {...language}>{selectionName(site, selection)}</bdi>}</h1>
      {number !== undefined && (
        <p>
          <Word site={site} of="pageNumber" values={{ number: formatNumber(site, number) }} />
        </p>
      )}
      {author?.url !== undefined && <AuthorLink author={author} />}
    </header>
  );
}

function AuthorLink({ author: { url = "" } }: { author: Author }) {
  return (
    <p dir="ltr">
      <a href={url} rel="author">
        {new URL(url).host}
      </a>
    </p>
  );
}

// The link to newer pages is at the start of the line, the one to older pages at its end.
function Pages({ site, page: { archivePages, number, older, selection } }: { site: Site; page: FeedPage }) {
  const newer = number === undefined || number === archivePages ? undefined : number + 1;
  const url = (to: number | undefined) => `${site.url}${pathOfPage(selection, to)}/`;
  const link = (rel: "next" | "prev", to: number | undefined, word: WordName) => (
    <a href={url(to)} rel={rel}>
      <Word site={site} of={word} />
    </a>
  );
  if (archivePages === 0) return null;
  return (
    <nav class="pages" {...labelOf(site, "pages")}>
      {number !== undefined && link("prev", newer, "newerArticles")}
      {older !== undefined && link("next", older, "olderArticles")}
    </nav>
  );
}
