import type { Child } from "hono/jsx";
import { directionOf } from "../base/canonical-language.ts";
import { selectionName, selectionTitle } from "../feed/feed-document.ts";
import type { Author, Entry } from "../model/entry.ts";
import { type FeedPage, pathOfPage } from "../model/feed-page.ts";
import type { Site } from "../settings/site-settings.ts";
import { English } from "./english.tsx";
import { layout, type Page } from "./layout.tsx";
import { Story } from "./story.tsx";
import { structuredData } from "./structured-data.ts";
import { Subscribe } from "./subscribe.tsx";
import { Unlisted } from "./unlisted.tsx";
import { Unpublished } from "./unpublished.tsx";

/**
 * Renders the HTML page of a feed page; for the whole site, the front page. `unpublished` entries, which exist only during
 * development, are listed first, and `unlisted` ones, which are listed only during development, last.
 */
export function selectionPage(site: Site, page: FeedPage, unpublished: readonly Entry[], unlisted: readonly Entry[] = []): string {
  const { entries, number, selection } = page;
  const isFront = selection.kind === "site" && number === undefined;
  const [lead, ...others] = isFront ? entries : [undefined, ...entries];
  return layout(
    site,
    isFront ? frontPage(site, page) : listPage(site, page),
    <>
      {unpublished.length > 0 && <Unpublished site={site} entries={unpublished} />}
      {!isFront && <Heading site={site} page={page} />}
      <section aria-labelledby="latest">
        <h2 id="latest" class="label">
          <English site={site}>{number === undefined ? "Latest" : "From the archive"}</English>
        </h2>
        {entries.length === 0 && (
          <p class="empty">
            <English site={site}>Nothing has been published yet. Subscribe, and the first article will come to you.</English>
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
  const title = selection.kind === "site" ? "Archive" : selectionName(site, selection);
  return {
    kind: "list",
    title: number === undefined ? title : `${title}, ${number}`,
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

const kinds = { site: "Archive", category: "Category", author: "Author", language: "Language" };

function Heading({ site, page: { entries, number, selection } }: { site: Site; page: FeedPage }) {
  const { kind, name } = selection;
  const author =
    kind === "author" ? entries.flatMap(({ authors }) => authors).find((one) => one.name === name && one.url !== undefined) : undefined;
  const language = kind === "language" ? { lang: name, dir: directionOf(name) } : {};
  return (
    <header class="heading">
      <p class="kicker">
        <English site={site}>{kind === "site" ? "Articles" : kinds[kind]}</English>
      </p>
      <h1>{kind === "site" ? <English site={site}>Archive</English> : <bdi {...language}>{selectionName(site, selection)}</bdi>}</h1>
      {number !== undefined && (
        <p>
          <English site={site}>Page {number}, counted from the oldest</English>
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
  const link = (rel: "next" | "prev", to: number | undefined, label: Child) => (
    <a href={url(to)} rel={rel}>
      <English site={site}>{label}</English>
    </a>
  );
  if (archivePages === 0) return null;
  return (
    <nav class="pages" aria-label="Pages">
      {number !== undefined && link("prev", newer, "← Newer articles")}
      {older !== undefined && link("next", older, "Older articles →")}
    </nav>
  );
}
