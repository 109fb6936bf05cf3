import { readJson } from "../../configuration/data-file.ts";
import { readScript } from "../../configuration/script-module.ts";
import { tableOf } from "../../configuration/table-values.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { baseName, folderOf, isIn, joinPath, withoutExtension } from "../../site-rules/site-path.ts";
import { permalinkFunction } from "./permalink-function.ts";

/** A table of data. */
export type Data = Readonly<Record<string, unknown>>;

const endings = [".json", ".11tydata.json", ".11tydata.js", ".11tydata.cjs", ".11tydata.mjs", ".11tydata.ts"]; // the last one has priority

/**
 * Creates a reader of the data that directories and files give to a template, such as `posts/posts.json`; nearer files have priority
 * (www.11ty.dev/docs/data-cascade). Lists of tags are merged.
 */
export function directoryData(folder: SiteFolder, input: string): (path: string) => Data {
  const ofFolders = new Map<string, Data>();
  const readAt = (stem: string, inherited: Data) =>
    endings.reduce((data, ending) => merged(data, readData(folder, stem + ending)), inherited);
  const ofFolder = (path: string): Data => {
    const known = ofFolders.get(path);
    if (known !== undefined) return known;
    const parent = path === input || path === "" ? {} : ofFolder(folderOf(path));
    const data = readAt(joinPath(path, baseName(path) || "index"), parent);
    ofFolders.set(path, data);
    return data;
  };
  return (path) => readAt(withoutExtension(path), isIn(input, path) ? ofFolder(folderOf(path)) : {});
}

/** Merges data with that of a nearer file. */
export function merged(data: Data, own: Data): Data {
  const tags = [...tagsOf(data), ...tagsOf(own)];
  return { ...data, ...own, ...(tags.length > 0 && { tags: [...new Set(tags)] }) };
}

/** Returns the tags in data. */
export function tagsOf({ tags }: Data): string[] {
  return [tags].flat().filter((tag): tag is string => typeof tag === "string" && tag !== "");
}

function readData(folder: SiteFolder, path: string): Data {
  if (path.endsWith(".json")) return readJson(folder, path);
  const source = folder.read(path);
  return source === undefined ? {} : readModule(folder, path, source);
}

// The key of a function is there without a value.
function readModule(folder: SiteFolder, path: string, source: string): Data {
  const data = tableOf(readScript(folder, path)?.exported);
  return "permalink" in data && data["permalink"] === undefined ? { ...data, permalink: permalinkFunction(source) } : data;
}
