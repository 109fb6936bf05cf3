import { join } from "node:path";
import { escapeMarkup } from "../../base/escape.ts";
import { textIn } from "../../base/table-values.ts";
import { isMarkedAsDraft } from "../../content/metadata/is-draft.ts";
import { isMarkedAsUnlisted } from "../../content/metadata/is-unlisted.ts";
import { concernsOneFile, Failure } from "../../files/failure.ts";
import { adviseExport } from "../../import/generators/unknown/content-service.ts";
import { explainNothing, NothingToImport } from "../../import/generators/unknown/nothing-to-import.ts";
import { openArticle } from "../../import/old-site/open-article.ts";
import { hasSite, openOldSite } from "../../import/old-site/open-old-site.ts";
import { planSite, type SitePlan } from "../../import/old-site/plan-site.ts";
import { SeveralSites } from "../../import/old-site/several-sites.ts";
import { otherMarkups } from "../../import/site-rules/content-file.ts";
import { isDated } from "../../import/site-rules/front-matter-date.ts";
import { isProtected } from "../../import/site-rules/is-protected.ts";
import type { ArticlePlan, ConfigurationFault, OldSite, SiteFile, SiteFolder } from "../../import/site-rules/old-site.ts";
import { splitText } from "../../import/site-rules/site-file.ts";
import type { AskForDate } from "./ask-for-date.ts";
import { decodeOldArticle } from "./decode-old-article.ts";
import { findEmptySubmodules } from "./empty-submodules.ts";
import { findExports } from "./find-exports.ts";
import { importCommand, quote } from "./shell-command.ts";
import type { OpenSite } from "./site-folder.ts";

/** A site to import, and the plan of its files. */
export interface ReadSite {
  /** The generator; undefined for an unknown folder and for one article. */
  readonly generator?: string | undefined;
  /** Facts that the user should know. */
  readonly facts: readonly string[];
  /** True if a configuration cannot be read, so that the addresses on the old site are a guess. */
  readonly isAssumed: boolean;
  /** True if the folder is a site of several generators, and nothing names the live one. */
  readonly isUncertain?: boolean | undefined;
  /** The language of the site, if it is known. */
  readonly language?: string | undefined;
  readonly old: OldSite;
  readonly plan: SitePlan;
}

/** The inputs of reading a site besides its folder. */
export interface ReadSiteOptions {
  /** Called for one article without a date. */
  readonly askForDate?: AskForDate | undefined;
  /** The language in the settings of the new site. */
  readonly language?: string | undefined;
}

// The names of configurations, and of the folder that Hugo's may be in. Without its configuration, a site would get other addresses.
const configuration =
  /^(?:[^/]{1,99}\/)?(?:config\/(?:_default|production)(?:\/[^/]{1,99})?|_?config(?:\.(?:ya?ml|toml|json))?|(?:hugo|zola|mkdocs)\.(?:ya?ml|toml|json)|(?:pelican)?conf\.py|[\w.-]{0,40}[.-]config\.[cm]?[jt]s|\.eleventy\.[cm]?js)$/;

// A program that a repository documents has configurations in its tests, too.
const tests = /^(?:tests?|__tests__|specs?|fixtures|benchmarks?)\//;

const maxReasons = 5;

/**
 * Reads the configuration of a site, and plans its files.
 * @throws Error if the folder has no articles
 * @throws Failure if a configuration cannot be read
 */
export async function readSite(open: OpenSite, { askForDate, language: stated }: ReadSiteOptions = {}): Promise<ReadSite> {
  const faults = new Map<string, ConfigurationFault>();
  let language = stated;
  const folder: SiteFolder = {
    paths: open.paths,
    read: (path) => readable(() => open.read(path, language)),
    report: (fault) => faults.set(`${fault.path}: ${fault.reason}`, fault),
  };
  if (open.isFile) {
    const file = readArticle(open, language);
    const date = file && askForDate && (await missingDate(file, askForDate));
    const old = openArticle(date, file === undefined ? {} : protectionOf(file));
    return { facts: [], isAssumed: false, language, old, plan: planSite(folder, old) };
  }
  for (const [path, reason] of open.faults)
    if (configuration.test(path) && !tests.test(path)) throw new Failure("read", join(open.root, path), reason);
  try {
    const { generator, isUncertain, notes, site: old } = openOldSite(folder);
    language = old.settings.language ?? stated;
    const plan = planSite(folder, old);
    if (plan.articles.length === 0 && !isUnconverted(generator, plan)) throw explainNothing(folder, hasSite, reasonsOf(plan));
    return {
      generator,
      facts: [...notes, ...plan.notes, ...faults.keys(), ...emptySubmodules(open, generator), ...skippedTexts(open)],
      isAssumed: [...faults.values()].some(decidesAddresses),
      isUncertain,
      language,
      old,
      plan,
    };
  } catch (error) {
    if (error instanceof SeveralSites) throw choiceOf(error, open.root);
    if (!(error instanceof NothingToImport)) throw error;
    const exported = findExports(open);
    if (exported !== undefined) throw exported;
    const reasons = [
      ...emptySubmodules(open),
      ...skippedTexts(open),
      ...faults.keys(),
      ...[...open.faults].map(([path, reason]) => `${path}: ${reason}`),
    ];
    throw new Error([error.message, ...reasons.slice(0, maxReasons), ...nextCommand(error, open.root)].join("; "));
  }
}

