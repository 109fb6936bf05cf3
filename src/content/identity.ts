import type { Site } from "../site.ts";
import { idOf } from "./entry-id.ts";
import { type Located, permalinkOf, slugOf } from "./permalink.ts";
import type { ReportAt } from "./reports.ts";
import { canonicalUrl } from "./urls.ts";

/** Who and where an article is: known for all of them before the first is compiled, since they link to each other. */
export interface Identity {
  readonly id: string;
  readonly path: string;
  readonly url: string;
  /** What its anchors begin with. */
  readonly anchorPrefix: string;
}

/** The identity of an article: the id that it was given, or its address. */
export function identify(article: Located, site: Site, reportAt: ReportAt): Identity {
  const path = permalinkOf(article, site, reportAt);
  const { language } = article.fileName;
  return {
    id: idOf(article, path, site),
    path,
    url: canonicalUrl(path, site.url) ?? site.url + path,
    anchorPrefix: [...(language === undefined ? [] : [language]), slugOf(article)].join("/").replaceAll("/", "--"), // no slug has two hyphens in a row
  };
}
