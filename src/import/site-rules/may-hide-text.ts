import type { FrontMatter } from "../../content/front-matter/front-matter.ts";
import { isKnownKey } from "../../content/front-matter/keys/known-keys.ts";
import { metadataKeys } from "../../content/front-matter/keys/metadata-keys.ts";
import { normalizeKeyCase } from "../../content/front-matter/normalize-key-case.ts";
import { findUnreadFrontMatter } from "../../content/front-matter/unread-front-matter.ts";
import { isMarkedAsDraft } from "../../content/metadata/is-draft.ts";
import { findUnreadProblem } from "../../content/metadata/report-unread-front-matter.ts";
import { writtenDate } from "./front-matter-date.ts";
import { isProtected } from "./is-protected.ts";

/**
 * Returns whether a text begins with what may be front matter without its fences, and would keep the text unpublished: a mark of a draft, a
 * password, or a date. New front matter before it would make it a part of the text, so that no build would report it.
 */
export function mayHideText(frontMatter: FrontMatter): boolean {
  if (frontMatter.frontMatterSource !== undefined) return false;
  const keys = findUnreadFrontMatter(frontMatter.body)?.data;
  if (keys === undefined) return false;
  if (findUnreadProblem(frontMatter)?.severity === "error" || isProtected({ body: "", frontMatter: keys, path: "" })) return true;
  const { data } = normalizeKeyCase({ ...frontMatter, data: keys });
  const isHeader = Object.keys(keys).filter(isKnownKey).length > 1;
  return isHeader && (isMarkedAsDraft(data) || writtenDate(data) !== undefined || metadataKeys.expires.some((key) => key in data));
}
