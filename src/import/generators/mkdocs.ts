import { countIn, type Table, tableOf, textIn } from "../../base/table-values.ts";
import { NamedAuthors } from "../configuration/named-authors.ts";
import { readOldSettings } from "../configuration/old-settings.ts";
import { parseSiteUrl } from "../configuration/site-url.ts";
import { pythonMarkdown } from "../old-markdown/markdown-rules.ts";
import { isDated } from "../site-rules/front-matter-date.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSettings, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { readFile } from "../site-rules/site-file.ts";
import { isIn, joinPath, pathIn } from "../site-rules/site-path.ts";
import { blogsOf, type MkdocsBlog } from "./mkdocs/mkdocs-blogs.ts";
import { type MkdocsConfig, readMkdocsConfig } from "./mkdocs/mkdocs-config.ts";
import { mkdocsLists } from "./mkdocs/mkdocs-lists.ts";
import { noteSettings } from "./mkdocs/mkdocs-notes.ts";
import { MkdocsPlans } from "./mkdocs/mkdocs-plans.ts";

/** MkDocs with posts: those of the blog plugin of Material, and texts with a date. Other texts are pages. */
export const mkdocs: Generator = {
  name: "MkDocs",
  open: (folder) => openSite(folder, (config, blogs) => hasPosts(folder, config, blogs)),
};

/** MkDocs without posts, which many projects of code have for their documentation. It is asked after all others. */
export const mkdocsDocumentation: Generator = {
  name: "MkDocs",
  open: (folder) => openSite(folder, ({ docs }) => folder.paths.some((path) => isIn(docs, path) && path.endsWith(".md"))),
};

function openSite(folder: SiteFolder, isSite: (config: MkdocsConfig, blogs: readonly MkdocsBlog[]) => boolean): OldSite | undefined {
  const notes = new NoteList();
  const config = readMkdocsConfig(folder, notes);
  if (config === undefined) return undefined;
  const blogs = blogsOf(config);
  if (!isSite(config, blogs)) return undefined;
  const { base } = parseSiteUrl(textIn(config.values["site_url"]));
  noteSettings(folder, config, notes);
  const plans = new MkdocsPlans(folder, config, blogs, base, notes);
  const authors = new NamedAuthors(
    folder,
    config.docs,
    blogs.map(({ authorsFile }) => joinPath(config.docs, authorsFile)),
  );
  return {
    settings: readSettings(config),
    base,
    lists: mkdocsLists(rssOptions(config), base),
    get notes() {
      return notes.sentences;
    },
    plan: (file) => plans.plan(file),
    publishesUnderscores: true,
    ...(!blogs.some(({ hidesFuture }) => hidesFuture) && { futureSetting: "MkDocs publishes posts of any date" }),
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    markdown: pythonMarkdown(extensionsOf(config)),
    publicText: (body) => withMoreMark(body, blogs),
  };
}

// A list of names and of tables with one name, or a table.
function extensionsOf({ values }: MkdocsConfig): string[] {
  const items = [values["markdown_extensions"]].flat();
  return items.flatMap((item) => (typeof item === "string" ? [item] : Object.keys(tableOf(item))));
}

function hasPosts(folder: SiteFolder, { docs }: MkdocsConfig, blogs: readonly MkdocsBlog[]): boolean {
  const texts = folder.paths.filter((path) => isIn(docs, path) && path.endsWith(".md"));
  return texts.some((path) => blogs.some(({ posts }) => isIn(posts, pathIn(docs, path))) || isDated(readFile(folder, path)));
}

function rssOptions({ plugins }: MkdocsConfig): Table | undefined {
  return plugins.find(({ name }) => name === "rss")?.options;
}

// The feed is that of the plugin rss, whose ids are addresses (guts.github.io/mkdocs-rss-plugin).
function readSettings(config: MkdocsConfig): OldSettings {
  const { language, values } = config;
  const rss = rssOptions(config);
  const { site_author: author, site_description: description, site_name: title, site_url: url } = values;
  return {
    ...readOldSettings({ title, description, author, language, url }),
    ...(rss !== undefined && { ids: "addresses", limit: countIn(tableOf(rss)["length"] ?? 20) }),
  };
}

function withMoreMark(body: string, blogs: readonly MkdocsBlog[]): string {
  const own = blogs.map(({ separator }) => separator).find((separator) => separator !== "<!-- more -->" && body.includes(separator));
  return own === undefined ? body : body.replace(own, () => "<!-- more -->");
}
