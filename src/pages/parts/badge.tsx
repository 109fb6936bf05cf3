import type { Entry } from "../../model/entry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { English } from "./english.tsx";
import { formatDate, languageOfDates } from "./format-date.ts";

/** Renders the reason why an entry is not public yet. */
export function Badge({ site, entry, status }: { site: Site; entry: Entry; status: "scheduled" | "draft" }) {
  if (status === "draft")
    return (
      <strong class="badge">
        <English site={site}>Draft</English>
      </strong>
    );
  return (
    <strong class="badge">
      <English site={site}>Scheduled for</English>{" "}
      <time datetime={new Date(entry.published).toISOString()} lang={languageOfDates(site)} dir="auto">
        {formatDate(entry.published, site, "minute")}
      </time>
    </strong>
  );
}
