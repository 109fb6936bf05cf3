import { markupOf } from "../../../model/markup-of.ts";
import { dateOfAddress, isDated } from "../../site-rules/front-matter-date.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { dateOfPage } from "../../site-rules/page-date.ts";
import { splitText } from "../../site-rules/site-file.ts";

const maxLength = 4096; // UTF-16 units

/** Returns whether a text has a key of a date in its front matter, or a date in its name or in its own address. */
export function hasDate({ read }: SiteFolder, path: string): boolean {
  if (isDated({ path, frontMatter: {} })) return true;
  const text = read(path) ?? "";
  const start = text.slice(0, maxLength);
  return (
    (markupOf(path) === "html" && dateOfPage(text) !== undefined) ||
    (/^(?:---|\+\+\+|\{)/.test(start) &&
      (hasReadDate(text) ||
        /^[ \t]{0,8}["']?(?:date|pub_?date(?:time)?|published\w{0,9}|publish_?date)["']? {0,8}[:=][ \t]{0,8}\S/im.test(start)))
  );
}

// A date in a table (`date: { created: … }`), or in the address.
function hasReadDate(text: string): boolean {
  const { frontMatter } = splitText("", text);
  return isDated({ path: "", frontMatter }) || dateOfAddress(frontMatter) !== undefined;
}
