import { dirname, join, resolve } from "node:path";
import { moveKey } from "../../routing/redirects.ts";
import type { CompiledContent } from "../../model/compiled-content.ts";
import type { ArticlesFolder } from "../../doctor/describe-comparison.ts";
import { idLine } from "../../doctor/locate-id.ts";
import { ContentFolder } from "../../files/content-folder.ts";

/** The articles folder beside a wrangler.toml, as it was compiled. */
export function articlesFolder(config: string, { moves }: Pick<CompiledContent, "moves">): ArticlesFolder {
  const folder = join(dirname(resolve(config)), "articles");
  const removed = new Set(moves.removed);
  return {
    idLine: (source, id) => idLine(String(ContentFolder.open(folder)?.readAt(source) ?? "").replace(/^\uFEFF/, ""), id),
    isRemoved: (url) => removed.has(moveKey(url) ?? ""),
  };
}
