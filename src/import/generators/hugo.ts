import { tableOf, textIn } from "../../base/table-values.ts";
import { isTrue } from "../../content/front-matter/front-matter-value.ts";
import { NamedAuthors, nameOfAuthor } from "../configuration/named-authors.ts";
import { parseSiteUrl } from "../configuration/site-url.ts";
import type { Sign } from "../old-markdown/markdown-rules.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn, joinPath } from "../site-rules/site-path.ts";
import { HiddenShortcodes } from "../template-tags/hidden-shortcodes.ts";
import { notesOfOwnIds } from "../template-tags/own-feed-ids.ts";
import { type HugoConfig, readHugoConfig, valuesOfLanguage } from "./hugo/hugo-config.ts";
import { type ContentRoot, contentRoots, ignoredFiles, isReadablePage, readLanguages } from "./hugo/hugo-content.ts";
import { hugoFeedFilters } from "./hugo/hugo-feed-filters.ts";
import { hugoLists } from "./hugo/hugo-lists.ts";
import { placeOfLanguage } from "./hugo/hugo-place.ts";
import { HugoPlans } from "./hugo/hugo-plans.ts";
import { readHugoSettings } from "./hugo/hugo-settings.ts";
import { HugoShortcodes } from "./hugo/hugo-shortcodes.ts";
import { type HugoSite, hugoSite } from "./hugo/hugo-site.ts";
import { withZoneOfDates } from "./zone-of-dates.ts";

/** Hugo 0.60 and later. */
export const hugo: Generator = {
  name: "Hugo",
  open(folder) {
    const config = readHugoConfig(folder);
    if (config === undefined) return undefined;
    const roots = contentRoots(config.root, config.values, readLanguages(config.values));
    const hasContent = folder.paths.some((path) => isReadablePage(path) && roots.some(({ from }) => isIn(from, path)));
    return hasContent ? openSite(folder, config, roots) : undefined;
  },
};

function openSite(folder: SiteFolder, config: HugoConfig, roots: readonly ContentRoot[]): OldSite {
  const { baseurl } = valuesOfLanguage(config.values, readLanguages(config.values).byDefault);
  const url = parseSiteUrl(textIn(baseurl));
  const site = hugoSite(folder, config, url, roots);
  const notes = notesOf(config, site);
  const pages = folder.paths.filter((path) => isReadablePage(path) && roots.some(({ from }) => isIn(from, path)));
  const settings = withZoneOfDates(readHugoSettings(config, url, site.languages.byDefault), folder, pages, notes);
  for (const note of ownIds(folder, config)) notes.add(note);
  const others = otherAuthors(config);
  if (others.length > 0)
    notes.add(`The site has one author, so ${others.join(", ")} of params.author was left out: write authors into the posts`);
  const plans = new HugoPlans(site, settings, notes);
  const shortcodes = new HugoShortcodes(site);
  const hidden = new HiddenShortcodes(shortcodes.language);
  const authors = new NamedAuthors(folder, config.root);
  return {
    settings,
    base: url.base,
    lists: hugoLists(site),
    get notes() {
      return notes.sentences;
    },
    plan: (file) => plans.plan(file),
    outOfFeedBy: hugoFeedFilters(folder, config),
    publishesUnderscores: true,
    markdown: {
      breaks: hasHardWraps(config) ? "Goldmark (hardWraps = true)" : undefined,
      shownSigns: shownSignsOf(config),
      ...(!hasPassthrough(config) && { unescapedFormulas: "all" as const }),
    },
    ...(isTrue(String(config.values["buildfuture"])) && { futureSetting: "buildFuture" }),
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    publicText: (body, note, path = "") =>
      hidden.removeFrom(
        shortcodes.render(body, path, () => plans.passedTo(path)),
        note,
      ),
  };
}

// A tilde strikes out in new versions. Hugo 0.126 and later have extensions for the other signs.
function shownSignsOf({ values }: HugoConfig): Sign[] {
  const { extras } = tableOf(tableOf(tableOf(values["markup"])["goldmark"])["extensions"]);
  const isEnabled = (name: string) => tableOf(tableOf(extras)[name])["enable"] === true;
  return [
    ...(isEnabled("superscript") ? [] : (["^"] as const)),
    ...(isEnabled("mark") ? [] : (["=="] as const)),
    ...(isTrue(String(values["enableemoji"])) ? [] : ([":"] as const)),
  ];
}

// Passthrough leaves formulas as they are.
function hasPassthrough({ values }: HugoConfig): boolean {
  const { extensions } = tableOf(tableOf(values["markup"])["goldmark"]);
  return tableOf(tableOf(extensions)["passthrough"])["enable"] === true;
}

function hasHardWraps({ values }: HugoConfig): boolean {
  return tableOf(tableOf(tableOf(values["markup"])["goldmark"])["renderer"])["hardwraps"] === true;
}

const buildOptions = [
  ["buildDrafts", "published drafts; here, they are not published"],
  ["buildExpired", "published posts after their expiryDate; here, they are removed on it"],
] as const;

// PaperMod shows all names of a list on each post without its own.
function otherAuthors({ values }: HugoConfig): string[] {
  const { author, authors } = tableOf(values["params"]);
  const list = author ?? authors;
  return Array.isArray(list) ? list.slice(1).flatMap((each) => nameOfAuthor(each) ?? []) : [];
}

function ownIds(folder: SiteFolder, { root }: HugoConfig): string[] {
  const address =
    /^\.(?:Permalink|RelPermalink\s{0,9}\|\s{0,9}absURL)(?:\s{0,9}\|\s{0,9}(?:safe\w{1,9}|transform\.\w{1,20}|htmlEscape|html|absURL)){0,5}$/;
  return notesOfOwnIds(
    folder,
    folder.paths.filter((path) => isIn(joinPath(root, "layouts"), path)),
    address,
  );
}

// `[languages.fr] title = "Lune"`
function titlesInLanguages({ languages, title }: HugoConfig["values"], byDefault: string): string {
  const others = Object.entries(tableOf(languages)).filter(([tag]) => tag.toLowerCase() !== byDefault);
  const named = others.flatMap(([tag, table]) => {
    const own = textIn(tableOf(table)["title"]);
    return own === undefined || own === textIn(title) ? [] : [`${JSON.stringify(own)} (${tag})`];
  });
  return named.join(", ");
}

function notesOf({ unreadable, values }: HugoConfig, site: HugoSite): NoteList {
  const notes = new NoteList();
  for (const path of unreadable) notes.add(`Cannot read ${path}: Hugo's defaults were assumed`);
  for (const [option, meaning] of buildOptions) if (isTrue(String(values[option.toLowerCase()]))) notes.add(`${option} = true ${meaning}`);
  const imports = tableOf(values["module"])["imports"];
  if (Array.isArray(imports) && imports.length > 0) notes.add("The content of imported modules was not copied");
  for (const name of site.languages.names)
    if (placeOfLanguage(site, name).otherUrl !== undefined)
      notes.add(`The language ${name} has its own baseURL: its pages have addresses on this site now, and the posts their old ids`);
  const titles = titlesInLanguages(values, site.languages.byDefault);
  if (titles !== "") notes.add(`The site has one title, so those of other languages were left out: ${titles}`);
  const copyright = textIn(values["copyright"]) ?? "";
  if (/[<&{]/.test(copyright))
    notes.add(`copyright = ${JSON.stringify(copyright)} is for pages, so it was not used: set copyright to its text`);
  for (const pattern of ignoredFiles(values).unread)
    notes.add(`Cannot evaluate ignoreFiles ${JSON.stringify(pattern)}: delete the copies that it names`);
  return notes;
}
