import type { Entry } from "../model/entry.ts";
import { categorySelection } from "../model/selection.ts";
import type { Site } from "../settings/site-settings.ts";

/** Renders the categories of an entry as links to their pages. */
export function Kicker({ site, entry }: { site: Site; entry: Pick<Entry, "categories"> }) {
  if (entry.categories.length === 0) return null;
  return (
    <p class="kicker">
      {entry.categories.map((name, index) => (
        <>
          {index > 0 && " · "}
          <a href={`${site.url}${categorySelection(name, site).path}/`} rel="tag">
            {name}
          </a>
        </>
      ))}
    </p>
  );
}
