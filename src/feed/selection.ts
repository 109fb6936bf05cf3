import type { Entry } from "../content/entry.ts";
import type { Site } from "../site.ts";
import type { Edition } from "../store/edition.ts";

/** Which entries a feed or a page shows, and what it is called. */
export interface Selection {
  /** What its addresses begin with; empty for the whole site. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The entries, newest first. */
  select(edition: Edition): readonly Entry[];
}

/** The newest entries of the whole site. */
export function newest(site: Site): Selection {
  return {
    path: "",
    title: site.title,
    description: site.description,
    select: ({ entries }) => entries.slice(0, site.limit),
  };
}
