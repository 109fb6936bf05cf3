import { truncate } from "../../base/truncate.ts";
import { type Entry, hasDate } from "../../model/entry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { formatDate, languageOfDates } from "./format-date.ts";

/** The headline of an entry, and the rest of its summary. */
export interface Headline {
  readonly name: string;
  readonly summary: string;
  /** BCP 47 tag of the language of the name, if it is not that of the entry. */
  readonly language?: string;
}

const longestName = 60;

/**
 * Returns the headline of an entry: its title, or the first words of its summary (the rest then follows as the text), or its date
 * in its own language, or the site's title.
 */
export function headline(entry: Entry, site: Site): Headline {
  if (entry.title !== "") return { name: entry.title, summary: entry.summary };
  if (entry.summary === "" && !hasDate(entry)) return { name: site.title, summary: "" };
  if (entry.summary === "") return dated(entry, { timezone: site.timezone, language: entry.language });
  const name = truncate(entry.summary, longestName);
  if (name === entry.summary) return { name, summary: "" };
  return { name, summary: `…${entry.summary.slice(name.length - 1).trimStart()}` };
}

function dated({ published }: Entry, place: Pick<Site, "language" | "timezone">): Headline {
  const language = languageOfDates(place);
  return { name: formatDate(published, place), summary: "", ...(language !== place.language && { language }) };
}
