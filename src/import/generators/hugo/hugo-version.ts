import { baseName, folderOf } from "../../../base/file-path.ts";
import { tableOf } from "../../../base/table-values.ts";
import { readOptionalTable } from "../../configuration/data-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import type { HugoConfig } from "./hugo-config.ts";

// The files that install Hugo on a host or a computer.
const ofBuild =
  /^(?:\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|\.circleci\/config\.yml|vercel\.json|amplify\.yml|render\.yaml|dockerfile|docker-compose\.ya?ml|\.hvm|\.?mise\.toml|\.tool-versions)$/i;
const number = /(?<![\d.])(?:\d{1,3}\.\d{1,3}|latest)/gi;
const maxDistance = 60; // UTF-16 units between the name and the number

/**
 * Returns whether the site is built by Hugo 0.123 or later, by the version that its files pin: for Netlify, for other hosts, for npm, or
 * by `module.hugoVersion`. Undefined if none of them pins one.
 */
export function isRecentHugo(folder: SiteFolder, { root, values }: HugoConfig): boolean | undefined {
  const versions = [...netlifyVersions(folder, root), ...buildVersions(folder, root), ...packageVersions(folder, root)];
  const [version] = versions.flatMap((written) => isRecent(written) ?? []);
  return version ?? isRecentModule(tableOf(tableOf(values["module"])["hugoversion"]));
}

function netlifyVersions(folder: SiteFolder, root: string): unknown[] {
  return placesOf(root).flatMap((place) => {
    const { build, context } = readOptionalTable(folder, joinPath(place, "netlify.toml"));
    return [tableOf(context)["production"], build].map((each) => tableOf(tableOf(each)["environment"])["HUGO_VERSION"]);
  });
}

function buildVersions(folder: SiteFolder, root: string): unknown[] {
  const files = folder.paths.filter((path) =>
    placesOf(root).some((place) => ofBuild.test(path.slice(place === "" ? 0 : place.length + 1))),
  );
  return files.flatMap((path) => {
    const text = folder.read(path) ?? "";
    return baseName(path) === ".hvm" ? [text.trim()] : [numberAfterHugo(text)];
  });
}

// `HUGO_VERSION: 0.111.3`, `hugo-version: 'latest'`, `hugo extended_0.111.3`, `hugomods/hugo:0.111.3`, `hugo_extended_0.111.3_linux.deb`
function numberAfterHugo(text: string): string | undefined {
  for (const { 0: found, index } of text.matchAll(number)) {
    const before =
      text
        .slice(Math.max(0, index - maxDistance), index)
        .split("\n")
        .at(-1) ?? "";
    const [, ...rest] = before.toLowerCase().split("hugo");
    const between = rest
      .at(-1)
      ?.replace(/[:="']/g, "")
      .trim();
    if (between !== undefined && /^[\w./-]*$/.test(between)) return found;
  }
  return undefined;
}

// The number of hugo-extended is that of Hugo; hugo-bin has numbers of its own, and an option.
function packageVersions(folder: SiteFolder, root: string): unknown[] {
  return placesOf(root).flatMap((place) => {
    const { dependencies, devDependencies, "hugo-bin": options } = readOptionalTable(folder, joinPath(place, "package.json"));
    return [{ ...tableOf(dependencies), ...tableOf(devDependencies) }["hugo-extended"], tableOf(options)["version"]];
  });
}

// The folder of the site, and those above it.
function placesOf(root: string): string[] {
  const places = [root];
  while (places[0] !== "") places.unshift(folderOf(places[0] ?? ""));
  return places.reverse();
}

function isRecentModule({ max, min }: Readonly<Record<string, unknown>>): boolean | undefined {
  return isRecent(min) === true ? true : isRecent(max) === false ? false : undefined;
}

function isRecent(written: unknown): boolean | undefined {
  const text = String(written ?? "");
  if (text === "latest") return true;
  const [, major = "", minor = ""] = /^\D{0,20}(\d{1,3})\.(\d{1,3})/.exec(text) ?? [];
  return major === "" ? undefined : Number(major) > 0 || Number(minor) >= 123;
}
