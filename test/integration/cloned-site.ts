import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect } from "vitest";
import { refusalOf } from "../../src/http/refusal.ts";
import type { LiveDates } from "../../src/model/compiled-content.ts";
import { readContent } from "../../src/store/content-files.ts";
import type { CloudflareMock, MockVersion } from "../cloudflare-mock.ts";
import { writeSourceLinks } from "../own-settings.ts";
import { withOwnName } from "./own-name.ts";

const root = resolve(import.meta.dirname, "../..");
const bin = join(root, "node_modules/.bin");

/** The results of a command. */
export interface CommandResult {
  readonly code: number;
  /** Standard output and standard error, in lines. */
  readonly lines: readonly string[];
}

/** A clone of this repository, as somebody deploys it. */
export interface ClonedSite {
  readonly folder: string;
  /** The text of wrangler.toml. */
  toml(): string;
  read(path: string): string;
  /** Changes wrangler.toml. */
  editToml(change: (text: string) => string): void;
  /** Names in the top folder that the clone did not have. */
  leftovers(): readonly string[];
  /** Runs `npm run deploy`, with Cloudflare's API replaced. */
  deploy(...args: readonly string[]): Promise<CommandResult>;
  /** Runs `npm run deploy`, and interrupts it as soon as the condition is true. */
  deployUntil(condition: () => boolean, ...args: readonly string[]): Promise<CommandResult>;
}

/** The articles and the environment of a clone. */
export interface CloneOptions {
  readonly cloudflare: Pick<CloudflareMock, "accountId" | "url">;
  /** True to copy all sources, which are compiled again; by default the clone uses those of this repository. */
  readonly hasSources?: boolean;
  /** By default one article. */
  readonly articles?: Readonly<Record<string, string>>;
  /** Variables that replace the usual ones, which have a token and no CI. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const own = ["node_modules", "package.json", "package-lock.json", "src", "wrangler.toml"];
const created = ["articles", "build", ".wrangler"];

// The tests of a file share these folders, so that the commands of a clone are bundled and compiled once.
const folders = new Map<boolean, string>();
afterAll(() => {
  for (const folder of folders.values()) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(hasSources: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-clone-"));
  for (const name of ["package.json", "package-lock.json"]) cpSync(join(root, name), join(folder, name));
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules")))
    if (name !== ".cache") symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  if (hasSources) cpSync(join(root, "src"), join(folder, "src"), { recursive: true });
  else writeSourceLinks(folder);
  folders.set(hasSources, folder);
  return folder;
}

/** Clones this repository for the duration of a test. Each clone replaces the one before it. */
export function cloneSite(options: CloneOptions): ClonedSite {
  const { articles = { "2024-11-06-moon.md": "# Moon\n\nText." }, cloudflare, env, hasSources = false } = options;
  const folder = folders.get(hasSources) ?? makeFolder(hasSources);
  const program = join(hasSources ? folder : root, "src/cli/run.js");
  for (const name of created) rmSync(join(folder, name), { recursive: true, force: true });
  writeFileSync(join(folder, "wrangler.toml"), withOwnName(readFileSync(join(root, "wrangler.toml"), "utf8")));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(articles)) write(`articles/${path}`, content);
  const file = join(folder, "wrangler.toml");
  const home = join(folder, "build/home"); // has no login
  const variables = {
    ...{ PATH: `${bin}:${process.env["PATH"]}`, HOME: home, XDG_CONFIG_HOME: home, NO_COLOR: "1" },
    NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
    ...{ CLOUDFLARE_API_BASE_URL: cloudflare.url, CLOUDFLARE_API_TOKEN: "token", CLOUDFLARE_ACCOUNT_ID: cloudflare.accountId },
    ...{ NODE_OPTIONS: `${process.env["NODE_OPTIONS"] ?? ""} --require=${join(import.meta.dirname, "offline.cjs")}` },
    ...{ BROADSHEET_TESTS: process.env["BROADSHEET_TESTS"], npm_config_registry: "http://127.0.0.1:9/" },
    ...env,
  };
  return {
    folder,
    toml: () => readFileSync(file, "utf8"),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    editToml: (change) => writeFileSync(file, change(readFileSync(file, "utf8"))),
    leftovers: () => readdirSync(folder).filter((name) => !own.includes(name) && !created.includes(name)),
    deploy: (...args) => run(process.execPath, [program, "deploy", ...args], folder, variables),
    deployUntil: (condition, ...args) => run(process.execPath, [program, "deploy", ...args], folder, variables, condition),
  };
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string | undefined>>,
  isEnough: () => boolean = () => false,
): Promise<CommandResult> {
  return new Promise((done) => {
    const child = execFile(
      program,
      args,
      { cwd, env: { ...variables } as NodeJS.ProcessEnv, encoding: "utf8" },
      (error, stdout, stderr) => {
        clearInterval(timer);
        const lines = `${stdout}${stderr}`.split("\n").filter((line) => line !== "");
        done({ code: error === null ? 0 : Number(error.code ?? Number.NaN), lines }); // no code after a signal
      },
    );
    const timer = setInterval(() => {
      if (!isEnough()) return;
      clearInterval(timer); // a second signal would end the process before it has cleaned up
      child.kill("SIGINT");
    }, 50);
    child.stdin?.end();
  });
}

/**
 * Deploys, and expects that the output is for people, at most a screen of it, and that the folder is as tidy as before.
 * @returns the exit code and the output
 */
export async function deployBriefly(
  site: ClonedSite,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly output: string }> {
  const { code, lines } = await site.deploy(...args);
  const output = lines.join("\n");
  expect(lines.length, output).toBeLessThanOrEqual(24);
  expect(output).not.toMatch(/🪵|✘|^ +at |custom build|github\.com\/cloudflare/m);
  expect(site.leftovers()).toEqual([]);
  return { code, output };
}

/** A deployed site, as its visitors and subscribers see it. */
export interface UploadedSite {
  /** `[vars.SITE]` of the version. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The reason for which the Worker would serve nothing. */
  readonly refusal: string | undefined;
  readonly url: string;
  readonly idBase: string;
  readonly liveDates: LiveDates | undefined;
}

/** Reads an uploaded version: its settings, and the site that was compiled into it. */
export function readUpload({ bindings, modules }: MockVersion): UploadedSite {
  const settings = bindings.find(({ name }) => name === "SITE")?.json as Readonly<Record<string, unknown>>;
  const file = (name: string) => {
    const [, content] = [...modules].find(([module]) => module.endsWith(name)) ?? [];
    if (content === undefined) throw new Error(`There is no ${name} in ${[...modules.keys()].join(", ")}`);
    return content;
  };
  const content = readContent({ contents: file("contents.bin"), documents: file("documents.bin"), index: file("index.bin") });
  const { liveDates, site } = content;
  return { settings, refusal: refusalOf(content, settings)?.reason, url: site.url, idBase: site.idBase, liveDates };
}