function reasonsOf({ leftOut }: SitePlan): (path: string) => string | undefined {
  const kinds = new Map([...leftOut].flatMap(([what, paths]) => paths.map((path) => [path, `one of the ${what}`] as const)));
  return (path) => kinds.get(path);
}

function nextCommand({ service, source, texts }: NothingToImport, root: string): string[] {
  if (source === undefined && service !== undefined) return [adviseExport(service)];
  if (source === undefined)
    return texts.length === 0 ? [] : ["if your articles are elsewhere, name their folder: npm run import -- FOLDER"];
  const isOne = texts.some(({ path }) => path === source);
  const condition = isOne ? `if ${source} is an article, import it` : "if these are your articles, import them";
  return [`${condition}: ${importCommand(join(root, source))}`];
}

// The settings of a known site are imported before its texts are converted.
function isUnconverted(generator: string | undefined, { leftOut }: SitePlan): boolean {
  return generator !== undefined && leftOut.has(otherMarkups);
}

function choiceOf({ message, sites }: SeveralSites, root: string): Error {
  const nested = sites.filter(({ folder }) => folder !== "");
  const commands = nested.map(({ folder }) => importCommand(join(root, folder)));
  const moving = `${importCommand(root)} after you move ${nested.map(({ folder }) => folder).join(" and ")} out of it`;
  return new Error(`${message}; import one of them: ${[...(nested.length < sites.length ? [moving] : []), ...commands].join(", ")}`);
}

function emptySubmodules({ paths, root }: OpenSite, generator?: string): string[] {
  const empty = findEmptySubmodules(root, paths, generator);
  if (empty.length === 0) return [];
  const what = empty.length === 1 ? "a Git submodule that is empty" : "Git submodules that are empty";
  return [`${empty.join(", ")}: ${what}; run git -C ${quote(root)} submodule update --init, and import again`];
}

function skippedTexts({ skippedTexts }: OpenSite): string[] {
  const why = "it was not read, since a folder with this name usually contains packages or a build; rename it if its texts are yours";
  return skippedTexts.map((path) => `${path}: ${why}`);
}

// Data files, such as the authors of a site, say nothing about addresses.
function decidesAddresses({ isUnread, path }: ConfigurationFault): boolean {
  return isUnread && !/(?:^|\/)_data\//.test(path);
}

// Undefined if it cannot be read.
function readArticle(open: OpenSite, language: string | undefined): SiteFile | undefined {
  const [path = ""] = open.paths;
  const decoded = readable(() => open.open(path, (file) => decodeOldArticle(path, file, language)));
  return decoded !== undefined && "text" in decoded ? { path, ...splitText(path, decoded.text) } : undefined;
}

function protectionOf(file: SiteFile): Pick<ArticlePlan, "isProtected" | "isUnfenced"> {
  if (isMarkedAsDraft(file.frontMatter)) return {};
  return { ...(isProtected(file) && { isProtected: true }), ...(file.isUnfenced && { isUnfenced: true }) };
}

async function missingDate(file: SiteFile, askForDate: AskForDate): Promise<string | undefined> {
  const { body, frontMatter, path } = file;
  if (isDated(file) || file.isUnfenced || isMarkedAsDraft(frontMatter) || isMarkedAsUnlisted(frontMatter)) return undefined;
  return askForDate({ title: textIn(frontMatter["title"]) ?? path, content: escapeMarkup(body) });
}

// Copying the file reports why it cannot be read.
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (concernsOneFile(error)) return undefined;
    throw error;
  }
}
