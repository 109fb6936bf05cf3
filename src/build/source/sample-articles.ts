import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ContentFolder } from "../../files/content-folder.ts";
import { sampleArticles } from "../../settings/sample-site.ts";

/** Returns the sample articles in a folder. */
export function findSamples(articles: string): string[] {
  return Object.keys(sampleArticles).filter((name) => existsSync(join(articles, name)));
}

/** Returns the sample articles in a folder that no one has changed. One whose folder has other files, at any depth, has changed. */
export function findUntouchedSamples(articles: string): string[] {
  const folder = ContentFolder.open(articles);
  if (folder === undefined) return [];
  const { faults, files } = folder.list((path) => !Object.hasOwn(sampleArticles, path.split("/")[0] ?? ""));
  return Object.entries(sampleArticles).flatMap(([name, digest]) => {
    const isPart = (path: string) => path === name || path.startsWith(`${name}/`);
    const parts = files.filter(({ path }) => isPart(path)).map((file) => [file.path.slice(name.length + 1), folder.read(file)] as const);
    return ![...faults.keys()].some(isPart) && digestOf(parts) === digest ? [name] : [];
  });
}

/** Removes sample articles. */
export function removeSamples(articles: string, names: readonly string[]): void {
  for (const name of names) rmSync(join(articles, name), { recursive: true });
}

// Line endings of texts do not count, since git changes them.
function digestOf(files: readonly (readonly [name: string, content: Buffer])[]): string {
  const hash = createHash("sha256");
  for (const [name, bytes] of files.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const content = name.endsWith(".png") ? bytes : Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
    hash.update(`${name}\0`).update(createHash("sha256").update(content).digest());
  }
  return hash.digest("hex");
}
