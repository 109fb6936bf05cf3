import type { Entry } from "../../model/entry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { Badge } from "./badge.tsx";
import { English } from "./english.tsx";
import { EntryLinks } from "./entry-links.tsx";

/** Renders drafts and scheduled entries, which are shown only during development. */
export function Unpublished({ site, entries }: { site: Site; entries: readonly Entry[] }) {
  return (
    <section class="unpublished" aria-labelledby="unpublished">
      <h2 id="unpublished" class="label">
        <English site={site}>Not published yet</English>
      </h2>
      <p>
        <English site={site}>Only you see these, while developing. They are in no feed.</English>
      </p>
      <EntryLinks
        site={site}
        entries={entries}
        note={(entry) => <Badge site={site} entry={entry} status={entry.draft ? "draft" : "scheduled"} />}
      />
    </section>
  );
}
