import type { ObjectExpression } from "acorn";
import { baseName, folderOf } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import { excludeFiles } from "../../configuration/file-patterns.ts";
import type { Glob } from "../../configuration/glob.ts";
import { parseText } from "../../configuration/script-module.ts";
import { nameOf, visitNodes } from "../../constants/code-nodes.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath, resolvePath } from "../../site-rules/site-path.ts";

/** The configuration of Contentlayer, Velite or Content Collections. */
export const contentConfiguration = /^(?:(?:contentlayer|velite)\.config|content-collections)\.[cm]?[jt]s$/;

/** Compiles the patterns of texts that the configuration of Contentlayer, Velite or Content Collections excludes. */
export function excludedTexts(folder: SiteFolder, root: string): Glob {
  const path = folder.paths.find((each) => folderOf(each) === root && contentConfiguration.test(baseName(each)));
  const program = path === undefined ? undefined : parseText(folder.read(path) ?? "");
  const tables: ObjectExpression[] = [];
  if (program !== undefined) visitNodes(program, (node) => node.type === "ObjectExpression" && tables.push(node));
  const contentRoot = tables.flatMap((table) => textsOf(table, "root"))[0] ?? "content";
  return excludeFiles(
    tables.flatMap((table) => exclusionsIn(table, contentRoot)).map(([place, pattern]) => joinPath(resolvePath(root, place), pattern)),
  );
}

// The folders, and the patterns that are relative to them. @param contentRoot that of Velite
function exclusionsIn(table: ObjectExpression, contentRoot: string): (readonly [string, string])[] {
  const [contents = "content"] = textsOf(table, "contentDirPath");
  const [directory] = textsOf(table, "directory");
  const negated = textsOf(table, "pattern").filter((pattern) => pattern.startsWith("!"));
  return [
    ...textsOf(table, "contentDirExclude").map((path) => [contents, path] as const),
    ...(directory === undefined ? [] : textsOf(table, "exclude").map((pattern) => [directory, pattern] as const)),
    ...negated.map((pattern) => [contentRoot, pattern.slice(1)] as const),
  ];
}

// The text of a member, or the texts of its list.
function textsOf({ properties }: ObjectExpression, name: string): string[] {
  return properties.flatMap((property) => {
    if (property.type !== "Property" || property.computed || nameOf(property.key) !== name) return [];
    const items = property.value.type === "ArrayExpression" ? property.value.elements : [property.value];
    return items.flatMap((item) => (item?.type === "Literal" ? (textIn(item.value) ?? []) : []));
  });
}
