import { isFalse } from "../../../content/front-matter/front-matter-value.ts";
import { isMarkedAsDraft } from "../../../content/metadata/is-draft.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";

const ignoredMark =
  "draft: true and the like do not hide a text of Jekyll, which published it; here, it is a draft: remove the line to publish it";

/**
 * Names a text that Jekyll publishes, but that is a draft here: only `published: false` hides a text there, and only a text of `_drafts` is a
 * draft (Jekyll::Publisher).
 */
export function noteDraft({ frontMatter, path }: Pick<SiteFile, "frontMatter" | "path">, notes: NoteList): void {
  const { published, ...others } = frontMatter;
  if (!isFalse(published) && isMarkedAsDraft(others)) notes.count(ignoredMark, path);
}
