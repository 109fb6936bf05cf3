import { markupOf } from "../../model/markup-of.ts";
import { isOfRepository } from "../site-rules/content-file.ts";
import { isDated } from "../site-rules/front-matter-date.ts";
import { planMedia } from "../site-rules/media-folder.ts";
import type { Generator, SiteFolder } from "../site-rules/old-site.ts";
import { baseName, folderOf, isIn, joinPath, pathIn } from "../site-rules/site-path.ts";

const ofCode =
  /^(?:package\.json|cargo\.toml|pyproject\.toml|setup\.py|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|gemfile|composer\.json|cmakelists\.txt|makefile|deno\.json|tsconfig\.json)$/i;
const notPosts =
  /^(?:docs?|documentation|tests?|__tests__|specs?|fixtures|examples?|scripts?|bin|build|dist|out|coverage|node_modules|vendor|templates?|layouts?|_.*|\..*)$/i;
const articleFolders = new Set(["_posts", "_drafts"]);

/** A folder of no known generator: its Markdown, HTML and text files. `public` and `static` are the root of its pictures. */
export const unknownFolder: Generator = {
  name: "an unknown generator",
  open(folder) {
    const texts = folder.paths.filter(isText);
    const isCode = folder.paths.some((path) => ofCode.test(baseName(path)) && folderOf(path) === "");
    const dated = texts.filter((path) => hasDate(folder, path));
    if (texts.length === 0 || (isCode && dated.length === 0)) return undefined;
    const root = isCode ? commonFolder(dated) : "";
    const roots = ["public", "static"].flatMap((name) => [...new Set([name, joinPath(folderOf(root), name)])]);
    return {
      settings: {},
      notes: [],
      plan(file) {
        const asset = planMedia(
          file.path,
          roots.map((from) => ({ from, to: "" })),
        );
        if (asset !== undefined) return asset;
        if (/\.(?:adoc|asciidoc|org|rst|textile)$/i.test(file.path))
          return { kind: "left out", what: "texts that are not Markdown or HTML" };
        if (!isIn(root, file.path) || !file.path.split("/").slice(0, -1).every(mayHavePosts)) return undefined;
        if (!isText(file.path)) return isOfRepository(file.path) ? undefined : planMedia(file.path, [{ from: root, to: "" }]);
        const isPost = dated.length === 0 || isDated(file);
        return { kind: isPost ? "post" : "page", target: pathIn(root, file.path) };
      },
    };
  },
};

function isText(path: string): boolean {
  return (
    markupOf(path) !== undefined &&
    !isOfRepository(path) &&
    path.split("/").slice(0, -1).every(mayHavePosts) &&
    !/^robots\.txt$/i.test(baseName(path))
  );
}

function mayHavePosts(folder: string): boolean {
  return articleFolders.has(folder) || !notPosts.test(folder);
}

const maxLength = 4096; // UTF-16 units

// A key of a date in the front matter, or a date in the name.
function hasDate({ read }: SiteFolder, path: string): boolean {
  if (isDated({ path, frontMatter: {}, body: "" })) return true;
  const start = read(path)?.slice(0, maxLength) ?? "";
  return (
    /^(?:---|\+\+\+|\{)/.test(start) &&
    /^[ \t]{0,8}["']?(?:date|pub_?date(?:time)?|published\w{0,9}|publish_?date)["']? {0,8}[:=][ \t]{0,8}\S/im.test(start)
  );
}

// The deepest folder with all paths.
function commonFolder(paths: readonly string[]): string {
  let common = folderOf(paths[0] ?? "");
  for (const path of paths) while (!isIn(common, path)) common = folderOf(common);
  return common;
}
