import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { isMarkedAsDraft } from "../../content/metadata/is-draft.ts";
import { isMarkedAsUnlisted } from "../../content/metadata/is-unlisted.ts";
import { isInDrafts } from "../../model/file-name.ts";
import type { NoteList } from "../site-rules/note-list.ts";
import type { ArticlePlan, OldSite, SiteFile } from "../site-rules/old-site.ts";

/**
 * Keeps a post out of the feeds if a filter of the old feed left it out: it stays on the web.
 * @param file the post with the front matter of its copy @param own its own front matter @param notes counts such posts
 */
export function withFeedChoice(file: SiteFile, own: FrontMatterTable, plan: ArticlePlan, site: OldSite, notes: NoteList): ArticlePlan {
  const { frontMatter } = file;
  const isOfFeed = plan.kind === "post" && !isInDrafts(plan.target) && !isMarkedAsDraft(frontMatter) && !isMarkedAsUnlisted(frontMatter);
  const filter = isOfFeed ? site.outOfFeedBy?.({ ...file, frontMatter: { ...plan.keys, ...own } }) : undefined;
  if (filter === undefined) return plan;
  const { condition, isCertain } = filter;
  if (isCertain) notes.count(`Left out of the feeds (feed: false), as the old feed did by ${condition}`, file.path);
  else
    notes.count(
      `The old feed may have left out posts by ${condition}, which only it can run; write feed: false into those that it left out`,
      file.path,
    );
  return isCertain ? { ...plan, corrections: { ...plan.corrections, feed: "false" } } : plan;
}
