import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { lazy } from "../base/lazy.ts";
import { attempt } from "../files/failure.ts";
import { projectRoot } from "../files/project-root.ts";
import type { RenderingCode } from "../model/compiled-content.ts";

const lockFile = "package-lock.json";

/** The digests of the code, as a bundle of a command has them: they are computed when it is made. */
export interface CodeDigests {
  readonly all: string;
  readonly rendering: RenderingCode;
}

declare const BUNDLED_CODE: CodeDigests | undefined;
const bundled = typeof BUNDLED_CODE === "undefined" ? undefined : BUNDLED_CODE;

// Builds a site, and compiles articles in a process of its own.
const building = ["src/build/build.ts", "src/build/processes/compiler-child.ts"];
const rendering = { feeds: "src/resources/feed-resource.ts", pages: "src/resources/page-resources.ts" };

/**
 * Computes a digest of the code that builds sites, and of all packages: compiled entries depend on them. It is computed once: a process keeps
 * its code.
 */
export const codeFingerprint: () => string = lazy(() => bundled?.all ?? digestOfCode());

function digestOfCode(): string {
  const hash = createHash("sha256");
  for (const path of [...importsFrom(...building).files].sort()) addFile(hash, path);
  addFile(hash, lockFile);
  return endOf(hash);
}

/**
 * Computes digests of the code that renders documents: the files that a module imports, directly or not, and the packages in them. Other
 * changes to the code keep the entity tags of documents.
 */
export const renderingCode: () => RenderingCode = lazy(() => bundled?.rendering ?? digestsOfRendering());

function digestsOfRendering(): RenderingCode {
  const packages = (JSON.parse(read(lockFile)) as { readonly packages: Packages }).packages;
  return {
    feeds: fingerprintOf(rendering.feeds, packages),
    pages: fingerprintOf(rendering.pages, packages),
  };
}

function fingerprintOf(module: string, packages: Packages): string {
  const { files, names } = importsFrom(module);
  const hash = createHash("sha256");
  for (const path of [...files].sort()) addFile(hash, path);
  for (const [name, version] of [...versionsOf(names, packages)].sort()) hash.update(`${name}@${version}\0`);
  return endOf(hash);
}

/** Lists the files on which the digests depend. */
export function filesOfDigests(): readonly string[] {
  return [...importsFrom(...building, ...Object.values(rendering)).files, lockFile];
}

/** Collects the files that modules import, directly or not, and the names of the packages. Types render nothing. */
export function importsFrom(...modules: readonly string[]): { readonly files: ReadonlySet<string>; readonly names: ReadonlySet<string> } {
  const files = new Set(modules);
  const names = new Set<string>();
  for (const file of files) {
    for (const name of importsOf(read(file))) {
      if (name.startsWith(".")) files.add(posix.join(posix.dirname(file), name));
      else names.add(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
    }
  }
  return { files, names };
}

function importsOf(text: string): string[] {
  const imports = text.matchAll(/^(?:import|export)(?! type) (?:[^"';]* from )?"([^"]+)"|\bawait import\("([^"]+)"\)/gm);
  return [...imports].map(([, name = "", loadedLater = ""]) => name || loadedLater);
}

/** The packages in package-lock.json, by their folders. */
type Packages = Readonly<Record<string, LockedPackage | undefined>>;

interface LockedPackage {
  readonly version?: string;
  /** Digest of the package; a linked folder has none. */
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: true;
  readonly dependencies?: Readonly<Record<string, string>>;
}

// The packages with those that they depend on.
function versionsOf(names: ReadonlySet<string>, packages: Packages): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  const all = new Set(names);
  for (const name of all) {
    const { dependencies = {}, integrity, link, resolved = "", version } = packages[`node_modules/${name}`] ?? {};
    versions.set(name, integrity ?? version ?? "");
    for (const dependency of Object.keys(dependencies)) all.add(dependency);
    if (link === true) versions.set(name, digestOfFolder(resolved));
  }
  return versions;
}

function digestOfFolder(folder: string): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(join(projectRoot, folder)).sort()) addFile(hash, `${folder}/${file}`);
  return endOf(hash);
}

function addFile(hash: Hash, path: string): void {
  hash.update(path).update("\0").update(read(path)).update("\0");
}

function read(path: string): string {
  return attempt("read", join(projectRoot, path), () => readFileSync(join(projectRoot, path), "utf8"));
}

function endOf(hash: Hash): string {
  return hash.digest("hex").slice(0, 32);
}
