import { tableOf } from "../../base/table-values.ts";
import { readJson } from "../configuration/data-file.ts";
import { generatorOfBuild, hostFiles } from "../generators/generator-of-build.ts";
import { obsidian } from "../generators/obsidian.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { readFile } from "../site-rules/site-file.ts";
import { isIn } from "../site-rules/site-path.ts";
import { countPosts, findNestedSites, hasArticles, type NestedSite } from "./nested-sites.ts";

/** A site in a folder; the folder is empty for the site at the top. */
type PlacedSite = Pick<NestedSite, "folder" | "generator">;

/** A folder has several sites, so the owner must choose one. */
export class SeveralSites extends Error {
  override readonly name = "SeveralSites";
  readonly sites: readonly PlacedSite[];

  constructor(sites: readonly PlacedSite[]) {
    const names = sites.map(({ folder, generator }) => `${folder || "the folder itself"} (${generator.name})`);
    super(`The folder has several sites: ${names.join(", ")}`);
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

/** The site at the top of a folder that also has sites of another generator in its folders. */
export interface TopSite {
  readonly generator: Generator;
  readonly nested: readonly NestedSite[];
  /** The folder without the sites in it. */
  readonly outside: SiteFolder;
  /** The reason why it is the live one. */
  readonly reason: string;
}

/**
 * Returns the site at the top if the site that was recognized first is only in a folder, and the one at the top is live: it is the one that
 * the files of the build name, or that has more posts. Undefined if the one in the folder is live, or the only one.
 * @throws SeveralSites if neither is certain
 */
export function liveTopSite(folder: SiteFolder, recognized: readonly RecognizedSite[]): TopSite | undefined {
  const [first, ...others] = recognized.map(({ generator }) => generator).filter((each) => each !== obsidian);
  const quiet = quietly(folder);
  const nested = first === undefined || others.length === 0 ? [] : findNestedSites(quiet, [first, ...others]);
  const outside = outsideOf(nested, folder);
  if (first === undefined || nested.length === 0 || hasArticles(outside, first.open(outside))) return undefined;
  const generator = others.find((each) => hasArticles(outside, each.open(outside), "post"));
  if (generator === undefined) return undefined;
  const { file, live } = namedByBuild(folder, nested, generator);
  if (live === "nested") return undefined;
  if (live === "top") return { generator, nested, outside, reason: `${file} builds the site at the top` };
  const inner = nested.flatMap((each) => each.open() ?? []).map((site) => countPosts(folder, site));
  if (countPosts(outside, generator.open(outside)) <= Math.max(...inner)) throw new SeveralSites([{ folder: "", generator }, ...nested]);
  return { generator, nested, outside, reason: "the site at the top has more posts" };
}

const ofBuild = /\b(?:publish|command|buildCommand|outputDirectory|artifacts?|pages)\b/;

// The site that the hosts build; "unknown" if they name none, or both.
function namedByBuild(
  folder: SiteFolder,
  nested: readonly NestedSite[],
  { name }: Generator,
): { readonly live: "top" | "nested" | "unknown"; readonly file?: string } {
  const tool = new Set([name.toLowerCase().replace(".js", ""), ...(name === "Eleventy" ? ["11ty"] : [])]);
  const hosts = hostFiles(folder);
  const scripts = tableOf(readJson(folder, "package.json")["scripts"]);
  const builds = Object.entries(scripts).filter(([key]) => /^(?:pre|post)?(?:build|deploy)$/.test(key));
  const sources = [
    ...hosts.map(({ file, text }) => ({ file, text, isTop: ofBuild.test(text) })),
    ...builds.map(([, text]) => ({
      file: "package.json",
      text: String(text),
      isTop: wordsOf(String(text)).some((word) => tool.has(word)),
    })),
  ];
  const inner = sources.filter(({ text }) => nested.some((site) => namesFolder(text, site.folder)));
  const top = sources.filter((source) => source.isTop && !inner.includes(source));
  if ((inner.length === 0) === (top.length === 0)) return { live: "unknown" };
  return inner.length > 0 ? { live: "nested" } : { live: "top", ...(top[0] && { file: top[0].file }) };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^a-z0-9]+/);
}

const beforeFolder =
  /^(?:cd|pushd|-C|-s|--prefix|--source|--root|--cwd|--dir|--filter|base|path|publish|publish_dir|folder|source|root|rootDirectory|working-directory|directory|outputDirectory)$/;

