import { generators } from "../generators/generators.ts";
import { unknownFolder } from "../generators/unknown-folder.ts";
import { otherMarkups } from "../site-rules/content-file.ts";
import type { OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { readFile } from "../site-rules/site-file.ts";
import { findNestedSites, hasArticles } from "./nested-sites.ts";
import { outsideOf, type RecognizedSite, refuseSeveralSites, SeveralSites } from "./several-sites.ts";

/** An old site, and the generator that it was recognized as. */
export interface OpenedSite {
  /** Undefined for an unknown folder. */
  readonly generator?: string;
  readonly site: OldSite;
  readonly notes: readonly string[];
}

/** A folder has no articles. */
export class NothingToImport extends Error {
  override readonly name = "NothingToImport";

  constructor() {
    super("Nothing to import: the folder has no articles, which are Markdown, HTML and text files");
  }
}

const known = generators.filter((generator) => generator !== unknownFolder);

/**
 * Opens the site of the first generator that recognizes a folder, or the only site in a folder of it.
 * @throws SeveralSites
 * @throws NothingToImport
 */
export function openOldSite(folder: SiteFolder): OpenedSite {
  const recognized = known.flatMap((generator): RecognizedSite[] => {
    const site = generator.open(folder);
    return site === undefined ? [] : [{ generator, site }];
  });
  const [first] = recognized;
  const hasOwnArticles = first !== undefined && hasArticles(folder, first.generator.open(folder));
  const other = hasOwnArticles ? undefined : (openNestedSite(folder) ?? openElsewhere(first, folder));
  if (other !== undefined) return other;
  if (first !== undefined) return openRecognized(folder, recognized, first);
  const site = unknownFolder.open(folder);
  if (site === undefined) throw new NothingToImport();
  return { site, notes: [] };
}

function openRecognized(folder: SiteFolder, recognized: readonly RecognizedSite[], { generator, site }: RecognizedSite): OpenedSite {
  refuseSeveralSites(folder, recognized, known);
  const others = recognized.slice(1);
  if (others.length === 0) return { generator: generator.name, site, notes: [] };
  const names = others.map((other) => other.generator.name).join(" and ");
  const note = `The folder is also a site of ${names}: the rules of ${generator.name} were used`;
  return { generator: generator.name, site: reportingOthers(site, others), notes: [note] };
}

// The posts of the other system must not be lost without a word.
function reportingOthers(site: OldSite, others: readonly RecognizedSite[]): OldSite {
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

// The code of a site may read its texts from any folder.
function openElsewhere(recognized: RecognizedSite | undefined, folder: SiteFolder): OpenedSite | undefined {
  if (recognized === undefined || hasOtherMarkups(folder, recognized)) return undefined;
  const { generator } = recognized;
  const site = unknownFolder.open(folder);
  if (site === undefined || !hasArticles(folder, unknownFolder.open(folder), "post")) return undefined;
  const note = `The folders that ${generator.name} usually has contain no texts, so other folders were read, and their addresses are unknown: write permalink into the settings`;
  return { site, notes: [note] };
}

// The texts of the site are in its folders, although they cannot be imported: a file with the ending .txt is one of them for Nikola.
function hasOtherMarkups(folder: SiteFolder, { generator }: RecognizedSite): boolean {
  const site = generator.open(folder);
  return folder.paths.some((path) => {
    const plan = site?.plan(readFile(folder, path, site));
    return plan?.kind === "left out" && plan.what === otherMarkups;
  });
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
