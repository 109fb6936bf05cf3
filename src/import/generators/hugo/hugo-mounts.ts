import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { checkLength } from "../../configuration/file-patterns.ts";
import { compileGlob } from "../../configuration/glob.ts";
import { isIn, pathIn, resolvePath } from "../../site-rules/site-path.ts";

/** A folder that `module.mounts` puts below `content`, `static` or `assets`. */
export interface Mount {
  readonly from: string;
  /** The place below the target; empty for the target itself. */
  readonly to: string;
  readonly language?: string | undefined;
  /** Returns whether the patterns of the mount select a file, by its path in the folder. */
  readonly selects: (path: string) => boolean;
}

/** Returns the mounts below a folder of Hugo (gohugo.io/configuration/module/#mounts). @param site the folder of the configuration */
export function mountsOf(site: string, values: Table, kind: string): Mount[] {
  const mounts = tableOf(values["module"])["mounts"];
  return (Array.isArray(mounts) ? mounts : []).map(tableOf).flatMap((mount): Mount[] => {
    const [source, target] = [textIn(mount["source"]), textIn(mount["target"])];
    if (source === undefined || target === undefined || !isIn(kind, target) === (target !== kind)) return [];
    const to = target === kind ? "" : pathIn(kind, target);
    return [{ from: resolvePath(site, source), to, language: textIn(mount["lang"]), selects: selectionOf(mount) }];
  });
}

/** Returns whether mounts contain a file, and the patterns of each exclude it. */
export function isExcludedByMounts(path: string, mounts: readonly Pick<Mount, "from" | "selects">[]): boolean {
  const containing = mounts.filter(({ from }) => isIn(from, path));
  return containing.length > 0 && !containing.some(({ from, selects }) => selects(pathIn(from, path)));
}

// `files` has the patterns of both older options, those that exclude with an exclamation mark.
function selectionOf(mount: Table): (path: string) => boolean {
  const files = textsIn(mount["files"]);
  const included = [...textsIn(mount["includefiles"]), ...files.filter((pattern) => !pattern.startsWith("!"))];
  const negated = files.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1).trimStart());
  const excluded = [...textsIn(mount["excludefiles"]), ...negated];
  checkLength([...included, ...excluded]);
  const [inclusions, exclusions] = [included.map((pattern) => globOf(pattern)), excluded.map((pattern) => globOf(pattern, "{,/**}"))];
  return (path) => {
    const written = `/${path.toLowerCase()}`;
    return (inclusions.length === 0 || inclusions.some((glob) => glob.test(written))) && !exclusions.some((glob) => glob.test(written));
  };
}

// Hugo compares the whole path with a slash before it, in lower case: `**/x` does not match `x` directly in the mounted folder.
function globOf(pattern: string, end = "") {
  return compileGlob(pattern.toLowerCase().replace(/^\/?/, "/") + end);
}
