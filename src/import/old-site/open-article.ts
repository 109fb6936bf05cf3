import { metadataKeys } from "../../content/front-matter/metadata-keys.ts";
import type { OldSite } from "../site-rules/old-site.ts";

/**
 * Opens an article that the owner named as a site of its own: it is a post, whatever it is called.
 * @param date the date of an article that has none
 * @param hasPassword true if the article was readable only with a password
 */
export function openArticle(date: string | undefined, hasPassword: boolean): OldSite {
  const protection = hasPassword ? ({ isProtected: true } as const) : {};
  return {
    settings: {},
    notes: [],
    idKeys: metadataKeys.id,
    plan: ({ path }) => ({ kind: "post", target: path, keys: date === undefined ? {} : { date }, ...protection }),
  };
}
