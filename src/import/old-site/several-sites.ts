import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";
import { findNestedSites, hasArticles, type NestedSite } from "./nested-sites.ts";

/** A folder has several sites, so the owner must choose one. */
export class SeveralSites extends Error {
  override readonly name = "SeveralSites";
  readonly sites: readonly Pick<NestedSite, "folder" | "generator">[];

  constructor(sites: readonly NestedSite[]) {
    super(`The folder has several sites: ${sites.map(({ folder, generator }) => `${folder} (${generator.name})`).join(", ")}`);
    this.sites = sites;
  }
}

/** A generator, and the site as which it recognized a folder. */
export interface RecognizedSite {
  readonly generator: Generator;
  readonly site: OldSite;
}

/**
 * Refuses a folder that is a site only because of the sites in its folders: a generator finds its configuration in any folder.
 * @throws SeveralSites
 */
export function refuseSeveralSites(folder: SiteFolder, recognized: readonly RecognizedSite[], known: readonly Generator[]): void {
  const [first, ...others] = recognized;
  if (first === undefined) return;
  const isOneSystem = others.length === 0;
  const sites = findNestedSites(folder, isOneSystem ? [first.generator] : known);
  const outside = outsideOf(sites, folder);
  const isNestedOnly = isOneSystem
    ? sites.length > 1 && first.generator.open(outside) === undefined // site-a/hugo.toml and site-b/hugo.toml
    : recognized.filter(({ generator }) => sites.some((site) => site.generator === generator)).length > 1 &&
      !recognized.some(({ generator }) => hasArticles(outside, generator.open(outside))); // blog/hugo.toml and website/docusaurus.config.js
  if (isNestedOnly) throw new SeveralSites(sites);
}

/** Returns a folder without the sites in its folders. */
export function outsideOf(sites: readonly NestedSite[], folder: SiteFolder): SiteFolder {
  return { ...folder, paths: folder.paths.filter((path) => !sites.some((site) => isIn(site.folder, path))) };
}
