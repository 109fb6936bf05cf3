import type { FrontMatterTable, FrontMatterValue } from "../../content/front-matter/front-matter-table.ts";
import type { FeedPodcast } from "../../feed-parser/podcast-site.ts";
import type { MarkdownRules } from "../old-markdown/markdown-rules.ts";
import type { OldList, OldRedirect } from "../old-pages/old-list.ts";
import type { PageFiles } from "../old-pages/page-files.ts";
import type { TemplateEngine } from "./template-engine.ts";

/** Access to the files of a site folder. */
export interface SiteFolder {
  /** The paths of all files, separated by `/`, sorted. */
  readonly paths: readonly string[];
  /** Returns the text of a file; undefined if it does not exist. */
  read(path: string): string | undefined;
  /** Receives a fault of a configuration. Reading a configuration again reports it again. */
  report?(fault: ConfigurationFault): void;
}

/** A configuration that cannot be read, or a setting of it that cannot be followed. */
export interface ConfigurationFault {
  readonly path: string;
  /** The reason and what to do; it begins with the line if that is known. */
  readonly reason: string;
  /** True if no setting of the file was read. */
  readonly isUnread: boolean;
}

/** Recognizes the sites of one generator, such as Hugo, and knows its rules. */
export interface Generator {
  /** The name as its users write it: `Hugo`. */
  readonly name: string;
  /** Opens a site folder; undefined if the folder is not a site of this generator. */
  open(folder: SiteFolder): OldSite | undefined;
}

/** The addresses that a picture may have by the rules of a theme. */
export interface OldPicture {
  /** The paths of its file in the site folder; the first one that is imported counts. */
  readonly files: readonly string[];
  /** Its address if no file is imported: a URL, or a path from the root of the site. Undefined to keep the written one. */
  readonly url?: string;
}

/** Finds the picture that a text or its front matter means, for a reference without a host, a query or a fragment. */
export type FindPicture = (reference: string) => OldPicture;

/** Receives a note about a text, and the part of it that differs between texts. */
export type NoteOfText = (kind: string, detail?: string) => void;

