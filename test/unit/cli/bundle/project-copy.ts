import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";

const root = resolve(import.meta.dirname, "../../../..");

/** Copies the project into a temporary folder that has links to its packages. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  for (const name of ["src", "articles", "wrangler.toml", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules")))
    if (name !== ".cache") symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  return folder;
}

/** Waits until the files that were written just now may be bundled. */
export function settle(): Promise<void> {
  return setTimeout(2100);
}

/** Runs a command of a copy. */
export async function runIn(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const program = join(folder, "src/cli/run.js");
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, stdout, stderr };
}

/** Returns the names of the files in the folder of the bundles, or nothing if there is none. */
export function bundlesIn(folder: string): string[] {
  try {
    return readdirSync(join(folder, "node_modules/.cache/broadsheet"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.includes("/"))
      .map((path) => path.replace(/^.*\//, ""))
      .sort();
  } catch {
    return [];
  }
}
