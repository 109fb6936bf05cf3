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

/** Renders links to the articles before and after an article. */
export function MoreArticles({ site, neighbours: { next, previous } }: { site: Site; neighbours: Neighbours }) {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="more" {...labelOf(site, "moreArticles")}>
      {previous !== undefined && <Neighbour site={site} entry={previous} rel="prev" />}
      {next !== undefined && <Neighbour site={site} entry={next} rel="next" />}
    </nav>
  );
}

function Neighbour({ site, entry, rel }: { site: Site; entry: Entry; rel: "next" | "prev" }) {
  const { language = entry.language, name } = headline(entry, site);
  return (
    <a href={entry.url} rel={rel}>
      <span class="label">
        <Word site={site} of={rel === "prev" ? "previousArticle" : "nextArticle"} />
      </span>{" "}
      <bdi lang={language} dir={entry.direction}>
        {name}
      </bdi>
    </a>
  );
}
