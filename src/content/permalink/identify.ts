import { canonicalUrl } from "../../base/canonical-url.ts";
import type { ReportAtKey } from "../../model/report-at-key.ts";
import type { Site } from "../../settings/site-settings.ts";
import { entryId } from "./entry-id.ts";
import { permalinkOf, slugOf } from "./permalink.ts";
import type { LocatedArticle } from "./permalink-values.ts";

/** The id, the addresses and the anchor prefix of an article. Those of all articles are computed first, since articles link to each other. */
export interface ArticleIdentity {
  readonly id: string;
  readonly path: string;
  readonly url: string;
  /** The prefix of its anchors. */
  readonly anchorPrefix: string;
  /** The anchors of the heading that is its title, and is not in its content. */
  readonly titleAnchors?: readonly string[];
  /** The anchors of headings with badges, by their anchors without the badges. */
  readonly badgeAnchors?: Readonly<Record<string, string>>;
  /** True for a draft, whose page is shown only during development. */
  readonly isDraft?: boolean;
  /** True for an article that has expired, whose address is a 410. */
  readonly isExpired?: boolean;
}

/** Returns the identity of an article. Reports an address that is too long and returns undefined. */
export function identify(article: LocatedArticle, site: Site, reportAtKey: ReportAtKey): ArticleIdentity | undefined {
  const path = permalinkOf(article, site, reportAtKey);
  if (path === undefined) return undefined;
  reportMissingSlug(article, reportAtKey);
  const { language } = article.fileName;
  return {
    id: entryId(article, path, site),
    path,
    url: canonicalUrl(path, site.url) ?? site.url + path,
    anchorPrefix: [...(language === undefined ? [] : [language]), slugOf(article)].join("/").replaceAll("/", "--"), // a slug never contains two consecutive hyphens
  };
}

function reportMissingSlug({ fileName, metadata }: LocatedArticle, reportAtKey: ReportAtKey): void {
  if (metadata.slug !== undefined || metadata.permalink !== undefined) return;
  if (fileName.slug !== "untitled" || /untitled/i.test(fileName.name)) return;
  const name = JSON.stringify(fileName.name);
  reportAtKey("slug", "warning", `Cannot make an address of the file name ${name}: it has no letters, so it is "untitled"; write a slug`);
}
