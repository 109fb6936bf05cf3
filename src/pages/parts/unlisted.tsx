import type { Entry } from "../../model/entry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { English } from "./english.tsx";
import { EntryLinks } from "./entry-links.tsx";

/** Renders the unlisted entries, which are shown only during development: no page of the site links to them by itself. */
export function Unlisted({ site, entries }: { site: Site; entries: readonly Entry[] }) {
  return (
    <details class="unpublished">
      <summary>
        <English site={site}>{entries.length === 1 ? "1 unlisted page" : `${entries.length} unlisted pages`}</English>
      </summary>
      <p>
        <English site={site}>Only you see this list, while developing. The pages are on the web, but in no feed.</English>
      </p>
      <EntryLinks site={site} entries={entries} note={(entry) => <Place site={site} entry={entry} />} />
    </details>
  );
}

function Place({ site, entry: { excludedFrom, path } }: { site: Site; entry: Entry }) {
  return (
    <>
      <code dir="ltr">{path}</code>
      {excludedFrom !== undefined && (
        <>
          {" "}
          <English site={site}>not in the sitemap</English>
        </>
      )}
    </>
  );
}
