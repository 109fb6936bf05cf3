import { baseName } from "../../../base/file-path.ts";
import { type Table, textIn, textsIn } from "../../../base/table-values.ts";
import { isFalse, isTrue } from "../../../content/front-matter/front-matter-value.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { isMarkedAsDraft } from "../../../content/metadata/is-draft.ts";
import { type ConfigReadings, optionIn } from "../../configuration/config-readings.ts";
import { selectFiles } from "../../configuration/file-patterns.ts";
import type { Glob } from "../../configuration/glob.ts";
import { isAboutRepository } from "../../site-rules/content-file.ts";
import { instantOf, isDated, writtenDate } from "../../site-rules/front-matter-date.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, Plan, SiteFile } from "../../site-rules/old-site.ts";
import { type PublicFolder, planMedia } from "../../site-rules/plan-media.ts";
import { readableAddress } from "../../site-rules/readable-address.ts";
import { addressPath, isIn, joinPath, pathIn, withoutUnderscores } from "../../site-rules/site-path.ts";
import { isFrontPage } from "./front-page.ts";
import { LocaleLanguages } from "./locale-languages.ts";
import { includesFiles, unreadDraft } from "./vue-templates.ts";
import { patternAddress, regularAddress } from "./vuepress-address.ts";
import { type Blog, blogsOf } from "./vuepress-blogs.ts";
import { encryptedPaths } from "./vuepress-encryption.ts";

/** Returns the patterns of the files that VuePress publishes, of version 2 or 1. */
export function pagePatterns(options: Table): unknown {
  return optionIn(options, "pagePatterns", "patterns");
}

/** Plans the files of a VuePress site. */
export class VuepressPlans {
  readonly #source: string;
  readonly #version: number;
  readonly #notes: NoteList;
  readonly #base: string;
  readonly #blogs: readonly Blog[];
  readonly #permalink: string | undefined;
  readonly #selected: Glob;
  readonly #media: readonly PublicFolder[];
  readonly #locales: LocaleLanguages;
  readonly #isEncrypted: (path: string) => boolean;

  /** @param source the folder of the content @param version the major version of VuePress */
  constructor(source: string, readings: ConfigReadings, version: number, notes: NoteList) {
    const [options] = readings;
    this.#source = source;
    this.#version = version;
    this.#notes = notes;
    this.#base = textIn(options["base"]) ?? "/";
    this.#blogs = blogsOf(options);
    this.#permalink = textIn(options["permalinkPattern"]) ?? textIn(options["permalink"]);
    const selected = readings.map((each) => selectFiles(textsIn(pagePatterns(each))));
    this.#selected = { test: (path) => selected.every((each) => each.test(path)) };
    this.#isEncrypted = encryptedPaths(options);
    this.#locales = new LocaleLanguages(options);
    this.#media = [
      { from: joinPath(source, ".vuepress/public"), to: "" },
      { from: source, to: "" },
    ];
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    if (!isIn(this.#source, path)) return undefined;
    if (isIn(joinPath(this.#source, ".vuepress"), path) || !path.endsWith(".md")) return planMedia(path, this.#media);
    if (!this.#selected.test(pathIn(this.#source, path))) return { kind: "left out", what: "files that the page patterns leave out" };
    const isIndex = /^readme\.md$/i.test(baseName(path));
    if (!isIndex && isAboutRepository(file, this.#source))
      return { kind: "left out", what: "files about the repository, such as LICENSE.md" };
    return this.#planText(file);
  }

  #planText(file: SiteFile): ArticlePlan {
    const target = pathIn(this.#source, file.path);
    if (isMarkedAsDraft(file.frontMatter)) this.#notes.count(unreadDraft, file.path);
    if (includesFiles(file.body)) this.#notes.count("Included files are not read; copy their text", file.path);
    return {
      kind: isInFeed(file, target) ? "post" : "page",
      target: withoutUnderscores(target),
      ...this.#addressOf(file, target),
      ...this.#locales.keysOf(target, file.frontMatter),
    };
  }

  #addressOf(file: SiteFile, target: string): Pick<ArticlePlan, "address" | "isProtected"> {
    const { frontMatter, path } = file;
    const pattern = this.#patternOf(file, target);
    const date = instantOf(writtenDate(frontMatter) ?? dateOfPath(path));
    const own = pattern === undefined ? regularAddress(target) : patternAddress(pattern, { path: target, date }, this.#version);
    const isProtected = [own, regularAddress(target)].some((each) => each !== undefined && this.#isEncrypted(each));
    const protection = isProtected ? ({ isProtected } as const) : {};
    if (own === undefined) return protection;
    const ending = this.#version === 1 && pattern?.endsWith("/") === false ? "/" : "";
    const ours = pattern === undefined ? ":sections/:filename.html" : pattern.replace(/:slug/, ":name") + ending;
    return {
      address: readableAddress(addressPath(this.#base, own), addressPath(this.#base, ours), {
        target: withoutUnderscores(target),
        frontMatter,
      }),
      ...protection,
    };
  }

  // Undefined for an address that is that of the file.
  #patternOf({ frontMatter: { permalink, permalinkPattern } }: SiteFile, target: string): string | undefined {
    const written = textIn(permalink) ?? textIn(permalinkPattern);
    if (written === "null" || written === "false") return undefined;
    return written ?? this.#blogOf(target)?.permalink ?? this.#permalink;
  }

  #blogOf(target: string): Blog | undefined {
    if (this.#version !== 1 || /(?:^|\/)(?:index|readme)\.md$/i.test(target)) return undefined;
    return this.#blogs.find(({ folder }) => isIn(folder, target));
  }
}

// As @vuepress/plugin-feed and vuepress-theme-hope: `article: false` keeps a dated text out of the feed and the lists.
function isInFeed(file: SiteFile, target: string): boolean {
  const { article, feed } = file.frontMatter;
  return isDated(file) && (isTrue(feed) || !(isFalse(article) || isFrontPage(file, target)));
}
