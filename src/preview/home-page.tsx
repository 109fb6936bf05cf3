import type { Entry } from "../content/entry.ts";
import { formats } from "../feed/formats.ts";
import type { Site } from "../site.ts";
import { Badge } from "./badge.tsx";
import { Byline } from "./byline.tsx";
import { English } from "./english.tsx";
import { headline } from "./headline.ts";
import { layout } from "./layout.tsx";
import { Picture } from "./picture.tsx";
import { structuredData } from "./structured-data.ts";

/** Renders the front page: `entries` newest first, and `unpublished` ones, which there are only while developing. */
export function homePage(site: Site, { entries, unpublished }: { entries: readonly Entry[]; unpublished: readonly Entry[] }): string {
  const [lead, ...others] = entries;
  return layout(
    site,
    {
      kind: "front",
      title: site.title,
      description: site.description,
      url: `${site.url}/`,
      data: structuredData.frontPage(site, entries),
    },
    <>
      {unpublished.length > 0 && <Unpublished site={site} entries={unpublished} />}
      <section aria-labelledby="latest">
        <h2 id="latest" class="label">
          <English site={site}>Latest</English>
        </h2>
        {lead === undefined ? (
          <p class="empty">
            <English site={site}>Nothing has been published yet. Subscribe, and the first article will come to you.</English>
          </p>
        ) : (
          <Story site={site} entry={lead} isLead={true} />
        )}
        {others.length > 0 && (
          <ul class="plain stories">
            {others.map((entry) => (
              <li>
                <Story site={site} entry={entry} isLead={false} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <Subscribe site={site} />
    </>,
  );
}

function Story({ site, entry, isLead }: { site: Site; entry: Entry; isLead: boolean }) {
  const { name, summary } = headline(entry, site);
  return (
    <article class={isLead ? "story lead" : "story"} lang={entry.language} dir={entry.direction}>
      {isLead && entry.image !== undefined && <Picture image={entry.image} />}
      <div>
        {entry.categories.length > 0 && <p class="kicker">{entry.categories.join(" · ")}</p>}
        <h3>
          <a href={entry.url}>{name}</a>
        </h3>
        {summary !== "" && <p class="summary">{summary}</p>}
        <Byline site={site} entry={entry} />
      </div>
    </article>
  );
}

function Unpublished({ site, entries }: { site: Site; entries: readonly Entry[] }) {
  return (
    <section class="unpublished" aria-labelledby="unpublished">
      <h2 id="unpublished" class="label">
        <English site={site}>Not published yet</English>
      </h2>
      <p>
        <English site={site}>Only you see these, while developing. They are in no feed.</English>
      </p>
      <ul class="plain">
        {entries.map((entry) => (
          <li>
            <a href={entry.url} lang={entry.language} dir={entry.direction}>
              {headline(entry, site).name}
            </a>{" "}
            <Badge site={site} entry={entry} status={entry.draft ? "draft" : "scheduled"} />
          </li>
        ))}
      </ul>
    </section>
  );
}

// A read-only field and not `<code>`: it can be reached with the keyboard, which selects the whole address.
function Subscribe({ site }: { site: Site }) {
  return (
    <section class="subscribe" aria-labelledby="subscribe">
      <h2 id="subscribe" class="label">
        <English site={site}>Subscribe</English>
      </h2>
      <p>
        <English site={site}>Copy one of these addresses into your feed reader, and new articles will come to you.</English>
      </p>
      <ul class="plain">
        {formats.map(({ name, mediaType, path }) => (
          <li>
            <a href={site.url + path} type={mediaType}>
              {name}
            </a>
            <input type="text" readonly={true} value={site.url + path} aria-label={`Address of the ${name} feed`} dir="ltr" />
          </li>
        ))}
      </ul>
    </section>
  );
}
