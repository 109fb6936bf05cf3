import { dirname, join, resolve } from "node:path";
import type { ArticlesFolder } from "../../doctor/comparison/describe-comparison.ts";
import { locateId } from "../../doctor/comparison/locate-id.ts";
import { ContentFolder } from "../../files/content-folder.ts";
import type { CompiledContent } from "../../model/compiled-content.ts";
import { redirectKey } from "../../routing/redirects.ts";

/** Describes the articles folder next to a wrangler.toml, as it was compiled. */
export function articlesFolder(config: string, { redirects }: Pick<CompiledContent, "redirects">): ArticlesFolder {
  const folder = join(dirname(resolve(config)), "articles");
  const removed = new Set(redirects.gone);
  return {
    idLine: (source, id) => locateId(String(ContentFolder.open(folder)?.readAt(source) ?? "").replace(/^\uFEFF/, ""), id),
    isRemoved: (url) => removed.has(redirectKey(url) ?? ""),
  };
}
