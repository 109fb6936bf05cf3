import type { FrontMatter } from "../front-matter/front-matter.ts";
import { asTable, isFalse, isTrue, textOf } from "../front-matter/front-matter-value.ts";

// WordPress's post_status (developer.wordpress.org/reference/functions/get_post_stati), and Ghost's.
const unpublished = new Set(["draft", "drafts", "private", "pending", "trash", "auto-draft", "inherit"]);

/** Returns whether front matter marks an article as a draft, in the way of any known generator. */
export function isMarkedAsDraft(data: FrontMatter["data"]): boolean {
  const build = { ...asTable(data["_build"]), ...asTable(data["build"]) }; // Hugo
  return (
    isTrue(data["draft"]) ||
    isFalse(data["published"]) || // Jekyll
    unpublished.has((textOf(data["status"]) ?? "").toLowerCase()) ||
    data["permalink"] === "false" || // Eleventy writes no page
    isTrue(data["headless"]) || // Hugo
    isFalse(data["render"]) || // Zola
    isFalse(build["render"]) ||
    build["render"] === "never"
  );
}
