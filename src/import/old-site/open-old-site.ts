import { generators } from "../generators/generators.ts";
import { mkdocsDocumentation } from "../generators/mkdocs.ts";
import { explainNothing } from "../generators/unknown/nothing-to-import.ts";
import { datedDocuments, unknownFolder } from "../generators/unknown-folder.ts";
import { otherMarkups } from "../site-rules/content-file.ts";
import type { OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { readFile } from "../site-rules/site-file.ts";
import { isIn } from "../site-rules/site-path.ts";
import { findNestedSites, hasArticles, type NestedSite } from "./nested-sites.ts";
import {
  describeSystems,
  liveFirst,
  liveTopSite,
  outsideOf,
  type RecognizedSite,
  refuseSeveralSites,
  SeveralSites,
  type TopSite,
} from "./several-sites.ts";

/** An old site, and the generator that it was recognized as. */
export interface OpenedSite {
  /** Undefined for an unknown folder. */
  readonly generator?: string;
  readonly site: OldSite;
  readonly notes: readonly string[];
  /** True if the folder is a site of several generators, and nothing names the live one. */
  readonly isUncertain?: boolean;
}

const known = generators.filter((generator) => generator !== unknownFolder);

/**
 * Opens the site of the first generator that recognizes a folder, or the only site in a folder of it.
 * @throws SeveralSites
 * @throws NothingToImport
 */
export function openOldSite(folder: SiteFolder): OpenedSite {
  const opened = findSite(folder);
  if (opened === undefined) throw explainNothing(folder, hasSite);
  return opened;
}

/** Returns whether a folder has articles that can be imported. */
export function hasSite(folder: SiteFolder): boolean {
  try {
    return hasArticles(folder, findSite(folder)?.site);
  } catch (error) {
    if (error instanceof SeveralSites) return false;
    throw error;
  }
}

function findSite(folder: SiteFolder): OpenedSite | undefined {
  const opened = known.flatMap((generator): RecognizedSite[] => {
    const site = generator.open(folder);
    return site === undefined ? [] : [{ generator, site }];
  });
  const recognized = liveFirst(folder, opened);
  const [first] = recognized;
  const hasOwnArticles = first !== undefined && hasArticles(folder, first.generator.open(folder));
  const other = hasOwnArticles ? undefined : (openNestedSite(folder) ?? openElsewhere(first, folder));
  if (other !== undefined) return other;
  const top = liveTopSite(folder, recognized);
  if (top !== undefined) return openTopSite(top);
  if (first !== undefined) return openRecognized(folder, recognized, first);
  const site = unknownFolder.open(folder);
  return site === undefined ? openDocuments(folder) : { site, notes: [] };
}

// Documents are not articles if there are others.
function openDocuments(folder: SiteFolder): OpenedSite | undefined {
  const documentation = mkdocsDocumentation.open(folder);
  if (documentation !== undefined) return { generator: mkdocsDocumentation.name, site: documentation, notes: [] };
  const site = datedDocuments.open(folder);
  return site && { site, notes: [] };
}

function openTopSite({ generator, nested, outside, reason }: TopSite): OpenedSite | undefined {
  const site = generator.open(outside);
  if (site === undefined) return undefined;
  const others = nested.map((each) => `${each.folder} (${each.generator.name})`).join(", ");
  const note = `The folder also has a site in ${others}, which was left out, since ${reason}; import that folder to use it instead`;
  const opened = nested.flatMap((each) => each.open() ?? []);
  return { generator: generator.name, site: leavingOut(site, nested, opened), notes: [note] };
}

function leavingOut(site: OldSite, nested: readonly NestedSite[], opened: readonly OldSite[]): OldSite {
  const what = `texts of the site in ${nested.map(({ folder }) => folder).join(", ")}`;
  return {
    ...site,
    get notes() {
      return site.notes;
    },
    plan(file) {
      if (!nested.some(({ folder }) => isIn(folder, file.path))) return site.plan(file);
      return opened.some((each) => /^(?:post|page)$/.test(each.plan(file)?.kind ?? "")) ? { kind: "left out", what } : undefined;
    },
  };
}

function openRecognized(folder: SiteFolder, recognized: readonly RecognizedSite[], { generator, site }: RecognizedSite): OpenedSite {
  refuseSeveralSites(folder, recognized, known);
  const others = recognized.slice(1);
  if (others.length === 0) return { generator: generator.name, site, notes: [] };
  const { isUncertain, note } = describeSystems(
    folder,
    generator,
    others.map((other) => other.generator),
  );
  return { generator: generator.name, site: reportingOthers(site, others), notes: [note], isUncertain };
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
  const reader = [unknownFolder, datedDocuments].find((each) => hasArticles(folder, each.open(folder), "post"));
  const site = reader?.open(folder);
  if (site === undefined) return undefined;
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
