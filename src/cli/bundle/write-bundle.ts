import { hash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { codeFingerprint, filesOfDigests, renderingCode } from "../../build/code-fingerprint.ts";
import { projectRoot } from "../../files/project-root.ts";

/** A program to bundle, and the functions that describe its files. Paths are relative to the project. */
export interface ProgramToBundle {
  readonly name: string;
  /** Path of its module. */
  readonly source: string;
  /** The folder of the bundle, and of the file that describes it. */
  readonly folder: string;
  readonly stampOf: (path: string) => string;
  readonly hasJustChanged: (path: string) => boolean;
}

/** The bundle of a program, and the stamps of the files from which it was made. */
interface BundleManifest {
  readonly root: string;
  readonly node: string;
  /** The name of the file. */
  readonly bundle: string;
  readonly size: number;
  readonly files: readonly (readonly [path: string, stamp: string])[];
}

// Programs of their own, and a package that few articles need (load-package.ts).
const external = ["acorn", "esbuild", "miniflare", "workerd", "wrangler"];

// npm changes its own lock file, the last one, with any package.
const configurations = ["package.json", "package-lock.json", "tsconfig.json", "node_modules/.package-lock.json"];

// The bundle is one function, so that V8 can cache all of its code (run-script.js).
const banner = "(function (require, module, bundleUrl) {";
const footer = "})";

/**
 * Bundles a program. The manifest and the bundle are written atomically, so commands may do this at the same time.
 * @returns the path of the bundle; undefined if a file has changed just now, so that its stamp may be that of two contents
 * @throws if a module has a mistake, or a file cannot be written
 */
export function writeBundle({ folder, hasJustChanged, name, source, stampOf }: ProgramToBundle): string | undefined {
  const sources = sourceFiles();
  if (sources.some(hasJustChanged)) return undefined;
  const before = new Map(sources.map((path) => [path, stampOf(path)]));
  const { metafile, outputFiles } = buildSync({
    absWorkingDir: projectRoot,
    entryPoints: [source],
    outfile: join(folder, `${name}.cjs`),
    ...{ bundle: true, write: false, metafile: true, platform: "node", target: "node24", format: "cjs", legalComments: "none" },
    ...{ sourcemap: "external", sourcesContent: false },
    ...{ minifyWhitespace: true, minifySyntax: true }, // Node reads the file at each start; names stay, for stack traces
    external,
    banner: { js: banner },
    footer: { js: footer },
    define: {
      "import.meta.url": "bundleUrl",
      "import.meta.dirname": JSON.stringify(join(projectRoot, "src/files")), // only files/project-root.ts uses it
      BUNDLED_CODE: JSON.stringify({ all: codeFingerprint(), rendering: renderingCode() }),
    },
    logLevel: "silent", // problems are thrown
  });
  const used = Object.keys(metafile.inputs).filter((path) => !path.startsWith("node_modules/"));
  const needed = new Set([...used, ...filesOfDigests(), ...configurations]);
  const files = [...needed].map((path): [string, string] => [path, before.get(path) ?? stampOf(path)]);
  const outputOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  const code = inAscii(outputOf(".cjs"));
  const bundle = `${name}-${hash("sha256", code).slice(0, 16)}.cjs`;
  const content: BundleManifest = { root: projectRoot, node: process.version, bundle, size: code.length, files };
  store(folder, { [`${bundle}.map`]: outputOf(".cjs.map"), [bundle]: code, [`${name}.json`]: JSON.stringify(content) });
  const former = readdirSync(folder).filter((other) => other.startsWith(`${name}-`) && !other.startsWith(bundle));
  for (const other of former) rmSync(join(folder, other), { force: true });
  return join(folder, bundle);
}

// V8 needs half the memory and time for a text without other characters. esbuild has escaped all but those in regular expressions.
function inAscii(code: string): string {
  return code.replace(/[^\x00-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// Another command may write the same files at the same time.
function store(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  const fresh = mkdtempSync(join(folder, ".writing-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(fresh, name), content);
      renameSync(join(fresh, name), join(folder, name));
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function sourceFiles(): string[] {
  const sources = readdirSync(join(projectRoot, "src"), { recursive: true, encoding: "utf8" }).map((path) => `src/${path}`);
  return [...sources, ...configurations];
}
