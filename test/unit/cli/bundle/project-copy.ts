import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { importsFrom } from "../../../../src/build/code-fingerprint.ts";

const root = resolve(import.meta.dirname, "../../../..");

// A command of two files, which runs and is bundled faster than the real ones. The code that builds sites is empty.
const command = {
  "src/cli/new.ts": `import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { print } from "../terminal/terminal.ts";
import { newArticle } from "./new-article.ts";

exitOnFailure();
print(newArticle("Creates a draft"));
`,
  "src/cli/new-article.ts": `export const newArticle = (text: string): string => text + " in articles/";\n`,
  "src/build/build.ts": "",
  "src/build/processes/compiler-child.ts": "",
  "src/resources/feed-resource.ts": "",
  "src/resources/page-resources.ts": "",
};
const runners = ["src/cli/run.js", "src/cli/require-node.js", "src/cli/bundle/run-program.js", "src/cli/bundle/run-script.js"];
const modules = ["src/cli/bundle/write-bundle.ts", "src/terminal/exit-on-failure.ts"];

/** Makes a project in a temporary folder, with the code that bundles commands, one small command, and links to the packages. */
export function makeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  const copied = [...runners, ...modules.flatMap((module) => [...importsFrom(module).files])];
  for (const path of [...copied, "package.json", "package-lock.json", "tsconfig.json"]) cpSync(join(root, path), join(folder, path));
  for (const [path, text] of Object.entries(command)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
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
