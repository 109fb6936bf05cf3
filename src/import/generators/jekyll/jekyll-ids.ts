import { tableOf, textIn } from "../../../base/table-values.ts";
import type { OldSettings, OldSite, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import { FeedIdRule } from "../../template-tags/feed-id-rule.ts";
import { emptyNames, findFeedIdTemplates, samplePost } from "../../template-tags/feed-id-template.ts";
import type { TemplateValues } from "../../template-tags/template-expression.ts";
import type { JekyllConfig } from "./jekyll-config.ts";
import type { JekyllTemplates } from "./jekyll-variables.ts";

/** The rule of the ids in the feed. */
export interface JekyllIds {
  readonly idOf: NonNullable<OldSite["idOf"]>;
  /** A sentence if the ids are unknown; final once `idOf` was called for every post. */
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
  const inputsOf = (post: TemplateValues, all: TemplateValues) =>
    ({ values: { ...all, site: { ...tableOf(all["site"]), ...site } }, post, isComplete: true, language: "liquid" }) as const;
  const rule = new FeedIdRule(found, inputsOf(samplePost(found), {}));
  const idOf = ({ path }: { readonly path: string }, file: SiteFile) => {
    const all = templates.valuesOf(file, path);
    if (found.length === 0 || all === undefined || !path.startsWith(`${url.base}/`)) return undefined;
    return rule.idOf(inputsOf(tableOf(all["page"]), all));
  };
  return {
    idOf,
    get note() {
      return rule.note;
    },
  };
}

function slashed(path: string): string {
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}
