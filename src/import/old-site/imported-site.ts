import { plural } from "../../base/plural.ts";
import { tomlLine } from "../../settings/toml-value.ts";
import type { Settings } from "../offered-settings/offer-settings.ts";
import {
  canvases,
  codePages,
  dynamicRoutes,
  otherMarkups,
  textsOfSections,
  textsWithLists,
  unreadTexts,
} from "../site-rules/content-file.ts";
import type { ArticleNote } from "./article-note.ts";
import { emptyPosts } from "./left-out-article.ts";

/** The result of importing the folder of an old site. */
export interface ImportedSite {
  /** The folder. */
  readonly root: string;
  /** The generator; undefined for an unknown folder. */
  readonly generator?: string | undefined;
  /** True if a configuration cannot be read, so that the addresses on the old site are a guess. */
  readonly isAssumed?: boolean;
  /** True if the folder is a site of several generators, and nothing names the live one. */
  readonly isUncertain?: boolean | undefined;
  readonly posts: number;
  /** Articles that are not published yet. */
  readonly drafts: number;
  readonly pages: number;
  readonly media: number;
  /** The paths that were left out, by kind. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
  /** Facts about the site, one sentence each. */
  readonly facts: readonly string[];
  /** The notes about its articles, with their paths. */
  readonly notes: readonly (ArticleNote & { readonly path: string })[];
  /** The articles whose address differs from the old one, and those whose old address is unknown. */
  readonly changed: readonly string[];
  readonly unknown: readonly string[];
  /** The number of articles with the old address. */
  readonly kept: number;
  /** The settings of `[vars.SITE]` to add. */
  readonly settings: Settings;
  /** The redirects to add. */
  readonly redirects?: Readonly<Record<string, string>>;
}

/** The way in which a report is printed. */
export interface ReportStyle {
  readonly isVerbose: boolean;
  /** True if the settings were written into wrangler.toml. */
  readonly isWritten: boolean;
}

/** Describes what became of an old site, one string per line. */
export function describeSite(report: ImportedSite, style: ReportStyle): string[] {
  const { drafts, facts, generator, leftOut, media, notes, pages, posts, root } = report;
  const kind = generator === undefined ? "a folder of an unknown generator" : `a site of ${generator}`;
  const names = (paths: readonly string[]) => listNames(paths, style);
  return [
    `${root} is ${kind}: ${plural(posts, "post")}, ${drafts === 0 ? "" : `${plural(drafts, "draft")}, `}${plural(pages, "page")}, ${plural(media, "media file")}`,
    ...[...leftOut].map(([what, paths]) => describeLeftOut(what, paths, style)),
    ...(posts + drafts === 0 && pages > 0 ? [noPosts] : []),
    ...facts,
    ...[...Map.groupBy(notes, ({ kind }) => kind)].map(([kind, group]) => `${kind}: ${names(group.map(nameOf))}`),
    ...describeAddresses(report, style),
    ...describeSettings(report.settings, style),
    ...describeRedirects(report.redirects ?? {}, style),
  ];
}

function describeLeftOut(what: string, paths: readonly string[], style: ReportStyle): string {
  const counted = `left out ${paths.length === 1 ? "one of the" : paths.length.toLocaleString("en")} ${what}`;
  if (what === codePages || what === dynamicRoutes)
    return `${counted}: ${listNames(paths, style)}; to keep a page, write it as Markdown with feed: false`;
  if (what === otherMarkups)
    return `${counted}: ${listNames(paths, style)}; convert them to Markdown, for example with pandoc, and import again`;
  if (what === textsWithLists)
    return `${counted}: ${listNames(paths, style)}; to keep a text, remove the list from the page, and import again`;
  if (what === canvases) return `${counted}: ${listNames(paths, style)}; to keep its words, write them into a note, and import again`;
  return style.isVerbose || what === emptyPosts || what === unreadTexts || what === textsOfSections
    ? `${counted}: ${listNames(paths, style)}`
    : counted;
}

const noPosts =
  "No text is a post, since none has a date, so the front page and the feeds are empty: add dates to posts, and remove feed: false from them";

function nameOf({ detail, path }: ImportedSite["notes"][number]): string {
  return detail === undefined ? path : `${path} (${detail})`;
}

function describeAddresses({ changed, isAssumed = false, isUncertain = false, kept, unknown }: ImportedSite, style: ReportStyle): string[] {
  if (kept + changed.length === 0) return [];
  if (isAssumed) return ["Cannot compare the addresses with the old ones: a configuration of the site was not used."];
  if (isUncertain) return ["Cannot compare the addresses with the old ones: several systems may have published the site."];
  if (changed.length + unknown.length === 0) return ["Every address is the old one."];
  return [
    `${plural(kept, "address is", "addresses are")} the old ${kept === 1 ? "one" : "ones"}.`,
    ...(changed.length === 0 ? [] : [`Not the old address: ${listNames(changed, style)}`]),
    ...(unknown.length === 0 ? [] : [`Old address unknown: ${listNames(unknown, style)}`]),
  ];
}

/** Describes the settings that were written, or that should be. */
export function describeSettings(settings: Settings, { isWritten }: ReportStyle): string[] {
  const lines = Object.entries(settings).map(([key, value]) => tomlLine(key, value));
  if (lines.length === 0) return [];
  const heading = isWritten
    ? "Wrote into [vars.SITE] in wrangler.toml:"
    : "To keep addresses and ids, add to [vars.SITE] in wrangler.toml, or import with --write:";
  return [heading, ...lines];
}

function describeRedirects(redirects: Readonly<Record<string, string>>, { isWritten }: ReportStyle): string[] {
  const lines = Object.entries(redirects).map(([from, to]) => tomlLine(from, to));
  if (lines.length === 0) return [];
  const heading = isWritten
    ? "Wrote into [vars.SITE.redirects] in wrangler.toml:"
    : "To keep old feeds and lists, add to [vars.SITE.redirects] in wrangler.toml, or import with --write:";
  return [heading, ...lines];
}

const maxNames = 3;

/** Lists paths: the first ones and the number of the others, or all of them in a verbose report. */
export function listNames(paths: readonly string[], { isVerbose }: ReportStyle): string {
  if (isVerbose || paths.length <= maxNames) return paths.join(", ");
  return `${paths.slice(0, maxNames).join(", ")}, and ${(paths.length - maxNames).toLocaleString("en")} more`;
}
