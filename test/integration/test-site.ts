import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { parse, stringify } from "smol-toml";
import { runWorker } from "../../src/build/run-worker.ts";
import { ownSettings, type WorkerSettings, writeSourceLinks } from "../own-settings.ts";
import { bundleSite, optionsOfSite } from "./shared-bundle.ts";

const root = resolve(import.meta.dirname, "../..");

/** A site in workerd: the bundle that `wrangler deploy` would upload, with the articles of a test. */
export interface TestSite {
  readonly origin: string;
  /** Path of the folder with the bundled Worker. */
  readonly bundle: string;
  /** The folder with the sources and the results of the build. */
  readonly folder: string;
  /** The log of the Worker. */
  logs(): readonly string[];
  /** Fires the cron trigger, and returns the outcome. */
  tick(): Promise<string>;
  close(): Promise<void>;
}

/** The sources of a test site. */
export interface TestSiteOptions {
  /** Articles and media by their path below `articles/`. */
  readonly articles: Readonly<Record<string, string | Uint8Array>>;
  /** Lines of the `[vars.SITE]` table after title, url and author. */
  readonly settings?: string;
  /** Vars of the deployment that replace the compiled ones. */
  readonly deployedVars?: Readonly<Record<string, object>>;
}

/** Miniflare's type of a Worker has no events. */
interface Scheduled {
  scheduled(event: { readonly cron: string; readonly scheduledTime: Date }): Promise<{ readonly outcome: string }>;
}

/** The URL in every document of a test site. */
export const siteUrl = "https://news.example";

function settingsFor(settings: string): WorkerSettings {
  const { vars } = parse(`[vars.SITE]\n${settings}`) as { readonly vars: { readonly SITE: object } };
  const site = { title: "Test & <News>", url: siteUrl, author: { name: "The desk" }, ...vars.SITE };
  return { ...ownSettings(site), name: "test-site" };
}

/** Writes a site to a folder inside the project, so that it finds the packages. */
export function writeTestSite({ articles, settings = "" }: TestSiteOptions): string {
  mkdirSync(join(root, "build"), { recursive: true });
  const folder = mkdtempSync(join(root, "build/test-site-"));
  const own = settingsFor(settings);
  writeFileSync(join(folder, "wrangler.toml"), stringify(own));
  writeSourceLinks(folder, own.main); // any other build command would be checked by wrangler itself, which takes seconds
  for (const [path, content] of Object.entries(articles)) {
    mkdirSync(dirname(join(folder, "articles", path)), { recursive: true });
    writeFileSync(join(folder, "articles", path), content);
  }
  return folder;
}

/** Compiles a site with the build command of its wrangler.toml. @param command the wrangler command that does it; undefined if it is done by hand */
export async function compileTestSite(folder: string, command?: string): Promise<void> {
  const { WRANGLER_COMMAND: _, ...others } = process.env;
  const env = { ...others, ...(command !== undefined && { WRANGLER_COMMAND: command }) };
  await promisify(execFile)(process.execPath, ["src/cli/compile.ts"], { cwd: folder, env });
}

/** Compiles, bundles and starts a site. */
export async function startTestSite(options: TestSiteOptions): Promise<TestSite> {
  const folder = writeTestSite(options);
  await compileTestSite(folder, "deploy");
  const bundle = await bundleSite(folder);
  const logs: string[] = [];
  const worker = runWorker({
    options: optionsOfSite(folder, settingsFor(options.settings ?? "").vars ?? {}),
    bundle,
    ...(options.deployedVars !== undefined && { vars: JSON.parse(JSON.stringify(options.deployedVars)) }),
    onLog: ({ message }) => logs.push(message),
  });
  const { origin } = await worker.ready;
  return {
    origin,
    bundle,
    folder,
    async tick() {
      const { outcome } = await ((await worker.getWorker()) as unknown as Scheduled).scheduled({
        cron: "*/5 * * * *",
        scheduledTime: new Date(),
      });
      return outcome;
    },
    logs: () => logs,
    async close() {
      await worker.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
