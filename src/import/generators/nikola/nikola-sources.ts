import { baseName, folderOf } from "../../../base/file-path.ts";
import { compileGlob, type Glob } from "../../configuration/glob.ts";
import type { PythonValue } from "../../configuration/python/python-constants.ts";
import type { PythonSettings } from "../../configuration/python/python-settings.ts";
import { isIn, joinPath, pathIn, resolvePath } from "../../site-rules/site-path.ts";

/** A line of POSTS or PAGES: the files, and the folder of their addresses. */
export interface NikolaSource {
  readonly kind: "post" | "page";
  /** The folder of the files, from the folder of all sites. */
  readonly folder: string;
  readonly name: Glob;
  destinationOf(language: string): string;
}

const standard: Readonly<Record<"POSTS" | "PAGES", PythonValue>> = {
  POSTS: [["posts/*.txt", "posts", "post.tmpl"]],
  PAGES: [["pages/*.txt", "pages", "page.tmpl"]],
};

/** Reads POSTS and PAGES of conf.py; STORY_PAGES and stories are those of Nikola 7. */
export function readSources(root: string, settings: PythonSettings): NikolaSource[] {
  const pages = settings.get("PAGES") ?? settings.get("STORIES");
  return [...sourcesIn(root, "post", settings.get("POSTS") ?? standard.POSTS), ...sourcesIn(root, "page", pages ?? standard.PAGES)];
}

function sourcesIn(root: string, kind: NikolaSource["kind"], list: PythonValue): NikolaSource[] {
  return (Array.isArray(list) ? list : []).flatMap((line: PythonValue): NikolaSource[] => {
    const [wildcard, destination] = Array.isArray(line) ? line : [];
    if (typeof wildcard !== "string") return [];
    return [
      {
        kind,
        folder: resolvePath(root, folderOf(wildcard)),
        name: compileGlob(baseName(wildcard)),
        destinationOf: destinations(destination),
      },
    ];
  });
}

function destinations(destination: PythonValue | undefined): (language: string) => string {
  if (typeof destination === "string") return () => resolvePath("", destination);
  const table = Object.entries(typeof destination === "object" && destination !== null ? destination : {});
  return (language) => {
    const [, own] = table.find(([name]) => name === language) ?? table[0] ?? [];
    return typeof own === "string" ? resolvePath("", own) : "";
  };
}

/** Returns the source of a file, and its path below the folder of addresses without its extension. */
export function sourceOf(path: string, untranslated: string, sources: readonly NikolaSource[], language: string) {
  const source = sources.find(({ folder, name }) => isIn(folder, path) && (name.test(baseName(path)) || name.test(baseName(untranslated))));
  return source && { source, folder: joinPath(source.destinationOf(language), folderOf(pathIn(source.folder, path))) };
}