/** A site of another generator: its settings, and its rules for files and addresses. */
export interface OldSite {
  readonly settings: OldSettings;
  /** Facts that the user should know, one sentence each. Some count articles, so they are complete only after every file was planned. */
  readonly notes: readonly string[];
  /** Returns the planned action for a file; undefined if it is not content: code, layouts, configuration. */
  plan(file: SiteFile): Plan | undefined;
  /** Returns whether a file is a text by the configuration, although its ending is not that of a text. */
  isText?(path: string): boolean;
  /** True if the texts that it plans were published although the name of a file or folder begins with `_`. */
  readonly publishesUnderscores?: true;
  /** True if sites choose the keys of their front matter themselves, also that of the date, which makes a text a post. */
  readonly hasAnySchema?: true;
  /** True if a site with any keys may have had the dates in the names of its files, rather than those in keys of its own. */
  readonly mayReadNames?: true;
  /** True if the generator reads front matter with js-yaml, which counts on after the last month of a year and the last day of a month. */
  readonly readsJsYaml?: boolean;
  /** The keys of front matter whose value its feed has as the id of an entry; undefined if only a template of the feed may read one. */
  readonly idKeys?: readonly string[];
  /** Returns the id that the feed gives to a post if it is not the one that the settings make. @param file with the keys of its plan */
  readonly idOf?: ((made: { readonly id: string; readonly path: string }, file: SiteFile) => string | undefined) | undefined;
  /** Returns the filter of its feed that leaves a post out. @param file the post, with the keys of its plan */
  readonly outOfFeedBy?: ((file: SiteFile) => HidingCode | undefined) | undefined;
  /** Returns a text as its generator published it: without comments of Obsidian, with the results of own shortcodes. @param note receives what to check */
  publicText?(body: string, note?: NoteOfText, path?: string): string;
  /** The setting, or the rule, by which the old site published posts before their date; undefined if they appeared on it. */
  readonly futureSetting?: string;
  /** True if code of the site may have compared dates, and kept such posts back. */
  readonly mayCompareDates?: true;
  /** The rules of its Markdown that differ from those of CommonMark. */
  readonly markdown?: MarkdownRules;
  /**
   * Returns the values of template tags in a text, by name: `site`, `page`. Only for generators that run templates in articles.
   * @param file its front matter with the keys of its plan
   * @param address the path at which the old site published it, if it is known
   */
  templateValues?(file: SiteFile, address?: string): Readonly<Record<string, unknown>> | undefined;
  /** Returns the engine that renders templates in the text of a file. */
  templateEngine?(path: string): TemplateEngine;
  /** True if `templateValues` has every name that is not nil. A name whose value is unknown has the value undefined. */
  readonly hasAllTemplateNames?: boolean;
  /** Returns the template language of a text; Liquid if the generator has no other. */
  templateLanguage?(file: SiteFile): TemplateLanguage;
  /** True if the generator runs template tags in code, too, as Jekyll does. */
  readonly runsTagsInCode?: boolean;
  /**
   * Returns the paths of files that a reference may mean by the generator's own rules: `@site/static/a.png`, or `_posts/a.md` in a tag. A
   * path relative to the article and one from the root of the folder need no rule.
   */
  pathsOf?(reference: string): readonly string[];
  /** Returns the address at which the old site published a file that is left out, and to which posts link by its path. */
  leftOutAddress?(path: string): string | undefined;
  /** Returns the rule for the pictures of a text if keys of its front matter or the configuration change their addresses. */
  picturesOf?(file: Pick<SiteFile, "path" | "frontMatter">): FindPicture | undefined;
  /** The path that the generator writes before the links of its texts that begin with a slash, such as `/docs/`. */
  readonly linkBase?: string;
  /** Returns the keys of a text that name authors by their keys in data files, which are not copied, with the names. */
  namesOfAuthors?(frontMatter: FrontMatterTable): FrontMatterTable;
  /** Returns the name of an author whose key posts have, as a data file states that is copied; undefined if it is not a key. */
  authorNamed?(key: string): string | undefined;
  /** The files that code or a template renders as pages: they are left out, and named. */
  readonly pageFiles?: readonly PageFiles[];
  /** The path below which the generator publishes everything, such as `/docs`; empty for none. References in texts may begin with it. */
  readonly base?: string;
  /** The old addresses of lists of posts and of feeds. */
  readonly lists?: readonly OldList[];
  /** The redirects that the configuration states, without those that the settings cannot express. */
  readonly redirects?: readonly OldRedirect[];
}

/**
 * Liquid has outputs and tags; Nunjucks has comments (`{# … #}`), too. Vue has outputs alone, and `::: v-pre` around text in which they are
 * text. Of the expressions of MDX, only values of the front matter are read: `{frontmatter.title}`.
 */
export type TemplateLanguage = "liquid" | "nunjucks" | "vue" | "mdx";

/** The settings of the old site that have a counterpart in `[vars.SITE]`, as the old configuration states them; undefined if it does not. */
export interface OldSettings {
  readonly title?: string | undefined;
  /** The title of its pages, if that of its feed has more words. */
  readonly pageTitle?: string | undefined;
  readonly description?: string | undefined;
  readonly author?: { readonly name: string; readonly email?: string | undefined; readonly url?: string | undefined } | undefined;
  readonly language?: string | undefined;
  /** IANA name of the time zone in which the generator interprets dates. */
  readonly timezone?: string | undefined;
  /** The time zone that a file of the configuration states if there is none of that name, such as `IST`. It is not used. */
  readonly unusedTimezone?: { readonly value: string; readonly file: string } | undefined;
  /** The origin, without the path of a subfolder. */
  readonly url?: string | undefined;
  /** The URL as the configuration states it if it is neither a URL nor a host, and cannot be used. */
  readonly unusedUrl?: string | undefined;
  /** The number of entries in its feed. */
  readonly limit?: number | undefined;
  /** The copyright notice of its feed. */
  readonly copyright?: string | undefined;
  /** The artwork of its podcast: a URL. */
  readonly icon?: string | undefined;
  readonly podcast?: FeedPodcast | undefined;
  /** The number of episodes in the feed of its podcast. */
  readonly episodes?: number | undefined;
  /** The names of the elements of its feed that have no counterpart, such as `podcast:medium`. */
  readonly dropped?: readonly string[] | undefined;
  /** The rule that its feed makes ids with. */
  readonly ids?: "addresses" | "jekyll-feed" | undefined;
}

