import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "smol-toml";
import { packageVersion } from "../machine.ts";
import { benchSettings } from "../own-site.ts";
import { benchFolder, node, root } from "../project.ts";
import type { MeasuredCommand } from "./run-measured.ts";

/** A program that compiles articles to a site. */
export interface Compiler {
  readonly name: string;
  readonly title: string;
  /** The settings that make it fast, according to its documentation. */
  readonly settings: string;
  /** Returns its version; undefined if it is not installed. */
  version(): string | undefined;
  /** Writes all files except the articles into an empty folder. */
  prepare(folder: string): void;
  /** The folders of articles, pictures and the result, below the folder of the site. */
  readonly articles: string;
  readonly pictures: string;
  readonly output: string;
  readonly command: (folder: string) => MeasuredCommand;
}

const copySite = (name: string) => (folder: string) => {
  cpSync(join(benchFolder, "compile/sites", name), folder, { recursive: true });
  symlinkSync(join(benchFolder, "node_modules"), join(folder, "node_modules"));
};

function installedVersion(name: string): string | undefined {
  return existsSync(join(benchFolder, "node_modules", name)) ? packageVersion(name) : undefined;
}

const compile = [join(root, "src/cli/run.js"), "compile"];

const ours: Compiler = {
  name: "ours",
  title: "Broadsheet",
  settings: "as `npm run compile` runs it: three feeds, every document rendered once as a test; the Worker renders pages on request",
  version: () => "this repository",
  prepare(folder) {
    writeFileSync(join(folder, "wrangler.toml"), stringify(benchSettings()));
    spawnSync(node, [...compile, "--help"], { cwd: folder }); // the first command after a change of the code bundles it
  },
  articles: "articles",
  pictures: "articles/images",
  output: "build",
  command: (folder) => ({ program: node, args: compile, folder }),
};

const eleventy: Compiler = {
  name: "eleventy",
  title: "Eleventy",
  settings:
    "quiet, `markdownTemplateEngine: false`, the layout in JavaScript; a full build each time: `--incremental=<file>` fails in a process that has not built before",
  version: () => installedVersion("@11ty/eleventy"),
  prepare(folder) {
    copySite("eleventy")(folder);
    mkdirSync(join(folder, "articles"), { recursive: true });
  },
  articles: "articles",
  pictures: "images",
  output: "_site",
  command: (folder) => ({ program: node, args: [join(benchFolder, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"], folder }),
};

const astro: Compiler = {
  name: "astro",
  title: "Astro",
  settings:
    "a content collection with the `glob` loader, which keeps its cache between builds; `syntaxHighlight: false`; the feed uses the rendered HTML of the page",
  version: () => installedVersion("astro"),
  prepare: copySite("astro"),
  articles: "src/articles",
  pictures: "public/images",
  output: "dist",
  command: (folder) => ({
    program: node,
    args: [join(benchFolder, "node_modules/astro/bin/astro.mjs"), "build", "--silent"],
    folder,
    environment: { ASTRO_TELEMETRY_DISABLED: "1" },
  }),
};

const hugo: Compiler = {
  name: "hugo",
  title: "Hugo",
  settings: "only pages and the feed (`disableKinds`), no syntax highlighting; a full build each time",
  version: () => /v[\d.]+/.exec(spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout ?? "")?.[0],
  prepare(folder) {
    cpSync(join(benchFolder, "compile/sites/hugo"), folder, { recursive: true });
  },
  articles: "content/articles",
  pictures: "static/images",
  output: "public",
  command: (folder) => ({ program: "hugo", args: ["--quiet"], folder }),
};

export const compilers: readonly Compiler[] = [ours, eleventy, astro, hugo];

/** Empties a folder, and prepares the site of a compiler in it, without articles. */
export function prepareSite({ prepare }: Compiler, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  prepare(folder);
}
