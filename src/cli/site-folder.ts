import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { findFence } from "../content/front-matter-fence.ts";
import type { SiteFolder } from "../import/former-site.ts";
import { isArticle } from "./article-files.ts";

/** A folder of another generator, or one article of it. */
export interface OpenSite extends SiteFolder {
  /** The folder's own path. */
  readonly root: string;
}

// What generators and package managers make, and nobody wrote.
const made = new Set(["node_modules", "vendor", "_site", "dist"]);

/** Opens a folder, or a file that is an article as it stands; undefined for anything else that can be imported. */
export function openSite(path: string): OpenSite | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    const read = (file: string) => (existsSync(join(path, file)) ? readFileSync(join(path, file), "utf8") : undefined);
    return { root: path, paths: list(path, "").sort(), read };
  }
  const isWhole = found?.isFile() && isArticle(basename(path)) && (!/\.(?:html?|txt)$/.test(path) || hasFrontMatter(path));
  return isWhole ? { root: dirname(path), paths: [basename(path)], read: () => undefined } : undefined;
}

function list(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (!entry.isDirectory()) return entry.isFile() ? [path] : [];
    return made.has(entry.name) || entry.name.startsWith(".") ? [] : list(folder, path);
  });
}

function hasFrontMatter(path: string): boolean {
  try {
    return findFence(readFileSync(path, "utf8")) !== undefined;
  } catch {
    return true; // it begins and does not end
  }
}
