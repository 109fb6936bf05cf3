import { withoutExtension } from "../../base/file-path.ts";
import type { ArticlePlan } from "./old-site.ts";

const name = "(?:40[34]|50[0234x]|offline|not[-_]found)";
const named = new RegExp(`(?:^|/)${name}(?:/index)?$`, "i");
const addressed = new RegExp(`/${name}(?:\\.html?|/|/index\\.html?)?$`, "i");

/**
 * Returns whether an article is a page that a server shows instead of another one: 404, 500, offline. A host of files has its own 404.html.
 * A post may have such a name, but not such an address at the top of the site.
 * @param base the path below which the old site published everything
 */
export function isErrorPage(path: string, { address, kind }: ArticlePlan, base = ""): boolean {
  const published = address !== undefined && "path" in address ? address.path : "";
  if (kind === "page") return named.test(withoutExtension(path)) || addressed.test(published);
  const top = base.replace(/\/$/, "");
  const own = published.startsWith(top) ? published.slice(top.length) : published;
  return addressed.test(own) && own.replace(/\/(?:index\.html?)?$/, "").lastIndexOf("/") === 0;
}
