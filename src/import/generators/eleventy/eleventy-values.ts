import { folderOf, withoutExtension } from "../../../base/file-path.ts";
import { tableOf, textIn } from "../../../base/table-values.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { readDataFile, readOptionalTable } from "../../configuration/data-file.ts";
import { readScript, type ScriptModule } from "../../configuration/script-module.ts";
import { instantOf, writtenDate } from "../../site-rules/front-matter-date.ts";
import type { SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";
import { scriptDate } from "../../site-rules/template-date.ts";
import type { Data } from "./directory-data.ts";
import { filePathStem, fileSlug } from "./eleventy-address.ts";

/**
 * Reads the data that every template of a site has: the files of the data folder, by name, and package.json as `pkg`
 * (www.11ty.dev/docs/data-global). A file in a subfolder is a member: `_data/site/author.json` is `site.author`.
 */
export function siteData(folder: SiteFolder, dataFolder: string, root: string): Data {
  const data: Record<string, unknown> = Object.create(null);
  for (const path of folder.paths) {
    if (!isIn(dataFolder, path)) continue;
    const value = readData(folder, path);
    if (value === undefined) continue;
    const own = pathIn(dataFolder, path);
    const names = [...folderOf(own).split("/"), withoutExtension(pathIn(folderOf(own), own)).replace(/\.11tydata$/, "")];
    place(
      data,
      names.filter((name) => name !== ""),
      value,
    );
  }
  const pkg = readDataFile(folder, root === "" ? "package.json" : `${root}/package.json`);
  return { ...(typeof pkg === "object" && { pkg }), ...data };
}

function readData(folder: SiteFolder, path: string): unknown {
  if (/\.json$/.test(path)) return parsed(folder.read(path));
  if (/\.(?:ya?ml|toml)$/.test(path)) return readOptionalTable(folder, path);
  return /\.[cm]?[jt]s$/.test(path) ? dataOf(readScript(folder, path)) : undefined;
}

// Without a default export, the others are the data: `export const title = "Lab"`.
function dataOf(script: ScriptModule | undefined): unknown {
  if (script === undefined || script.exported !== undefined || script.names.length === 0) return script?.exported;
  return Object.fromEntries(script.names.map((name) => [name, script.constant(name)]));
}

function parsed(source: string | undefined): unknown {
  try {
    return JSON.parse(source ?? "");
  } catch {
    return undefined; // the site itself would not be built
  }
}

// A table without a prototype: the name of a folder may be that of a property of all objects.
function place(data: Record<string, unknown>, [name = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    data[name] = value;
    return;
  }
  const inner: Record<string, unknown> = Object.assign(Object.create(null), Object.hasOwn(data, name) ? tableOf(data[name]) : {});
  place(inner, rest, value);
  data[name] = inner;
}

/** Returns the rule for the language that Eleventy runs in a text (www.11ty.dev/docs/config, "Default template engine"); undefined for none. */
export function templateRule(script: ScriptModule | undefined): (file: SiteFile) => "liquid" | "nunjucks" | undefined {
  const options = { ...tableOf(script?.exported), ...tableOf(script?.constant("config")) };
  const engineOf = (kind: "Markdown" | "Html"): unknown =>
    script?.calls(`set${kind}TemplateEngine`)[0]?.[0] ?? options[`${kind.toLowerCase()}TemplateEngine`] ?? "liquid";
  const engines = { markdown: engineOf("Markdown"), html: engineOf("Html") };
  return ({ frontMatter, path }) => {
    const written = textIn(frontMatter["templateEngineOverride"]);
    const [, own] = /\.(njk|liquid)$/.exec(path) ?? [];
    const [engine] = /\b(?:liquid|njk)\b/.exec(written ?? own ?? String(/\.html$/.test(path) ? engines.html : engines.markdown)) ?? [];
    return engine === "njk" ? "nunjucks" : engine === undefined ? undefined : "liquid";
  };
}

/** Returns the variable `page` of a template (www.11ty.dev/docs/data-eleventy-supplied). @param url the path at which it was published */
export function pageValues({ frontMatter, path }: SiteFile, input: string, url: string | undefined): Data {
  const own = pathIn(input, path);
  const date = instantOf(writtenDate(frontMatter) ?? dateOfPath(path));
  return {
    inputPath: `./${path}`,
    fileSlug: fileSlug(own),
    filePathStem: filePathStem(own),
    ...(url !== undefined && { url }),
    ...(date !== undefined && { date: scriptDate(date) }),
  };
}
