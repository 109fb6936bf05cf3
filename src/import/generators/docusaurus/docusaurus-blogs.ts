import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import type { ConfigReadings } from "../../configuration/config-readings.ts";
import { feedLimit } from "../../configuration/feed-limit.ts";
import { resolvePath } from "../../site-rules/site-path.ts";
import { type ContentFolder, foldersOfReadings, optionsOfContent, selectionOf } from "./docusaurus-plugins.ts";

/** A blog of a site; most sites have one. */
export interface Blog extends ContentFolder {
  /** The path of its addresses, below the base URL. */
  readonly route: string;
  readonly authors: string;
  /** The file with the labels of tags. */
  readonly tags: string;
  readonly limit: number | undefined;
  /** The options of its feeds. */
  readonly feed: Table;
  readonly description: string | undefined;
}

/** Returns the blogs that presets and plugins of a configuration declare; a site without a readable configuration has `blog/`. */
export function blogsOf(readings: ConfigReadings, root: string, isReadable: boolean): Blog[] {
  if (!isReadable) return [blogOf({}, root)];
  return foldersOfReadings(readings, (options) => optionsOfContent(options, "blog").map((blog) => blogOf(blog, root)));
}

function blogOf(options: Readonly<Record<string, unknown>>, root: string): Blog {
  const folder = resolvePath(root, textIn(options["path"]) ?? "blog");
  const feed = tableOf(options["feedOptions"]);
  const { limit } = feed;
  return {
    folder,
    route: typeof options["routeBasePath"] === "string" ? options["routeBasePath"] : "blog", // may be empty
    authors: resolvePath(folder, textIn(options["authorsMapPath"]) ?? "authors.yml"),
    tags: resolvePath(folder, textIn(options["tags"]) ?? "tags.yml"),
    limit: feedLimit(limit, false, null),
    feed,
    description: textIn(options["blogDescription"]),
    publishes: selectionOf(options),
  };
}

const datedPath = /^(?<folder>.*)(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>.*?)(?:\/index)?\.mdx?$/;

/** A post as Docusaurus reads its path. */
interface BlogPath {
  /** Its address below the blog. */
  readonly address: string;
  readonly date?: string;
  /** The title that it has without another one. */
  readonly title: string;
}

/** Reads the path of a post below its blog (plugin-content-blog, blogUtils.ts). */
export function addressInBlog(path: string): BlogPath {
  const { date, folder = "", text = "" } = datedPath.exec(path)?.groups ?? {};
  if (date === undefined) {
    const name = path.replace(/(?:\/index)?\.mdx?$/, "");
    return { address: name, title: name };
  }
  const [year = "", month = "", day = ""] = date.split(/[-/]/);
  return {
    address: `${date.replaceAll("-", "/")}/${folder}${text}`,
    date: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
    title: text,
  };
}
