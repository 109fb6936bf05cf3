import { canonicalUrl } from "../../base/canonical-url.ts";
import type { ReportAt } from "../../model/report-at.ts";
import type { Site } from "../../settings/site-settings.ts";
import { idOf } from "./entry-id.ts";
import { permalinkOf, slugOf } from "./permalink.ts";
import type { LocatedArticle } from "./permalink-values.ts";

/** Who and where an article is: known for all of them before the first is compiled, since they link to each other. */
export interface ArticleIdentity {
  readonly id: string;
  readonly path: string;
  readonly url: string;
  /** What its anchors begin with. */
  readonly anchorPrefix: string;
}

/** The identity of an article: the id that it was given, or its address; undefined, and reported, where it can have no address. */
export function identify(article: LocatedArticle, site: Site, reportAt: ReportAt): ArticleIdentity | undefined {
  const path = permalinkOf(article, site, reportAt);
  if (path === undefined) return undefined;
  const { language } = article.fileName;
  return {
    id: idOf(article, path, site),
    path,
    url: canonicalUrl(path, site.url) ?? site.url + path,
    anchorPrefix: [...(language === undefined ? [] : [language]), slugOf(article)].join("/").replaceAll("/", "--"), // no slug has two hyphens in a row
  };
}