/** A file of the old site. */
export interface SiteFile {
  readonly path: string;
  /** Its front matter with the keys as written; empty if it cannot be read, and for headers that only the modules of a generator read. */
  readonly frontMatter: FrontMatterTable;
  /** The text after the front matter; the whole text if there is none; empty for media. */
  readonly body: string;
  /** The keys of its front matter whose values are in quotes on their lines: YAML reads them as texts. */
  readonly quotedKeys?: readonly string[];
  /** True if its front matter cannot be read. */
  readonly isUnreadable?: true;
  /** True if its text begins with keys without fences that may hide it. */
  readonly isUnfenced?: true;
}

/** The planned action for a file. */
export type Plan = ArticlePlan | FilePlan | LeftOut;

/**
 * A file that is copied as it is. An attachment is copied only if an article links to it: a program or a data file, which may also be a
 * part of the site itself.
 */
export type FilePlan =
  | { readonly kind: "media" /** Its path below the articles folder. */; readonly target: string }
  | { readonly kind: "attachment"; readonly target: string };

/** A file that becomes an article. */
export interface ArticlePlan {
  /** A post is an entry of the feeds; a page is unlisted (`feed: false`). */
  readonly kind: "post" | "page";
  /** Its path below the articles folder. */
  readonly target: string;
  /** Its address on the old site; undefined if the generator's rules do not determine it. */
  readonly address?: OldAddress | undefined;
  /** True if the address is a guess, since the old site may have had another one: it is used, but not called the old one. */
  readonly isGuess?: true;
  /** The reason why the address is unknown, the same for all articles with the same cause: `Cannot compute {{ x }} in permalink`. */
  readonly addressFault?: string | undefined;
  /** The date before which the old site did not publish it, if the compiler would read another one. */
  readonly release?: Release | undefined;
  /** Front matter that the generator adds, such as defaults of a folder or the date of a file name. Keys of the file itself win. */
  readonly keys?: Readonly<Record<string, FrontMatterValue>> | undefined;
  /** Values that the generator reads in another way than we do, such as a time without a zone; they replace those of the file. */
  readonly corrections?: Readonly<Record<string, FrontMatterValue>> | undefined;
  /** Keys of the file that the copy lacks, since they have another meaning here: the `id` of a database is not the id of the entry. */
  readonly dropped?: readonly string[] | undefined;
  /** Replaces a header that only the generator reads, such as Pelican's `Title: Moon`: the copy gets this front matter, with `keys`, and text. */
  readonly replacement?: Replacement | undefined;
  /** True if the old site showed the text only with a password: the copy becomes a draft. */
  readonly isProtected?: true;
  /** The code that kept the text off the old site, or may have done so: the copy becomes a draft. */
  readonly hiddenBy?: HidingCode | undefined;
  /** Code that may have kept the text off the old site, although its author states that it is no draft: the copy is public. */
  readonly doubtedBy?: HidingCode | undefined;
  /** True if the text begins with keys without fences that may hide it: the copy becomes a draft. */
  readonly isUnfenced?: true;
}

/** The date before which an old site did not publish a text. A copy gets it if it is in the future, or cannot be read. */
export interface Release {
  /** The key of front matter for the date. */
  readonly key: string;
  readonly date: string;
  /** Milliseconds since 1970; undefined if the date cannot be read. */
  readonly instant: number | undefined;
  /** The kind of articles for which the date is a guess, for a note. */
  readonly doubt?: string | undefined;
}

/** Code of an old site that keeps texts off it, or out of its feed. */
export interface HidingCode {
  /** The condition as it is written, with its file: `data.status === "published" in src/pages/[slug].astro`. */
  readonly condition: string;
  /** False if only running the code would give the result. */
  readonly isCertain: boolean;
}

/** The front matter of a copy, and the text after it. */
export interface Replacement {
  readonly frontMatter: FrontMatterTable;
  readonly body: string;
}

/** A path on the old site (`/2024/moon/`), or the permalink pattern, in the tokens of our settings, that makes it. */
export type OldAddress = { readonly path: string } | { readonly pattern: string };

/** A file of the old site that is content but not imported. */
export interface LeftOut {
  readonly kind: "left out";
  /** The plural name of such files, for one line with their count: `section pages`. */
  readonly what: string;
  /** Its path below the articles folder if the generator published the file as it is: then it is an attachment, too. */
  readonly place?: string;
}
