import { findConfig } from "../../configuration/find-config.ts";
import { dependsOn, findPackage } from "../../configuration/find-package.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath } from "../../site-rules/site-path.ts";

/** The configuration of a site of Next.js, which needs none. */
export interface NextConfig {
  /** Undefined if there is no file. */
  readonly path: string | undefined;
  /** The folder of the site. */
  readonly root: string;
}

/** Finds the configuration of a site, or the package that depends on Next.js and has pages. */
export function findNextConfig(folder: SiteFolder): NextConfig | undefined {
  const config = findConfig(folder.paths, /(?:^|\/)next\.config\.[cm]?[jt]s$/);
  if (config !== undefined) return config;
  const found = findPackage(folder, "next", "next.config.js");
  const hasPages =
    found &&
    nextRoots(found.root)
      .flat()
      .some((root) => folder.paths.some((path) => isIn(root, path)));
  return hasPages ? { path: undefined, root: found.root } : undefined;
}

/** Returns whether a site has the theme for blogs of Nextra. */
export function hasBlogTheme(folder: SiteFolder, { path, root }: NextConfig): boolean {
  const name = "nextra-theme-blog";
  return dependsOn(folder, joinPath(root, "package.json"), name) || ((path && folder.read(path)) ?? "").includes(name);
}

/** Returns the folders of the App Router, and those of the Pages Router. */
export function nextRoots(root: string): string[][] {
  return ["app", "pages"].map((name) => [joinPath(root, name), joinPath(root, "src", name)]);
}
