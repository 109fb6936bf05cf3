import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { answering, startTestHub, type TestHub, topicsOf } from "../test-hub.ts";
import { siteUrl, startTestSite, type TestSiteOptions, writeTestSite } from "./test-site.ts";

let hub: TestHub;
let answer = answering(204);
beforeEach(async () => {
  answer = answering(204);
  hub = await startTestHub((...request) => answer(...request));
});
afterEach(() => hub.close());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const article = (date: string, category: string) => `---\ndate: ${date}\ntags: ${category}\n---\n# ${category}\n\nText.\n`;
const fresh = { "fresh.md": article(minutesAgo(1), "fresh") };
const others = {
  "old.md": article("2019-11-06", "old"),
  "later.md": article(minutesAgo(-600), "later"),
  "draft.md": article(minutesAgo(1), "draft").replace("---\n", "---\ndraft: true\n"),
};

/** Starts a site and fires its cron trigger once. Returns the log of the Worker, and a function that fires the trigger again. */
async function startAndTick(options: TestSiteOptions) {
  const site = await startTestSite({ settings: `hub = ${JSON.stringify(hub.url)}`, ...options });
  onTestFinished(() => site.close());
  const tick = async () => {
    const earlier = site.logs().length;
    hub.received.length = 0;
    expect(await site.tick()).toBe("ok");
    return site
      .logs()
      .slice(earlier)
      .map((line): unknown => JSON.parse(line));
  };
  return { logged: await tick(), tick };
}

describe("the cron trigger of the deployed bundle", () => {
  it("pings the hub for each feed with a new entry, whatever the hub responds", async () => {
    const feedsAt = (path: string) => ["atom.xml", "feed.json", "rss.xml"].map((file) => `${siteUrl}${path}/${file}`);
    const expected = [...feedsAt(""), ...feedsAt("/authors/the-desk"), ...feedsAt("/categories/fresh")].sort();
    const { logged, tick } = await startAndTick({ articles: { ...fresh, ...others } });
    expect(topicsOf(hub).sort()).toEqual(expected);
    expect(hub.received[0]).toMatchObject({ method: "POST", contentType: "application/x-www-form-urlencoded" });
    const summary = (told: number) => ({ level: "info", message: `Pinged ${hub.url} for ${told} of 9 feeds`, hub: hub.url, leftOut: [] });
    expect(logged).toEqual([summary(9)]);

    // A hub that is busy gets the ping again a second later.
    answer = (response, count) => response.writeHead(count === 1 ? 503 : 204).end();
    expect(await tick()).toEqual([summary(9)]);
    expect([...new Set(topicsOf(hub))].sort()).toEqual(expected);
    expect(hub.received).toHaveLength(10);

    // Requests of the Worker go through the `fetch` of this process, which would follow redirects before the Worker sees them.
    const { fetch } = globalThis;
    const outgoing = vi.spyOn(globalThis, "fetch").mockImplementation(async (url, request) => {
      const { body, headers, method } = request as Request;
      return fetch(url, { body: await new Response(body).text(), headers, method, redirect: "manual" });
    });
    onTestFinished(() => outgoing.mockRestore());

    // A hub that has moved gets the ping at its new URL ...
    answer = (response, count) => response.writeHead(count === 1 ? 308 : 204, { location: "/moved" }).end();
    expect(await tick()).toEqual([summary(9)]);
    expect(hub.received.filter(({ path }) => path === "/moved")).toEqual([{ ...hub.received[0], path: "/moved" }]);

    // ... but a GET does not count as a ping.
    answer = answering(302, { location: "/moved" });
    const failed = await tick();
    expect(failed).toHaveLength(10);
    expect(failed[0]).toMatchObject({ level: "error", status: 302, topic: expect.stringContaining(siteUrl) });
    expect(failed[9]).toEqual(summary(0));
    expect(hub.received.map(({ method, path }) => method + path)).toEqual(Array(4).fill("POST/"));

    // A hub that is gone does no harm.
    await hub.close();
    expect((await tick()).at(-1)).toEqual(summary(0));
  });

  it("sends no pings for old entries or entries that are not public yet", async () => {
    expect((await startAndTick({ articles: others })).logged).toEqual([]);
    expect(hub.received).toEqual([]);
  });

  it("sends nothing without a hub", async () => {
    expect((await startAndTick({ articles: fresh, settings: "" })).logged).toEqual([]);
  });

  it("sends no pings for a site that was compiled for other settings", async () => {
    const deployedVars = { SITE: { title: "Staging", url: "https://staging.example", author: { name: "The desk" }, hub: hub.url } };
    const { logged } = await startAndTick({ articles: fresh, deployedVars });
    expect(logged).toEqual([expect.objectContaining({ message: expect.stringContaining("compiled for other [vars.SITE]") })]);
    expect(hub.received).toEqual([]);
  });
});

describe("npm run deploy", () => {
  const program = resolve(import.meta.dirname, "../../src/cli/run.js");

  async function deploy(articles: TestSiteOptions["articles"], ...args: readonly string[]) {
    // There is no account and no network, so a real deployment has to fail.
    const folder = writeTestSite({ articles, settings: `hub = ${JSON.stringify(hub.url)}` });
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const quiet = { CI: "1", WRANGLER_HIDE_BANNER: "true", WRANGLER_SEND_METRICS: "false" };
    const nobody = {
      CLOUDFLARE_API_BASE_URL: "http://127.0.0.1:9/",
      CLOUDFLARE_API_KEY: undefined,
      CLOUDFLARE_API_TOKEN: undefined,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
    };
    const child = spawn(process.execPath, [program, "deploy", ...args], {
      cwd: folder,
      env: { ...process.env, ...quiet, ...nobody },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    const code = await new Promise((done) => child.on("close", done));
    return { code, folder, output };
  }

  const articles = { "2024-11-06-moon.md": "# Moon\n\nText." };

  it("passes --dry-run on to wrangler, and sends no pings", async () => {
    const { code, folder, output } = await deploy(articles, "--dry-run", "--outdir", "bundle");
    expect([code, output]).toEqual([0, "Built everything; nothing was deployed\n"]);
    expect(readdirSync(join(folder, "bundle"))).toContain("worker.js");
    expect(hub.received).toEqual([]);
  });

  it("sends no pings for a deployment that fails", async () => {
    const { code, output } = await deploy(articles);
    expect(code).toBe(1);
    expect(output).toContain("CLOUDFLARE_API_TOKEN");
    expect(output).not.toMatch(/gets no ping/);
    expect(hub.received).toEqual([]);
  });

  it("reports an error in an article once, for a dry run as well", async () => {
    const { code, output } = await deploy({ "moon.md": "Text" }, "--dry-run");
    const expected =
      /^articles\/moon\.md:1:1 error Cannot find a date.*\n1 error, 0 warnings\nTo go on .*--set-aside\nNothing was deployed\n$/;
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
  });
});
