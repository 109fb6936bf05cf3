import type { Entry } from "../../model/entry.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import type { Site } from "../../settings/site-settings.ts";
import { headline } from "./headline.ts";
import { labelOf, Word } from "./word.tsx";

/** The articles that were published directly before and after an entry. */
export interface Neighbours {
  readonly previous?: Entry;
  readonly next?: Entry;
}

/** Returns the neighbours of an entry in the site's feed. An entry that is not in that feed has no neighbours. */
export function neighboursOf(entry: Entry, { listed }: Pick<Snapshot, "listed">): Neighbours {
  const index = listed.indexOf(entry);
  if (index === -1) return {};
  const [previous, next] = [listed[index + 1], listed[index - 1]]; // newest first
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}

/** The fields of the article before or after that a page shows. */
interface Shown {
  readonly url: string;
  readonly name: string;
  /** BCP 47 tag of the name. */
  readonly language: string;
  readonly direction: Entry["direction"];
}

/** Returns the fields of the articles before and after that the page of an article shows. */
export function shownNeighbours({ next, previous }: Neighbours, site: Site): { readonly [K in keyof Neighbours]: Shown } {
  return { ...(previous !== undefined && { previous: shown(previous, site) }), ...(next !== undefined && { next: shown(next, site) }) };
}

function shown(entry: Entry, site: Site): Shown {
  const { language = entry.language, name } = headline(entry, site);
  return { url: entry.url, name, language, direction: entry.direction };
}

/** Renders links to the articles before and after an article. */
export function MoreArticles({ site, neighbours }: { site: Site; neighbours: Neighbours }) {
  const { next, previous } = shownNeighbours(neighbours, site);
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="more" {...labelOf(site, "moreArticles")}>
      {previous !== undefined && <Neighbour site={site} neighbour={previous} rel="prev" />}
      {next !== undefined && <Neighbour site={site} neighbour={next} rel="next" />}
    </nav>
  );
}

function Neighbour({ site, neighbour, rel }: { site: Site; neighbour: Shown; rel: "next" | "prev" }) {
  return (
    <a href={neighbour.url} rel={rel}>
      <span class="label">
        <Word site={site} of={rel === "prev" ? "previousArticle" : "nextArticle"} />
      </span>{" "}
      <bdi lang={neighbour.language} dir={neighbour.direction}>
        {neighbour.name}
      </bdi>
    </a>
  );
}
