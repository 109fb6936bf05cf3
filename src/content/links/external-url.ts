import { canonicalUrl } from "../../base/canonical-url.ts";
import type { ReportAtKey } from "../../model/report-at-key.ts";
import type { Metadata } from "../metadata/metadata.ts";

/**
 * Returns the URL of the page on another site that an article is about. In `link` and similar keys, other systems have the article's own
 * address or a path, which are ignored.
 * @param url absolute URL of the article's page
 */
export function findExternalUrl({ externalUrl, keys }: Metadata, url: string, reportAtKey: ReportAtKey): string | undefined {
  if (externalUrl === undefined) return undefined;
  const key = keys["externalUrl"] ?? "external_url";
  const found = /^https?:\/\//i.test(externalUrl) ? canonicalUrl(externalUrl) : undefined;
  if (found !== undefined && !(isAmbiguous(key) && mayBeOwn(found, url))) return found;
  if (!isAmbiguous(key) || (found === undefined && leadsElsewhere.test(externalUrl)))
    reportAtKey(key, "warning", `Cannot use ${key} ${JSON.stringify(externalUrl)}: write a URL that begins with https://`);
  return undefined;
}

const leadsElsewhere = /^(?:[a-z][a-z0-9+.-]{0,20}:|www\.)/i; // no path of the site

function isAmbiguous(key: string): boolean {
  return /^link/.test(key);
}

// An export may have the address that the article had on a former host.
function mayBeOwn(link: string, url: string): boolean {
  const [{ host, pathname }, own] = [new URL(link), new URL(url)];
  return host === own.host || (lastName(pathname) !== "" && lastName(pathname) === lastName(own.pathname));
}

function lastName(path: string): string {
  return (
    path
      .replace(/\/(?:index\.html?)?$|\.html?$/, "")
      .split("/")
      .at(-1) ?? ""
  );
}
