import type { Site } from "../site.ts";
import type { Identity, Located } from "./article.ts";
import { idOf } from "./entry-id.ts";
import { permalinkOf, slugOf } from "./permalink.ts";
import type { ReportAt } from "./reports.ts";
import { canonicalUrl } from "./urls.ts";

/** The identity of an article: the id that it was given, or its address; undefined, and reported, where it can have no address. */
export function identify(article: Located, site: Site, reportAt: ReportAt): Identity | undefined {
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
