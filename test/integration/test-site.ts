import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { parse, stringify } from "smol-toml";
import { createTestHarness } from "wrangler";
import { ownSettings, type WorkerSettings, writeMainModule } from "../own-settings.ts";

const root = resolve(import.meta.dirname, "../..");
const bin = join(root, "node_modules/.bin");

/** A test site in workerd: the bundle that `wrangler deploy` would upload, from a test's articles. */
export interface TestSite {
  readonly origin: string;
  /** Path of the folder with the bundled Worker. */
  readonly bundle: string;
  /** The folder with its sources and the output of the build. */
  readonly folder: string;
  /** Returns the Worker's log. */
  logs(): readonly string[];
  /** Fires the cron trigger; returns the outcome. */
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

/** The URL of a test site in its documents. */
export const siteUrl = "https://news.example";

function settingsFor(settings: string): WorkerSettings {
  const { vars } = parse(`[vars.SITE]\n${settings}`) as { readonly vars: { readonly SITE: object } };
  const site = { title: "Test & <News>", url: siteUrl, author: { name: "The desk" }, ...vars.SITE };
  return { ...ownSettings(site, join(bin, "node")), name: "test-site" };
}

/** Writes a site to a folder inside the project, where its packages are found. */
export function writeTestSite({ articles, settings = "" }: TestSiteOptions): string {
  mkdirSync(join(root, "build"), { recursive: true });
  const folder = mkdtempSync(join(root, "build/test-site-"));
  const own = settingsFor(settings);
  writeFileSync(join(folder, "wrangler.toml"), stringify(own));
  writeMainModule(folder, own);
  for (const [path, content] of Object.entries(articles)) {
    mkdirSync(dirname(join(folder, "articles", path)), { recursive: true });
    writeFileSync(join(folder, "articles", path), content);
  }
  return folder;
}

/** Compiles, bundles and starts a site. */
export async function startTestSite(options: TestSiteOptions): Promise<TestSite> {
  const folder = writeTestSite(options);
  const env = { ...process.env, PATH: `${bin}:${process.env["PATH"]}`, WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true" };
  await promisify(execFile)(join(bin, "wrangler"), ["deploy", "--dry-run", "--outdir", "bundle"], { cwd: folder, env });
  const worker = { configPath: join(folder, "wrangler.toml"), prebuiltWorkerDir: join(folder, "bundle") };
  const harness = createTestHarness({
    root: folder,
    workers: [{ ...worker, vars: JSON.parse(JSON.stringify(options.deployedVars ?? {})) }],
  });
  const { url } = await harness.listen();
  return {
    origin: url.origin,
    bundle: worker.prebuiltWorkerDir,
    folder,
    async tick() {
      const { outcome } = await harness.getWorker().scheduled({ cron: "*/5 * * * *", scheduledTime: new Date() });
      return outcome;
    },
    logs: () => harness.getLogs().map(({ message }) => String(message)),
    async close() {
      await harness.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
