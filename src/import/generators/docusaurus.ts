import { withoutExtension } from "../../base/file-path.ts";
import { type Table, tableOf, textIn } from "../../base/table-values.ts";
import { asList } from "../../content/front-matter/front-matter-value.ts";
import { dateOfPath } from "../../content/metadata/date-of-path.ts";
import { readDataFile } from "../configuration/data-file.ts";
import { findConfig } from "../configuration/find-config.ts";
import { readOldSettings } from "../configuration/old-settings.ts";
import { readScript } from "../configuration/script-module.ts";
import { isMarkdown } from "../site-rules/content-file.ts";
import { mdxTemplates } from "../site-rules/mdx-templates.ts";
import type { ArticlePlan, Generator, Plan, SiteFile } from "../site-rules/old-site.ts";
import { planMedia } from "../site-rules/plan-media.ts";
import { readableAddress } from "../site-rules/readable-address.ts";
import { addressPath, isIn, joinPath, pathIn } from "../site-rules/site-path.ts";
import { addressInBlog, type Blog, blogsOf } from "./docusaurus/docusaurus-blogs.ts";

/** Docusaurus 2 and 3: the blogs, and the Markdown pages of `src/pages`. Documentation is left out. */
export const docusaurus: Generator = {
  name: "Docusaurus",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)docusaurus\.config\.[cm]?[jt]s$/);
    if (config === undefined) return undefined;
    const { path, root } = config;
    const script = readScript(folder, path);
    const options = tableOf(script?.exported);
    const blogs = blogsOf(options, root, Object.keys(options).length > 0);
    const base = textIn(options["baseUrl"]) ?? "/";
    const slash = options["trailingSlash"];
    const pages = joinPath(root, "src/pages");
    const placeOf = ({ route }: Blog) => (blogs.length === 1 ? "" : route);
    const mediaFolders = [
      { from: joinPath(root, "static"), to: "" },
      ...blogs.map((blog) => ({ from: blog.folder, to: placeOf(blog) })),
      { from: pages, to: "" },
    ];
    const i18n = tableOf(options["i18n"]);
    const translations = joinPath(root, "i18n");
    const labels = new Map<Blog, Table>();
    const labelsOf = (blog: Blog) => {
      const known = labels.get(blog) ?? tableOf(readDataFile(folder, blog.tags));
      labels.set(blog, known);
      return known;
    };
    const ending = (address: string) => withEnding(address, slash);

    return {
      settings: {
        ...readOldSettings({ ...options, description: options["tagline"], language: i18n["defaultLocale"] ?? "en" }),
        limit: blogs[0]?.limit,
      },
      notes: [...(Object.keys(options).length > 0 ? [] : [`Cannot read ${path}: its defaults were assumed`])],
      ...(base !== "/" && { linkBase: addressPath(base, "/") }),
      authorNamed: (key) =>
        blogs.map(({ authors }) => textIn(tableOf(tableOf(readDataFile(folder, authors))[key])["name"])).find((name) => name !== undefined),
      pathsOf: (reference) => (reference.startsWith("@site/") ? [joinPath(root, reference.slice("@site/".length))] : []),
      ...mdxTemplates(isMarkdown),
      plan(file) {
        const blog = blogs.find(({ folder: own }) => isIn(own, file.path));
        if (blog !== undefined && file.path === blog.authors) return { kind: "media", target: joinPath(placeOf(blog), "authors.yml") };
        if (file.path.split("/").some((name) => name.startsWith("_"))) return planMedia(file.path, mediaFolders);
        if (blog !== undefined && /\.mdx?$/.test(file.path))
          return blog.publishes(pathIn(blog.folder, file.path))
            ? withLabels(planPost(file, blog, placeOf(blog), base, ending), file, labelsOf(blog))
            : { kind: "left out", what: "files that the options of the blog exclude" };
        if (isIn(pages, file.path) && isMarkdown(file.path)) return planPage(pathIn(pages, file.path), base, ending);
        if (isIn(translations, file.path) && isMarkdown(file.path)) return { kind: "left out", what: "translations" };
        if (isMarkdown(file.path) && /^(?:\w+_)?docs$/.test(pathIn(root, file.path).split("/")[0] ?? ""))
          return { kind: "left out", what: "pages of the documentation" };
        return planMedia(file.path, mediaFolders);
      },
    };
  },
};

// docusaurus.io/docs/blog, "Tags": posts have the keys of tags.yml or tables with a label, and readers see the labels.
function withLabels(plan: ArticlePlan, { frontMatter }: SiteFile, labels: Table): ArticlePlan {
  const keys = asList(frontMatter["tags"]);
  const tags = keys.map((tag) => textIn(tableOf(tag)["label"]) ?? textIn(tableOf(labels[textIn(tag) ?? ""])["label"]) ?? tag);
  return tags.every((tag, index) => tag === keys[index]) ? plan : { ...plan, corrections: { tags } };
}

type Ending = (address: string) => string;

// docusaurus.io/docs/api/docusaurus-config, trailingSlash. Without it, addresses are as they are.
function withEnding(address: string, slash: unknown): string {
  const bare = address.replace(/(?<!\/)\/+$/, "");
  if (typeof slash !== "boolean" || bare === "") return address;
  return slash ? `${bare}/` : bare;
}

function planPost({ frontMatter, path }: SiteFile, blog: Blog, place: string, base: string, ending: Ending): ArticlePlan {
  const own = pathIn(blog.folder, path);
  const { address, date } = addressInBlog(own);
  const slug = textIn(frontMatter["slug"]);
  const target = joinPath(place, own);
  const published = ending(addressPath(base, blog.route, slug ?? address));
  const dates = slug === undefined && date !== undefined ? ":year/:month/:day/" : "";
  const pattern = ending(addressPath(base, place === "" ? blog.route : "", `${dates}:slug`));
  return {
    kind: "post",
    target,
    address: readableAddress(published, pattern, { target, frontMatter: date === undefined ? frontMatter : { date, ...frontMatter } }),
    ...(date !== undefined && dateOfPath(own) !== date && { keys: { date } }),
  };
}

function planPage(path: string, base: string, ending: Ending): Plan {
  return { kind: "page", target: path, address: { path: ending(addressPath(base, withoutExtension(path).replace(/(?:^|\/)index$/, ""))) } };
}
