import { directionOf } from "../base/canonical-language.ts";
import { selectionName, selectionTitle } from "../feed/feed-document.ts";
import { urlOfPage } from "../model/feed-page.ts";
import { formats } from "../model/format.ts";
import type { Selected } from "../model/selection.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";
import { English } from "./english.tsx";
import { layout } from "./layout.tsx";

const groups = [
  ["site", "everything", "Everything"],
  ["category", "categories", "Categories"],
  ["author", "authors", "Authors"],
  ["language", "languages", "Languages"],
] as const;

/** Renders the list of all feeds. */
export function feedsPage(site: Site, { selections }: Pick<Snapshot, "selections">): string {
  return layout(
    site,
    { kind: "list", title: "All feeds", description: `Every feed of ${site.title}`, url: `${site.url}/feeds/` },
    <>
      <header class="heading">
        <p class="kicker">
          <English site={site}>Subscribe</English>
        </p>
        <h1>
          <English site={site}>All feeds</English>
        </h1>
        <p>
          <English site={site}>
            Copy the address of a feed into your reader, or give it <a href={`${site.url}/opml.xml`}>the list of them all</a> (OPML).
          </English>
        </p>
      </header>
      {groups.map(([kind, id, label]) => (
        <Group site={site} id={id} label={label} selected={[...selections.values()].filter(({ selection }) => selection.kind === kind)} />
      ))}
    </>,
  );
}

function Group({ site, id, label, selected }: { site: Site; id: string; label: string; selected: readonly Selected[] }) {
  if (selected.length === 0) return null;
  return (
    <section class="feeds" aria-labelledby={id}>
      <h2 id={id} class="label">
        <English site={site}>{label}</English>
      </h2>
      <ul class="plain">
        {selected.map((each) => (
          <Row site={site} selected={each} />
        ))}
      </ul>
    </section>
  );
}

function Row({ site, selected: { entries, selection } }: { site: Site; selected: Selected }) {
  const { kind, name, path } = selection;
  const direction = kind === "language" ? { lang: name, dir: directionOf(name) } : {};
  return (
    <li>
      <a href={`${site.url}${path}/`}>
        <bdi {...direction}>{selectionName(site, selection)}</bdi>
      </a>{" "}
      <span class="count">{new Intl.NumberFormat(site.language).format(entries.length)}</span>
      <span class="formats" dir="ltr">
        {formats.map((format) => (
          <>
            {" "}
            <a
              href={urlOfPage(site, selection, undefined, format)}
              type={format.mediaType}
              aria-label={`${selectionTitle(site, selection)}, ${format.name}`}
            >
              {format.name}
            </a>
          </>
        ))}
      </span>
    </li>
  );
}
