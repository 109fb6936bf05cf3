import { tableOf, textIn } from "../../../base/table-values.ts";
import { readJson } from "../../configuration/data-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";

const firstWithRewrites = 19; // 2.0.0-alpha.19, src/node/contentLoader.ts
// They are too large for a parser: npm writes a megabyte for some hundred packages.
const lockFiles: readonly (readonly [name: string, version: RegExp])[] = [
  ["package-lock.json", /"node_modules\/vitepress":\s{0,9}\{\s{0,99}"version":\s{0,9}"([\w.-]{1,30})"/g],
  ["pnpm-lock.yaml", /\bvitepress@(\d{1,3}\.\d{1,3}\.\d{1,3}(?:-[a-z]{1,9}\.\d{1,4})?)/g],
  ["yarn.lock", /^"?vitepress@[^\n]{1,99}:\n {1,4}version:? "?([\w.-]{1,30})/gm],
];

/**
 * Returns whether `createContentLoader` makes the `url` of a post from its rewritten path, as VitePress does since 2.0.0-alpha.19; undefined
 * if the files of the site do not determine the version.
 */
export function loaderRewrites(folder: SiteFolder, root: string): boolean | undefined {
  const places = [...new Set([root, ""])];
  const versions = places.flatMap((place) => [
    ...lockFiles.flatMap(([name, version]) => [...(folder.read(joinPath(place, name)) ?? "").matchAll(version)].map(([, found]) => found)),
    ...rangesIn(folder, joinPath(place, "package.json")),
  ]);
  return versions.flatMap((version) => (version === undefined ? [] : (isRecent(version) ?? [])))[0];
}

function rangesIn(folder: SiteFolder, path: string): (string | undefined)[] {
  const { dependencies, devDependencies } = readJson(folder, path);
  return [dependencies, devDependencies].map((table) => textIn(tableOf(table)["vitepress"]));
}

// A range such as `^2.0.0-alpha.5` may mean any later version.
function isRecent(version: string): boolean | undefined {
  const [, range = "", major = "", minor = "", patch = "", stage, number] =
    /^([~^]?)(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?(?:-(alpha|beta|rc)\.(\d{1,4}))?$/.exec(version) ?? [];
  if (major === "" || Number(major) < 2) return major === "" ? undefined : false;
  if (stage !== "alpha" || Number(major) > 2 || Number(minor) + Number(patch) > 0) return true;
  if (Number(number) >= firstWithRewrites) return true;
  return range === "" ? false : undefined;
}
