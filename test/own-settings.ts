import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "smol-toml";

const root = resolve(import.meta.dirname, "..");

/** A wrangler.toml, as far as it matters here. */
export interface WorkerSettings {
  readonly name: string;
  readonly main: string;
  readonly compatibility_date: string;
  readonly compatibility_flags?: readonly string[];
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly assets?: { readonly directory: string; readonly binding?: string };
  readonly version_metadata?: { readonly binding: string };
  readonly [key: string]: unknown;
}

/** The settings of this repository, which has a command that compiles the articles. */
export type OwnSettings = WorkerSettings & { readonly build: { readonly command: string } };

/** Returns this repository's own wrangler.toml with another `[vars.SITE]`. */
export function ownSettings(site: Readonly<Record<string, unknown>>): OwnSettings {
  const settings = parse(readFileSync(join(root, "wrangler.toml"), "utf8")) as unknown as OwnSettings;
  return { ...settings, vars: { SITE: site } };
}

/** Writes the programs that a site in another folder has: the Worker's main module, and the build command. They import the sources of this repository. */
export function writeSourceLinks(folder: string, main = "src/worker.ts"): void {
  writeMainModule(folder, { main });
  mkdirSync(join(folder, "src/cli"), { recursive: true });
  writeFileSync(join(folder, "src/cli/compile.ts"), `import ${JSON.stringify(join(root, "src/cli/compile.ts"))};\n`);
}

/**
 * Writes the Worker's main module for a site in another folder: it imports what was compiled there, and the rest from this
 * repository.
 */
export function writeMainModule(folder: string, { main }: Pick<WorkerSettings, "main">): void {
  const source = join(root, main);
  const module = readFileSync(source, "utf8").replaceAll(' from "./', ` from "${dirname(source)}/`);
  mkdirSync(dirname(join(folder, main)), { recursive: true });
  writeFileSync(join(folder, main), module);
}
