import { decodeUri } from "../../base/decode-uri.ts";
import { fileNameOf } from "../../base/file-name-of.ts";
import { baseName } from "../../base/file-path.ts";
import { textIn } from "../../base/table-values.ts";
import { isNull } from "../../content/front-matter/front-matter-value.ts";
import { findExternalUrl } from "../../content/links/external-url.ts";
import type { Metadata } from "../../content/metadata/metadata.ts";
import { parseFileName } from "../../model/file-name.ts";
import { isErrorPage } from "../site-rules/error-page.ts";
import type { ArticlePlan, OldSettings, OldSite, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { isBlank } from "../site-rules/site-file.ts";
import { isComputed } from "./is-computed.ts";
import { metadataOf } from "./metadata-of.ts";
import { plannedFrontMatter } from "./planned-front-matter.ts";

/** The plural name of posts that an article cannot be made of. */
export const emptyPosts = "posts without a title, a text, a picture, a recording and a link";

/** Returns the plural name of planned articles that readers would see as empty or as a mistake; undefined for an article to copy. */
export function leftOutKind(file: SiteFile, plan: ArticlePlan, site: OldSite, folder: SiteFolder): string | undefined {
  if (isErrorPage(file.path, plan, site.base)) return "error pages";
  // A file that cannot be read is reported when it is copied.
  const isEmpty = isBlank(file.body) && folder.read(file.path) !== undefined;
  const isShown = hasTitle(file, plan);
  if (plan.kind === "page") return isEmpty || (!isShown && isComputed(file.body)) ? "pages without a text" : undefined;
  return !isShown && (isEmpty || isComputed(file.body)) && !showsFrontMatter(file, plan, site, folder) ? emptyPosts : undefined;
}

function hasTitle(file: SiteFile, plan: ArticlePlan): boolean {
  return Object.entries(plannedFrontMatter(file, plan)).some(
    ([key, value]) => /^title$/i.test(key) && !isNull(value) && textIn(value)?.trim() !== "",
  );
}

// Such as a post of photos, an episode or a link post: its page shows the picture, the recording or the link of the front matter, unless
// the file is lost.
function showsFrontMatter(file: SiteFile, plan: ArticlePlan, { settings }: OldSite, { paths }: SiteFolder): boolean {
  const metadata = metadataOf(plannedFrontMatter(file, plan));
  const exists = (url: string | undefined) => url !== undefined && (isWebAddress(url) || paths.some((path) => hasName(path, url)));
  return exists(metadata.image?.url) || exists(metadata.enclosure?.url) || leadsElsewhere(metadata, file, plan, settings);
}

function isWebAddress(url: string): boolean {
  return /^(?:https?:)?\/\//i.test(url);
}

function hasName(path: string, url: string): boolean {
  return baseName(path) === decodeUri(fileNameOf(url));
}

// In `link`, exporters write the address of the post itself.
function leadsElsewhere(metadata: Metadata, { path }: SiteFile, { address }: ArticlePlan, { url = unknownSite }: OldSettings): boolean {
  const own = address !== undefined && "path" in address ? address.path : `/${parseFileName(path).name}`;
  return findExternalUrl(metadata, URL.parse(own, url)?.href ?? unknownSite, () => {}) !== undefined;
}

const unknownSite = "https://unknown.invalid";
