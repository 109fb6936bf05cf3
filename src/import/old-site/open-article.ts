import { metadataKeys } from "../../content/front-matter/keys/metadata-keys.ts";
import type { ArticlePlan, OldSite } from "../site-rules/old-site.ts";

/**
 * Opens an article that the owner named as a site of its own: it is a post, whatever it is called.
 * @param date the date of an article that has none
 * @param protection the reasons to make it a draft
 */
export function openArticle(date: string | undefined, protection: Pick<ArticlePlan, "isProtected" | "isUnfenced">): OldSite {
  return {
    settings: {},
    notes: [],
    idKeys: metadataKeys.id,
    plan: ({ path }) => ({ kind: "post", target: path, keys: date === undefined ? {} : { date }, ...protection }),
  };
}
