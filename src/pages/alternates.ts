import { selectionTitle } from "../feed/feed-document.ts";
import { urlOfPage } from "../model/feed-page.ts";
import { formats } from "../model/format.ts";
import { type Selection, wholeSite } from "../model/selection.ts";
import type { Site } from "../settings/site-settings.ts";

/** A link from a page to a feed. */
export interface Alternate {
  readonly href: string;
  readonly type: string;
  readonly title: string;
}

/** Returns the feeds of a page: those of its selection first, then those of the whole site. Readers offer them in this order. */
export function alternatesOf(site: Site, selection: Selection = wholeSite): Alternate[] {
  const selections = selection.kind === "site" ? [wholeSite] : [selection, wholeSite];
  return selections.flatMap((each) =>
    formats.map((format) => ({
      href: urlOfPage(site, each, undefined, format),
      type: format.mediaType,
      title: `${selectionTitle(site, each)} (${format.name})`,
    })),
  );
}
