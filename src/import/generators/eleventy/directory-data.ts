import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { tableOf } from "../../../base/table-values.ts";
import { readJson, readOptionalTable } from "../../configuration/data-file.ts";
import { readScript } from "../../configuration/script-module.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath } from "../../site-rules/site-path.ts";
import { permalinkFunction } from "./permalink-function.ts";

/** A table of data. */
export type Data = Readonly<Record<string, unknown>>;

// YAML is an extension that many sites add. The last one has priority.
const endings = [
  ...[".yml", ".yaml", ".json", ".11tydata.yml", ".11tydata.yaml", ".11tydata.json"],
  ...[".11tydata.js", ".11tydata.cjs", ".11tydata.mjs", ".11tydata.ts"],
];

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
  const computed = { ...tableOf(data["eleventyComputed"]), ...tableOf(own["eleventyComputed"]) };
  return {
    ...data,
    ...own,
    ...(Object.keys(computed).length > 0 && { eleventyComputed: computed }),
    ...(tags.length > 0 && { tags: [...new Set(tags)] }),
  };
}

/** Returns the tags in data. */
export function tagsOf({ tags }: Data): string[] {
  return [tags].flat().filter((tag): tag is string => typeof tag === "string" && tag !== "");
}

function readData(folder: SiteFolder, path: string): Data {
  if (path.endsWith(".json")) return readJson(folder, path);
  if (/\.ya?ml$/.test(path)) return readOptionalTable(folder, path);
  const source = folder.read(path);
  return source === undefined ? {} : readModule(folder, path, source);
}

/** Returns data with a computed permalink, which has priority over a plain one (www.11ty.dev/docs/data-computed). */
export function withComputedPermalink(data: Data): Data {
  const computed = tableOf(data["eleventyComputed"]);
  return "permalink" in computed ? { ...data, permalink: computed["permalink"] } : data;
}

/** Reads the data of the whole site that makes addresses: `permalink` and `eleventyComputed` of the folder of data. */
export function globalData(folder: SiteFolder, dataFolder: string): Data {
  return Object.fromEntries(
    ["permalink", "eleventyComputed"].flatMap((name) =>
      [".json", ".js", ".cjs", ".mjs"].flatMap((ending): [string, unknown][] => {
        const path = joinPath(dataFolder, name + ending);
        const source = folder.read(path);
        if (source === undefined) return [];
        const value = ending === ".json" ? readJson(folder, path) : readScript(folder, path)?.exported;
        return Object.entries(withFunctions({ [name]: value }, source));
      }),
    ),
  );
}

function readModule(folder: SiteFolder, path: string, source: string): Data {
  const script = readScript(folder, path);
  if (script === undefined) return { permalink: undefined }; // it may have one
  return withFunctions(tableOf(script.exported), source);
}

/** Returns the data of a module with the templates of its functions. A permalink that cannot be read has its key, without a value. */
function withFunctions(data: Data, source: string): Data {
  const computed = tableOf(data["eleventyComputed"]);
  return {
    ...withPermalinkOf(data, source),
    ...(Object.keys(computed).length > 0 && { eleventyComputed: withPermalinkOf(computed, source) }),
  };
}

function withPermalinkOf(data: Data, source: string): Data {
  const { permalink, ...others } = data;
  if (!("permalink" in data) || typeof permalink === "string" || isLiteral(source)) return data;
  const template = permalinkFunction(source);
  return template === undefined && keepsPermalink(source) ? others : { ...data, permalink: template };
}

// A function may return false for some of the articles only.
function isLiteral(source: string): boolean {
  return /\bpermalink["']?\s{0,9}:\s{0,9}(?:false|\{)/.test(source);
}

// The usual rule for drafts: `if (data.draft) return false; return data.permalink;`
function keepsPermalink(source: string): boolean {
  return /\breturn\s{1,9}\w{1,40}\.permalink\b/.test(source);
}
