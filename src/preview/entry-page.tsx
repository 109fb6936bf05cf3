import { raw } from "hono/html";
import { type Entry, hasDate } from "../model/entry.ts";
import { formats } from "../model/format.ts";
import type { Site } from "../settings/site-settings.ts";
import { Badge } from "./badge.tsx";
import { Byline } from "./byline.tsx";
import { Enclosure } from "./enclosure.tsx";
import { English } from "./english.tsx";
import { headline } from "./headline.ts";
import { Kicker } from "./kicker.tsx";
import { layout } from "./layout.tsx";
import { structuredData } from "./structured-data.ts";

/** Renders the page of one entry; `content` is sanitized HTML. */
export function entryPage(
  site: Site,
  { entry, content, status }: { entry: Entry; content: string; status: "published" | "scheduled" | "draft" },
): string {
  const { name } = headline(entry, site);
  const { image, enclosure } = entry;
  return layout(
    site,
    {
      kind: "article",
      title: name,
      description: entry.summary,
      ...(status === "published" && { url: entry.url }),
      ...(image !== undefined && { image }),
      properties: articleProperties(entry),
      data: structuredData.entry(site, entry),
    },
    <>
      <article lang={entry.language} dir={entry.direction}>
        <header>
          {status !== "published" && (
            <p lang={site.language}>
              <Badge site={site} entry={entry} status={status} />
            </p>
          )}
          <Kicker site={site} entry={entry} />
          {/* Without a title, the name repeats what the content begins with: only those who cannot see that need it. */}
          <h1 class={entry.title === "" ? "unseen" : undefined}>{name}</h1>
          <Byline site={site} entry={entry} />
        </header>
        {enclosure !== undefined && <Enclosure site={site} file={enclosure} />}
        <div class="content">{raw(withoutTopHeadings(content))}</div>
      </article>
      <Afterword site={site} />
    </>,
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

// A page has one top heading: its title.
function withoutTopHeadings(content: string): string {
  return content.replace(/<(\/?)h1(?=[ >])/g, "<$1h2");
}

function Afterword({ site }: { site: Site }) {
  return (
    <aside class="afterword" aria-label="Subscribe">
      <p>
        <English site={site}>
          Read on at the{" "}
          <a href={`${site.url}/`} rel="home">
            front page
          </a>
          , or subscribe:{" "}
          {formats.map(({ name, mediaType, path }, index) => (
            <>
              {index > 0 && ", "}
              <a href={site.url + path} type={mediaType}>
                {name}
              </a>
            </>
          ))}
          .
        </English>
      </p>
    </aside>
  );
}
