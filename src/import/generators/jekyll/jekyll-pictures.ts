import mime from "mime";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import type { FindPicture, SiteFolder } from "../../site-rules/old-site.ts";
import { addressPath, joinPath, resolvePath } from "../../site-rules/site-path.ts";
import type { JekyllConfig } from "./jekyll-config.ts";

/** The keys with the folder of a post's pictures: that of Chirpy 7, and the former one. */
export const pictureFolderKeys = ["media_subpath", "img_path"] as const;

/**
 * Creates the rule by which Chirpy makes the addresses of pictures: the text `media_subpath`, and before it the `cdn` of the site, for
 * every address without a host (github.com/cotes2020/jekyll-theme-chirpy, _includes/media-url.html).
 * @param frontMatter with the defaults of the site; undefined if no address changes
 */
export function chirpyPictures(folder: SiteFolder, config: JekyllConfig, frontMatter: FrontMatterTable): FindPicture | undefined {
  const subpath = pictureFolderKeys.map((key) => textIn(frontMatter[key])).find((value) => value !== undefined);
  const cdn = isChirpy(folder, config) ? (textIn(config.values["cdn"]) ?? textIn(config.values["img_cdn"])) : undefined;
  if (subpath === undefined && cdn === undefined) return undefined;
  return (reference) => {
    const isFromRoot = reference.startsWith("/");
    const moved = joined(subpath ?? "", reference);
    const files = /:\/\//.test(moved) ? [] : [resolvePath(config.source, moved.replace(/^\/+/, ""))];
    const url = cdn === undefined ? moved : joined(cdn, isFromRoot ? reference : moved);
    const isKnown = isPicture(reference) && (cdn !== undefined || !isFromRoot);
    return { files, ...(isKnown && { url: /:\/\//.test(url) ? url : addressPath(config.url.base, url) }) };
  };
}

// Only Chirpy has the key `img_cdn`.
function isChirpy({ read }: SiteFolder, { root, values }: JekyllConfig): boolean {
  const names = [values["theme"], values["remote_theme"], read(joinPath(root, "Gemfile"))];
  return "img_cdn" in values || names.some((name) => typeof name === "string" && name.includes("chirpy"));
}

function joined(before: string, reference: string): string {
  const path = reference.replace(/^(?:\.\/)+/, "");
  return before === "" ? path : `${before}/${path}`.replace(/(?<!:)\/{2,9}/g, "/");
}

function isPicture(reference: string): boolean {
  return /^(?:image|audio|video)\//.test(mime.getType(reference) ?? "");
}
