import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { dateOfPath } from "../../content/metadata/date-of-path.ts";
import { instantOf, writtenDate } from "./front-matter-date.ts";
import type { OldAddress } from "./old-site.ts";
import { patternOrPath } from "./readable-path.ts";

/** An article, as far as its address depends on it. */
export interface AddressedArticle {
  /** Its path below the articles folder. */
  readonly target: string;
  /** The front matter of its copy. */
  readonly frontMatter: FrontMatterTable;
}

/** Returns the pattern if our settings make the path with it; otherwise the path, for example of a page, which has no date. */
export function readableAddress(path: string, pattern: string | undefined, { frontMatter, target }: AddressedArticle): OldAddress {
  const date = instantOf(writtenDate(frontMatter) ?? dateOfPath(target));
  return patternOrPath(path, pattern, { target, frontMatter, date }, {});
}
