import type { Child } from "hono/jsx";
import type { Entry } from "../../model/entry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { headline } from "./headline.ts";

/** Renders a list of links to entries. @param note follows each link */
export function EntryLinks({ site, entries, note }: { site: Site; entries: readonly Entry[]; note: (entry: Entry) => Child }) {
  return (
    <ul class="plain">
      {entries.map((entry) => {
        const { language = entry.language, name } = headline(entry, site);
        return (
          <li>
            <a href={entry.url} lang={language} dir={entry.direction}>
              {name}
            </a>{" "}
            {note(entry)}
          </li>
        );
      })}
    </ul>
  );
}
