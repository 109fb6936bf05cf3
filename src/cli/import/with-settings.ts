import type { Settings } from "../../import/offered-settings/offer-settings.ts";
import { type Site, siteSchema } from "../../settings/site-settings.ts";

/** Returns a site with other settings. @param complete a valid `[vars.SITE]` table */
export function withSettings(site: Site, complete: Settings): Site {
  const { redirects: _, ...valid } = siteSchema.parse({ title: site.title, author: site.author, ...complete });
  return {
    ...site,
    ...valid,
    icon: site.icon,
    favicon: site.favicon,
    url: valid.url || site.url,
    idBase: valid.idBase ?? (valid.url || site.idBase),
  };
}
