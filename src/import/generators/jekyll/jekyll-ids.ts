import { tableOf, textIn } from "../../../base/table-values.ts";
import type { OldSettings, OldSite, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import {
  emptyNames,
  feedIdOf,
  findFeedIdTemplates,
  hasScheme,
  noteOfUnknownIds,
  samplePost,
} from "../../template-tags/feed-id-template.ts";
import type { TemplateValues } from "../../template-tags/template-expression.ts";
import type { JekyllConfig } from "./jekyll-config.ts";
import type { JekyllTemplates } from "./jekyll-variables.ts";

/** The rule of the ids in the feed. */
export interface JekyllIds {
  readonly idOf: NonNullable<OldSite["idOf"]>;
  /** A sentence if the ids are unknown. */
  readonly note: string | undefined;
}

/**
 * Creates the rule of the ids in the feed: that of an own template, or of jekyll-feed. Both join `url`, `baseurl` and an address as texts,
 * so that a `url` with a slash at its end makes `https://example.org//moon.html`.
 */
export function jekyllIds(folder: SiteFolder, config: JekyllConfig, settings: OldSettings, templates: JekyllTemplates): JekyllIds {
  const { root, url, values } = config;
  const written = textIn(values["url"]) ?? url.origin ?? "";
  const own = (url.origin ?? "") + url.base;
  const hasPlugin = settings.ids === "jekyll-feed" && folder.read(joinPath(root, "feed.xml")) === undefined; // which replaces its feed
  if (hasPlugin) {
    const base = slashed(textIn(values["baseurl"]) ?? "").replace(/\/$/, "");
    const joined = (id: string) => (id.startsWith(`${own}/`) ? written + base + id.slice(own.length) : undefined);
    return { idOf: ({ id }) => (/^https?:/.test(written) ? joined(id) : undefined), note: undefined };
  }
  const found = findFeedIdTemplates(folder);
  const site = { ...emptyNames(found, "site"), ...values, url: written, baseurl: textIn(values["baseurl"]) ?? "" };
  const compute = (post: TemplateValues, all: TemplateValues) =>
    feedIdOf(found, { values: { ...all, site: { ...tableOf(all["site"]), ...site } }, post, isComplete: true, language: "liquid" });
  const idOf = ({ path }: { readonly path: string }, file: SiteFile) => {
    const all = templates.valuesOf(file, path);
    if (found.length === 0 || all === undefined || !path.startsWith(`${url.base}/`)) return undefined;
    const id = compute(tableOf(all["page"]), all);
    return id !== undefined && hasScheme(id) ? id : undefined;
  };
  const isKnown = found.length === 0 || hasScheme(compute(samplePost(found), {}) ?? "");
  return { idOf, note: isKnown ? undefined : noteOfUnknownIds(found) };
}

function slashed(path: string): string {
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}
