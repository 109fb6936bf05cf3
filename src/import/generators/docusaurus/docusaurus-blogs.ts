import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { type ConfigReadings, notesOfPatterns, optionIn } from "../../configuration/config-readings.ts";
import { excludeFiles, selectFiles } from "../../configuration/file-patterns.ts";
import { resolvePath } from "../../site-rules/site-path.ts";

/** A blog of a site; most sites have one. */
export interface Blog {
  readonly folder: string;
  /** The path of its addresses, below the base URL. */
  readonly route: string;
  readonly authors: string;
  /** The file with the labels of tags. */
  readonly tags: string;
  readonly limit: number | undefined;
  /** Returns whether the blog publishes a file, by its path in the folder. */
  readonly publishes: (path: string) => boolean;
}

/** Returns the blogs that presets and plugins of a configuration declare; a site without a readable configuration has `blog/`. */
export function blogsOf(readings: ConfigReadings, root: string, isReadable: boolean): Blog[] {
  if (!isReadable) return [blogOf({}, root)];
  const [blogs = [], ...others] = readings.map((options) => optionsOfBlogs(options).map((blog) => blogOf(blog, root)));
  return blogs.map((blog) => {
    const same = [blog, ...others.flat().filter(({ folder }) => folder === blog.folder)];
    return { ...blog, publishes: (path) => same.every((each) => each.publishes(path)) };
  });
}

/** Returns notes about the patterns that exclude posts. @param path the file of the configuration */
export function notesOfBlogs(readings: ConfigReadings, path: string): string[] {
  return ["include", "exclude"].flatMap((key) =>
    notesOfPatterns(readings, `${key} of the blog in ${path}`, (options) => optionsOfBlogs(options).flatMap((blog) => optionIn(blog, key))),
  );
}

function optionsOfBlogs(options: Table): Table[] {
  const presets = pairsOf(options["presets"]).flatMap(([, preset]) => (preset["blog"] === false ? [] : [tableOf(preset["blog"])]));
  const plugins = pairsOf(options["plugins"]).flatMap(([name, plugin]) => (/(?:plugin-content|content)-blog/.test(name) ? [plugin] : []));
  return [...presets, ...plugins];
}

function blogOf(options: Readonly<Record<string, unknown>>, root: string): Blog {
  const folder = resolvePath(root, textIn(options["path"]) ?? "blog");
  const [included, excluded] = [selectFiles(textsIn(options["include"])), excludeFiles(textsIn(options["exclude"]))];
  const limit = tableOf(options["feedOptions"])["limit"];
  return {
    folder,
    route: typeof options["routeBasePath"] === "string" ? options["routeBasePath"] : "blog", // may be empty
    authors: resolvePath(folder, textIn(options["authorsMapPath"]) ?? "authors.yml"),
    tags: resolvePath(folder, textIn(options["tags"]) ?? "tags.yml"),
    limit: typeof limit === "number" ? limit : undefined,
    publishes: (path) => included.test(path) && !excluded.test(path),
  };
}

// `["classic", { … }]`, or only the name.
function pairsOf(list: unknown): (readonly [string, Readonly<Record<string, unknown>>])[] {
  return [list].flat(1).map((item) => {
    const [name, options] = Array.isArray(item) ? item : [item];
    return [textIn(name) ?? "", tableOf(options)];
  });
}

const datedPath = /^(?<folder>.*)(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>.*?)(?:\/index)?\.mdx?$/;

/** Returns the address of a post below its blog, as Docusaurus makes it of its path, and the date in the path. */
export function addressInBlog(path: string): { readonly address: string; readonly date?: string } {
  const { date, folder = "", text = "" } = datedPath.exec(path)?.groups ?? {};
  if (date === undefined) return { address: path.replace(/(?:\/index)?\.mdx?$/, "") };
  const [year = "", month = "", day = ""] = date.split(/[-/]/);
  return { address: `${date.replaceAll("-", "/")}/${folder}${text}`, date: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}
