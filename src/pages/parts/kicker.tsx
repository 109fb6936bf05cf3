import type { ListedFields } from "../../model/listing.ts";
import { categorySelection } from "../../model/selection.ts";
import type { Site } from "../../settings/site-settings.ts";
import { linkedNames } from "./linked-names.ts";

/** Renders the categories of an entry as links to their pages. */
export function Kicker({ site, entry }: { site: Site; entry: ListedFields }) {
  if (entry.categories.length === 0) return null;
  const linked = linkedNames(site, entry, "category");
  return (
    <p class="kicker">
      {entry.categories.map((name, index) => (
        <>
          {index > 0 && " · "}
          {linked.has(name) ? (
            <a class="p-category" href={`${site.url}${categorySelection(name, site).path}/`} rel="tag">
              {name}
            </a>
          ) : (
            <span class="p-category">{name}</span>
          )}
        </>
      ))}
    </p>
  );
}
