import type { Entry } from "../../model/entry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { Byline } from "./byline.tsx";
import { headline } from "./headline.ts";
import { Kicker } from "./kicker.tsx";
import { Picture } from "./picture.tsx";

/** Renders an entry in a list; the first entry of a page shows its picture. */
export function Story({ site, entry, isLead }: { site: Site; entry: Entry; isLead: boolean }) {
  const { language, name, summary } = headline(entry, site);
  return (
    <article class={isLead ? "story lead h-entry" : "story h-entry"} lang={entry.language} dir={entry.direction}>
      {isLead && entry.image !== undefined && <Picture image={entry.image} />}
      <div>
        <Kicker site={site} entry={entry} />
        <h3 class={entry.title === "" ? undefined : "p-name"} lang={language}>
          <a class="u-url" href={entry.url}>
            {name}
          </a>
        </h3>
        {summary !== "" && <p class="summary p-summary">{summary}</p>}
        <Byline site={site} entry={entry} />
      </div>
    </article>
  );
}
