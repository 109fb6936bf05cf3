import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { describe, expect, it, onTestFinished } from "vitest";
import { runWorker } from "../../src/build/run-worker.ts";
import { bundleSite, optionsOfSite } from "./shared-bundle.ts";
import { compileTestSite, startTestSite, writeTestSite } from "./test-site.ts";

const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** Bundles the files of an earlier build. @param command the wrangler command of that build */
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
  await compileTestSite(folder, command);
  await bundleSite(folder);
  return folder;
}

/** Starts a bundle as a deployment would. */
async function start(folder: string, extra?: Readonly<Record<string, string>>) {
  const logs: string[] = [];
  const { vars } = parse(readFileSync(join(folder, "wrangler.toml"), "utf8")) as { readonly vars: Readonly<Record<string, unknown>> };
  const worker = runWorker({
    options: optionsOfSite(folder, JSON.parse(JSON.stringify({ ...vars, ...extra }))),
    bundle: join(folder, "bundle"),
    onLog: ({ message }) => logs.push(message),
  });
  onTestFinished(() => worker.dispose());
  const url = await worker.ready;
  return { get: (path: string) => fetch(new URL(path, url)), logs: () => logs.join("\n") };
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
  it("serves nothing if the site has no url", async () => {
    const { get, logs } = await start(await bundleLeftover(undefined, 'url = ""'));
    await expectRefusal(get);
    expect(logs()).toContain("Cannot serve: it was built without SITE.url");
  });

  it("serves the site if it has a url", async () => {
    const { get } = await start(await bundleLeftover(undefined));
    expect((await get("/rss.xml")).status).toBe(200);
  });
});

it("serves nothing if it was compiled for other settings", async () => {
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