// `cd site`, `base = "site"`, `site/dist`, but not the word in `next build`.
function namesFolder(text: string, folder: string): boolean {
  const words = text.split(/[^\w./@-]+/).map((word) => word.replace(/^(?:\.?\/)+/, ""));
  return words.some(
    (word, index) => isIn(folder, word) || (word.replace(/\/$/, "") === folder && beforeFolder.test(words[index - 1] ?? "")),
  );
}

/** Moves the generator that the build of a folder runs before the others, if several recognize the folder and it has posts at the top. */
export function liveFirst(folder: SiteFolder, recognized: readonly RecognizedSite[]): readonly RecognizedSite[] {
  const [first, ...others] = recognized;
  if (first === undefined || others.length === 0) return recognized;
  const quiet = quietly(folder);
  const live = generatorOfBuild(quiet, namesOf(recognized.map(({ generator }) => generator)));
  const found = others.find(({ generator }) => generator.name === live?.name);
  if (found === undefined) return recognized;
  const nested = findNestedSites(
    quiet,
    recognized.map(({ generator }) => generator),
  );
  const outside = outsideOf(nested, quiet);
  // Its configuration is at the top.
  const hasPosts = ({ generator: { open } }: RecognizedSite) => open(outside) !== undefined && hasArticles(quiet, open(quiet), "post");
  const isOnlyNested = nested.some(({ generator }) => generator === first.generator) && !hasPosts(first);
  return isOnlyNested || !hasPosts(found) ? recognized : [found, ...recognized.filter((each) => each !== found)];
}

/** A sentence about the systems of a folder. */
export interface SystemsNote {
  readonly note: string;
  /** True if another system has posts that the chosen one lacks, and nothing names the live one. */
  readonly isUncertain: boolean;
}

/** Describes the choice of a generator for a folder that others recognize, too. */
export function describeSystems(folder: SiteFolder, chosen: Generator, others: readonly Generator[]): SystemsNote {
  const quiet = quietly(folder);
  const note = `The folder is also a site of ${others.map(({ name }) => name).join(" and ")}: the rules of ${chosen.name} were used`;
  const live = generatorOfBuild(quiet, namesOf([chosen, ...others]));
  const isLive = live?.name === chosen.name;
  const reason = isLive ? `, since ${live.file} builds the site with ${chosen.name}` : "";
  const rivals = others.filter((other) => other !== obsidian && hasOtherPosts(quiet, other, chosen));
  if (rivals.length === 0) return { note: note + reason, isUncertain: false };
  const doubt = isLive ? reason : ", but no build names it as the live site";
  const names = rivals.map(({ name }) => name).join(" and ");
  const files = configurationOf(quiet, chosen) ?? `the files of ${chosen.name}`;
  return { note: `${note}${doubt}; to use those of ${names} instead, import a copy of the folder without ${files}`, isUncertain: !isLive };
}

// A vault is written in Obsidian, whatever publishes it.
function namesOf(generators: readonly Generator[]): string[] {
  return generators.filter((each) => each !== obsidian).map(({ name }) => name);
}

function hasOtherPosts(folder: SiteFolder, other: Generator, chosen: Generator): boolean {
  const [own, site] = [chosen.open(folder), other.open(folder)];
  return folder.paths.some((path) => {
    const isPost = site?.plan(readFile(folder, path, site))?.kind === "post";
    return isPost && own?.plan(readFile(folder, path, own))?.kind !== "post";
  });
}

// The files at the top without which a generator does not recognize a folder.
function configurationOf({ paths, read }: SiteFolder, { open }: Generator): string | undefined {
  const single = paths.filter((path) => !path.includes("/") && /conf|hugo|zola|eleventy/i.test(path)).map((path) => [path]);
  const choices = [...single, ...single.map((files) => [...files, "package.json"])];
  const isNeeded = (files: readonly string[]) => {
    const left = paths.filter((path) => !files.includes(path));
    return open({ paths: left, read: (path) => (files.includes(path) ? undefined : read(path)) }) === undefined;
  };
  return choices.find(isNeeded)?.join(" and ");
}

// The faults of other sites do not concern the chosen one, which reports its own when it is opened.
function quietly({ paths, read }: SiteFolder): SiteFolder {
  return { paths, read: (path) => read(path) };
}
