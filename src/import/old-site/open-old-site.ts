import { generators } from "../generators/generators.ts";
import { unknownFolder } from "../generators/unknown-folder.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";
import { findNestedSites, hasArticles, type NestedSite } from "./nested-sites.ts";

/** An old site, and the generator that it was recognized as. */
export interface OpenedSite {
  /** Undefined for an unknown folder. */
  readonly generator?: string;
  readonly site: OldSite;
  readonly notes: readonly string[];
}

/** The sentence about a folder without articles. */
export const nothingToImport = "Nothing to import: the folder has no articles, which are Markdown, HTML and text files";

/**
 * Opens an article that the owner named: it is a post, whatever it is called.
 * @param date the date of an article that has none
 */
export function openArticle(date: string | undefined): OldSite {
  return { settings: {}, notes: [], plan: ({ path }) => ({ kind: "post", target: path, keys: date === undefined ? {} : { date } }) };
}

/** A folder has several sites, so the owner must choose one. */
export class SeveralSites extends Error {
  override readonly name = "SeveralSites";
  readonly sites: readonly Pick<NestedSite, "folder" | "generator">[];

  constructor(sites: readonly NestedSite[]) {
    super(`The folder has several sites: ${sites.map(({ folder, generator }) => `${folder} (${generator.name})`).join(", ")}`);
    this.sites = sites;
  }
}

const known = generators.filter((generator) => generator !== unknownFolder);

/**
 * Opens the site of the first generator that recognizes a folder, or the only site in a folder of it.
 * @throws SeveralSites
 * @throws Error if the folder has no articles
 */
export function openOldSite(folder: SiteFolder): OpenedSite {
  const found = generators.flatMap((generator) => {
    const site = generator.open(folder);
    return site === undefined ? [] : [{ generator, site }];
  });
  const [first, ...others] = found;
  const isEmpty = first === undefined || !isWorthwhile(first.generator, folder);
  const other = isEmpty ? (openNestedSite(folder) ?? openElsewhere(first?.generator, folder)) : undefined;
  if (other !== undefined) return other;
  if (first === undefined) throw new Error(nothingToImport);
  const { generator, site } = first;
  if (generator === unknownFolder) return { site, notes: [] };
  if (others.every((other) => other.generator === unknownFolder)) refuseSeveralOf(generator, folder);
  const also = others.filter((other) => other.generator !== unknownFolder);
  if (also.length > 0) refuseSeveral(folder, [first, ...also]);
  const names = also.map((other) => other.generator.name);
  const notes = names.length === 0 ? [] : [`The folder is also a site of ${names.join(" and ")}: the rules of ${generator.name} were used`];
  return { generator: generator.name, site: also.length === 0 ? site : reportingOthers(site, also), notes };
}

interface Found {
  readonly generator: Generator;
  readonly site: OldSite;
}

// The posts of the other system must not be lost without a word.
function reportingOthers(site: OldSite, others: readonly Found[]): OldSite {
  return {
    ...site,
    get notes() {
      return site.notes;
    },
    plan(file) {
      const plan = site.plan(file);
      const isFree = plan === undefined || plan.kind === "attachment";
      const owner = isFree ? others.find((other) => other.site.plan(file)?.kind === "post") : undefined;
      return owner === undefined ? plan : { kind: "left out", what: `posts of ${owner.generator.name}` };
    },
  };
}

function isWorthwhile(generator: Generator, folder: SiteFolder): boolean {
  return generator !== unknownFolder && hasArticles(folder, generator.open(folder));
}

// The code of a site may read its texts from any folder.
function openElsewhere(generator: Generator | undefined, folder: SiteFolder): OpenedSite | undefined {
  const site = generator === unknownFolder ? undefined : unknownFolder.open(folder);
  if (generator === undefined || site === undefined || !hasArticles(folder, unknownFolder.open(folder), "post")) return undefined;
  const note = `The folders that ${generator.name} usually has contain no texts, so other folders were read, and their addresses are unknown: write permalink into the settings`;
  return { site, notes: [note] };
}

// Dated texts outside of the sites in its folders make the folder itself the source.
function openNestedSite(folder: SiteFolder): OpenedSite | undefined {
  const sites = findNestedSites(folder, known);
  const outside = outsideOf(sites, folder);
  const [only, ...others] = sites;
  if (only === undefined || hasArticles(outside, unknownFolder.open(outside), "post")) return undefined;
  if (others.length > 0) throw new SeveralSites(sites);
  const site = only.open();
  return site && { generator: only.generator.name, site, notes: [`The site is in the folder ${only.folder}`] };
}

// A generator finds its configuration in any folder: `blog/hugo.toml`, and `website/docusaurus.config.js` of another site.
function refuseSeveral(folder: SiteFolder, found: readonly Found[]): void {
  const sites = findNestedSites(folder, known);
  const outside = outsideOf(sites, folder);
  const nested = found.filter(({ generator }) => sites.some((site) => site.generator === generator));
  if (nested.length > 1 && !found.some(({ generator }) => hasArticles(outside, generator.open(outside)))) throw new SeveralSites(sites);
}

// Without those in its folders, the folder itself is not a site of the generator: site-a/hugo.toml and site-b/hugo.toml.
function refuseSeveralOf(generator: Generator, folder: SiteFolder): void {
  const sites = findNestedSites(folder, [generator]);
  if (sites.length > 1 && generator.open(outsideOf(sites, folder)) === undefined) throw new SeveralSites(sites);
}

function outsideOf(sites: readonly NestedSite[], folder: SiteFolder): SiteFolder {
  return { ...folder, paths: folder.paths.filter((path) => !sites.some((site) => isIn(site.folder, path))) };
}
