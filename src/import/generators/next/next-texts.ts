import { baseName, folderOf } from "../../../base/file-path.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import { nextRoots } from "./next-config.ts";
import { isAtRoot, type NextRoute } from "./next-routes.ts";

// Relative to the site, the more specific first. Contentlayer has `data` or `posts`, Nextra `content`.
const usual = words(
  "data/blog data/posts content/blog content/posts content/articles content src/content/blog src/content/posts src/content _posts posts src/posts blogs articles data",
);

/**
 * Finds the folders with the texts of a site, the one of its posts first.
 * @param routes the pages that publish texts
 * @param isPage returns whether a text is a page itself
 */
export function findNextTexts(folder: SiteFolder, root: string, routes: readonly NextRoute[], isPage: (path: string) => boolean): string[] {
  const [apps = []] = nextRoots(root);
  const withTexts = (names: readonly string[]) =>
    [...new Set(names.map((name) => joinPath(root, name)))].filter((name) =>
      folder.paths.some((path) => isIn(name, path) && isMarkdown(path) && !isPage(path)),
    );
  const known = withTexts(usual);
  const names = routes.map(({ prefix }) => baseName(prefix)).filter((name) => name !== "" && !name.includes("[")); // `notes` of `app/notes/[slug]`
  const inApp = (name: string) => apps.some((app) => isIn(app, joinPath(root, name)));
  // In `app`, the folder of a page may contain notes about it, and code may read the names of folders.
  const mayHaveTexts = ({ isWhole, name }: FolderInCode) =>
    !apps.includes(joinPath(root, name)) && (!inApp(name) || (isWhole && routes.length > 0));
  const found =
    known.length > 0
      ? known
      : withTexts(
          foldersInCode(folder, root)
            .filter(mayHaveTexts)
            .map(({ name }) => name),
        );
  // Collections: `data/case-studies` of `app/case-studies/[slug]`, in a folder without a page of its name, or next to that of the posts.
  const folders = routes.some(isAtRoot) ? [...names, "pages"] : names;
  const places = [...found.filter((each) => !names.includes(baseName(each))), ...found.map(folderOf)];
  const collections = places.flatMap((each) => folders.map((name) => pathIn(root, joinPath(each, name))));
  return [...new Set([...found, ...withTexts([...names, ...collections, "public"])])];
}

// `path.join(process.cwd(), "src", "posts")`, `${process.cwd()}/posts`, and the options of Contentlayer and Content Collections.
const named =
  /(?:\bprocess\.cwd\(\)\}?|\b(?:contentDirPath|directory|readdir(?:Sync)?)\b)((?:[\s,:(]{0,99}["'`/][\w./()[\]@-]{1,200}["'`]){1,8})/g;
const maxLength = 262_144; // UTF-16 units

/** A folder that code reads. */
interface FolderInCode {
  readonly name: string;
  /** False if the rest of the path is computed. */
  readonly isWhole: boolean;
}

function foldersInCode({ paths, read }: SiteFolder, root: string): FolderInCode[] {
  const sources = paths.filter((path) => isIn(root, path) && /\.[cm]?[jt]sx?$/.test(path));
  const found = sources.flatMap((path) => {
    const source = (read(path) ?? "").slice(0, maxLength);
    return [...source.matchAll(named)].map(({ 0: all, 1: parts = "", index }) => {
      const rest = source.slice(index + all.length, index + all.length + 99);
      const names = parts.split(/["'`]/).filter((part) => !/^[\s,:(]*$/.test(part));
      return { name: resolvePath("", names.join("/")), isWhole: !/^\s*(?:\+|,\s*[\w`.])/.test(rest) };
    });
  });
  return found.filter(({ name }) => name !== "");
}

function words(list: string): string[] {
  return list.split(" ");
}
