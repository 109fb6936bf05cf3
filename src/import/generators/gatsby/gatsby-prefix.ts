import { baseName } from "../../../base/file-path.ts";
import { tableOf, textIn } from "../../../base/table-values.ts";
import { readJson } from "../../configuration/data-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath } from "../../site-rules/site-path.ts";

/** The path below which a site was published, and the note if that is uncertain. */
export interface GatsbyPrefix {
  /** Empty for none. */
  readonly prefix: string;
  readonly note?: string;
}

const flag = /--prefix-paths\b|\bPREFIX_PATHS\b/;
const ofBuild =
  /^(?:netlify\.toml|vercel\.json|amplify\.ya?ml|render\.yaml|Makefile|Dockerfile|\.travis\.yml|\.gitlab-ci\.yml|\.env(?:\.production)?)$/;

/**
 * Finds the path below which a site was published. Gatsby writes `pathPrefix` before addresses only if the build has `--prefix-paths`
 * (gatsbyjs.com/docs/how-to/previews-deploys-hosting/path-prefix), and a copied starter has the `pathPrefix` of its demo.
 */
export function findGatsbyPrefix(folder: SiteFolder, root: string, written: unknown, siteUrl: string | undefined): GatsbyPrefix {
  const prefix = textIn(written)?.replace(/\/$/, "") ?? "";
  if (prefix === "" || isPathOf(prefix, siteUrl) || isInBuild(folder, root)) return { prefix };
  const host = URL.parse(siteUrl ?? "")?.hostname;
  const named = `pathPrefix: ${JSON.stringify(prefix)}`;
  const [script] = scriptsOf(folder, root).find(([, command]) => flag.test(command)) ?? [];
  if (script === undefined)
    return { prefix: "", note: `${named} has no effect without --prefix-paths, which no script has: the addresses are without it` };
  if (host === undefined || /\.(?:github|gitlab)\.io$/.test(host)) return { prefix };
  const note = `${named} is used by the script ${script} alone, and the site is at ${host}: the addresses are without it; compare one`;
  return { prefix: "", note };
}

function isPathOf(prefix: string, siteUrl: string | undefined): boolean {
  const path = URL.parse(siteUrl ?? "")?.pathname ?? "";
  return `${path}/`.startsWith(`/${prefix.replace(/^\//, "")}/`);
}

// `deploy` often publishes to GitHub Pages, although the site is elsewhere.
function isInBuild(folder: SiteFolder, root: string): boolean {
  const builds = folder.paths.filter(
    (path) =>
      isIn(".github/workflows", path) ||
      [root, ""].some((place) => path === joinPath(place, baseName(path)) && ofBuild.test(baseName(path))),
  );
  return (
    builds.some((path) => flag.test(folder.read(path) ?? "")) ||
    scriptsOf(folder, root).some(([name, command]) => !/deploy|publish|pages/.test(name) && flag.test(command))
  );
}

function scriptsOf(folder: SiteFolder, root: string): [string, string][] {
  const scripts = tableOf(readJson(folder, joinPath(root, "package.json"))["scripts"]);
  return Object.entries(scripts).map(([name, command]) => [name, String(command)]);
}
