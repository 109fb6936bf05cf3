import { execFile } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { parse, stringify } from "smol-toml";
import { describe, expect, it, onTestFinished } from "vitest";
import { createTestHarness } from "wrangler";
import { startTestSite, writeTestSite } from "./test-site.ts";

const root = resolve(import.meta.dirname, "../..");
const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** Bundles an existing build without a new one. @param command the wrangler command of that build */
async function bundleLeftover(command: string | undefined, settings = ""): Promise<string> {
  const folder = writeTestSite({
    settings,
    articles: {
      "2024-11-06-moon.md": "# Moon\n\nText.",
      "draft.md": "---\ndraft: true\n---\n# The secret draft\n\n![x](draft.png)",
      "draft.png": pixel,
    },
  });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { WRANGLER_COMMAND: _, ...others } = process.env;
  const env = { ...others, ...(command !== undefined && { WRANGLER_COMMAND: command }), WRANGLER_HIDE_BANNER: "true" };
  const run = (program: string, ...args: readonly string[]) =>
    promisify(execFile)(process.execPath, [join(root, program), ...args], { cwd: folder, env });
  await run("src/cli/compile.ts");
  const config = join(folder, "wrangler.toml");
  const { build: __, ...withoutBuild } = parse(readFileSync(config, "utf8"));
  writeFileSync(config, stringify(withoutBuild));
  await run("node_modules/wrangler/bin/wrangler.js", "deploy", "--dry-run", "--outdir", "bundle");
  return folder;
}

/** Starts a bundle as it would be deployed. */
async function start(folder: string, vars?: Readonly<Record<string, string>>) {
  const worker = { configPath: join(folder, "wrangler.toml"), prebuiltWorkerDir: join(folder, "bundle"), ...(vars && { vars }) };
  const server = createTestHarness({ root: folder, workers: [worker] });
  const { url } = await server.listen();
  onTestFinished(() => server.close());
  const logs = () => server.getLogs().map(({ message }) => String(message));
  return { get: (path: string) => fetch(new URL(path, url)), logs: () => logs().join("\n") };
}

async function expectRefusal(get: (path: string) => Promise<Response>): Promise<void> {
  for (const path of ["/", "/rss.xml", "/articles/moon", "/media/0a/draft.png", "/health"]) {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 503]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("retry-after")).toBe("300");
    expect(await response.text()).toBe("This site is not set up yet.\n");
  }
}

describe("a Worker that was built for npm start", () => {
  it("serves nothing when deployed, and contains no drafts or their pictures", async () => {
    const folder = await bundleLeftover("dev");
    const files = ["bundle", "build/public", "build/content"].flatMap((place) =>
      readdirSync(join(folder, place), { recursive: true, withFileTypes: true }).filter((file) => file.isFile()),
    );
    expect(files.map(({ name }) => name)).not.toContain("draft.png");
    for (const { name, parentPath } of files) expect(readFileSync(join(parentPath, name), "latin1")).not.toContain("The secret draft");

    const deployed = await start(folder);
    await expectRefusal(deployed.get);
    expect(deployed.logs()).toContain("Cannot serve: it was built for npm start; run npm run deploy");
    const misled = await start(folder, { DEVELOPMENT_CONTENT: "http://127.0.0.1:9/" });
    await expectRefusal(misled.get);
  });
});

describe("a Worker that was built by hand", () => {
  it("serves nothing without an address of the site", async () => {
    const { get, logs } = await start(await bundleLeftover(undefined, 'url = ""'));
    await expectRefusal(get);
    expect(logs()).toContain("Cannot serve: it was built without SITE.url");
  });

  it("serves the site with an address", async () => {
    const { get } = await start(await bundleLeftover(undefined));
    expect((await get("/rss.xml")).status).toBe(200);
  });
});

it("a bundle that was compiled for other settings than the deployed ones serves nothing", async () => {
  const site = await startTestSite({
    articles: { "2024-11-06-a.md": "# A\n\nText." },
    deployedVars: { SITE: { title: "Staging", url: "https://staging.example", author: { name: "The desk" } } },
  });
  for (const path of ["/rss.xml", "/"]) {
    const response = await fetch(new URL(path, site.origin));
    expect(response.status).toBe(500);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toBe("This site is not set up yet.\n");
  }
  expect(site.logs().join()).toContain("compiled for other [vars.SITE]");
  await site.close();
});
