import { textIn } from "../../base/table-values.ts";
import { formatOfPath, type OldList } from "../old-pages/old-list.ts";
import { isFeedTemplate } from "../site-rules/feed-id-keys.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { splitText } from "../site-rules/site-file.ts";
import { addressPath, isIn, pathIn } from "../site-rules/site-path.ts";

/**
 * Returns the feeds that templates of a site write: at the address in their front matter, or at their own path if they have the ending of a
 * feed. @param folder the folder of the templates
 */
export function templateFeeds({ paths, read }: SiteFolder, folder: string, base: string): OldList[] {
  return paths
    .filter(
      (path) => isIn(folder, path) && (isFeedTemplate(path) || /\.(?:xml|json)(?:\.\w{2,6})?$/.test(path)) && !/\.[cm]?[jt]sx?$/.test(path),
    )
    .flatMap((path) => {
      const source = read(path) ?? "";
      const [root] = /<rss\b|<feed\b|jsonfeed\.org\/version/.exec(source.slice(0, 4000)) ?? [];
      if (root === undefined || !/^---\s*\n/.test(source)) return [];
      const own = textIn(splitText(path, source).frontMatter["permalink"]) ?? pathIn(folder, path);
      if (/[{}]|(?:^|\/)_/.test(own) || !/\.(?:xml|json|rss|atom)$/.test(own)) return [];
      const format = formatOfPath(root === "<rss" ? "rss" : root === "<feed" ? "atom" : "json");
      return [{ path: addressPath(base, own), format }];
    });
}
