import { directionOf } from "../base/language/canonical-language.ts";
import { selectionName, selectionTitle } from "../feed/feed-document.ts";
import { urlOfPage } from "../model/feed-page.ts";
import { formats } from "../model/format.ts";
import type { Selected } from "../model/selection.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";
import { layout } from "./layout.tsx";
import type { Navigation } from "./navigation.ts";
import { articleCount, InWords, Word, wordOf } from "./parts/word.tsx";

const groups = [
  ["site", "everything"],
  ["category", "categories"],
  ["author", "authors"],
  ["language", "languages"],
] as const;

/** Renders the list of all feeds. */
export function feedsPage(site: Site, { selections }: Pick<Snapshot, "selections">, navigation: Navigation = {}): string {
  return layout(
    site,
    {
      kind: "list",
      title: wordOf(site, "allFeeds"),
      description: wordOf(site, "everyFeed", { site: site.title }),
      url: `${site.url}/feeds/`,
      navigation,
    },
    <>
      <header class="heading">
        <p class="kicker">
          <Word site={site} of="subscribe" />
        </p>
        <h1>
          <Word site={site} of="allFeeds" />
        </h1>
        <p>
          <Word site={site} of="copyFeed" />
        </p>
        <p>
          <a href={`${site.url}/opml.xml`}>
            <Word site={site} of="opmlList" />
          </a>
        </p>
      </header>
      {groups.map(([kind, id]) => (
        <Group site={site} id={id} selected={[...selections.values()].filter(({ selection }) => selection.kind === kind)} />
      ))}
    </>,
  );
}

function Group({ site, id, selected }: { site: Site; id: (typeof groups)[number][1]; selected: readonly Selected[] }) {
  if (selected.length === 0) return null;
  return (
    <section class="feeds" aria-labelledby={id}>
      <h2 id={id} class="label">
        <Word site={site} of={id} />
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
      <span class="count">
        <InWords site={site} of="articleCount">
          {articleCount(site, entries.length)}
        </InWords>
      </span>
      <span class="formats">
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
