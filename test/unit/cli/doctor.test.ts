import { execFile, spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openOwnSite } from "../../../src/cli/doctor/own-site.ts";
import { type DoctorOptions, runDoctor } from "../../../src/cli/doctor/run-doctor.ts";
import { goodRss, item, listen, type Manners, network, startFeedServer } from "../doctor/feed-server.ts";
import { exitOf } from "./exit-of.ts";
import { collectPrinted } from "./printed.ts";
import { makeFolder, settings } from "./sample-folder.ts";

// Whoever runs the tests may like colours.
beforeEach(() => {
  vi.stubEnv("FORCE_COLOR", undefined);
  vi.stubEnv("NO_COLOR", "1");
  return () => vi.unstubAllEnvs();
});

/** Runs the doctor in this process, with a folder that contains the site. */
async function run(folder: string, { compare, ...options }: Partial<DoctorOptions> & { readonly compare?: boolean } = {}) {
  const out: string[] = [];
  const tools = { network, print: collectPrinted(out), workspace: folder };
  const site = openOwnSite({ config: join(folder, "wrangler.toml"), environment: "", compare, now: network.now() });
  const { status, stderr } = await exitOf(() => runDoctor({ urls: [], format: "text", strict: false, ...options }, tools, site));
  return { status, stdout: out.join("\n"), stderr };
}

const empty = () => makeFolder({ "wrangler.toml": settings.replace(/^url = .*\n/m, "") });
const old: Manners = { document: (url) => goodRss(url, item("a", "Wed, 06 Nov 2024 12:00:00 GMT")) };

describe("runDoctor()", () => {
  it.each([
    ["0 without problems", old, {}, 0],
    ["0 with warnings", { ...old, headers: { etag: undefined } }, {}, 0],
    ["1 with warnings and --strict", { ...old, headers: { etag: undefined } }, { strict: true }, 1],
    ["1 with an error", { document: () => "<rss>" }, {}, 1],
    ["2 for an unknown format", old, { format: "xml" }, 2],
    ["2 for two addresses", old, { urls: ["https://a.example/", "https://b.example/"] }, 2],
    ["1 without an address for the comparison", old, { compare: true }, 1],
  ])("exits %s", async (_criterion, manners: Manners, options, expected) => {
    const origin = await startFeedServer(manners);
    const { status, stdout } = await run(empty(), { urls: [`${origin}/feed.xml`], ...options });
    expect([status, stdout === ""]).toEqual([expected, expected === 2 || "compare" in options]);
  });

  it.each([
    ["what is none", ["ftp://example.com/"]],
    ["what is none either", ["https://"]],
  ])("exits 2 for %s, and explains the usage", async (_name, urls) => {
    expect(await run(empty(), { urls })).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/^Cannot check/) });
  });

  it("requests a private host over http if the address has no scheme", async () => {
    const origin = await startFeedServer(old);
    const { status, stdout } = await run(empty(), { urls: [`${origin.replace("http://", "")}/feed.xml`] });
    expect([status, stdout.split("\n")[0]]).toEqual([0, `${origin}/feed.xml`]);
  });

  it("prints a table", async () => {
    const origin = await startFeedServer({ ...old, headers: { etag: undefined } });
    const { stdout } = await run(empty(), { urls: [`${origin}/feed.xml`] });
    expect(stdout).toContain(`${origin}/feed.xml\n  warning  validators`); // the worst first
    expect(stdout).toMatch(/\n {2}ok {7}reachable /);
    expect(stdout).toMatch(/ {2}warning {2}validators +There is no ETag\n +→ Send an ETag that changes with the document\n/);
    expect(stdout).toMatch(
      /\n\n1 feed: 0 errors, 1 warning, 0 notes\nNext: Send an ETag that changes with the document \(validators, http:.*\)$/,
    );
  });

  it("prints no control characters from the network", async () => {
    const origin = await startFeedServer({
      document: (url) => goodRss(url).replace("<guid>", `<guid isPermaLink="${"\u009B"}2J\u202E">`),
      respond: (_request, response) => {
        response.setHeader("x-content-type-options", "a\u009b31m");
        return false;
      },
    });
    for (const format of ["text", "json"]) {
      const { stdout } = await run(empty(), { urls: [`${origin}/feed.xml`], format });
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/u);
      expect(stdout).toContain("InvalidBooleanAttribute");
    }
  });

  it("prints its findings as JSON", async () => {
    const origin = await startFeedServer(old);
    const { stdout } = await run(empty(), { urls: [`${origin}/feed.xml`], format: "json" });
    expect(JSON.parse(stdout)).toEqual({
      url: `${origin}/feed.xml`,
      findings: [],
      feeds: [
        {
          url: `${origin}/feed.xml`,
          format: "rss",
          system: null,
          entries: 1,
          findings: expect.arrayContaining([{ check: "redirects", severity: "ok", message: "None" }]),
        },
      ],
      comparison: null,
    });
  });
});

describe("runDoctor(), of the site's own address,", () => {
  const live = (origin: string) =>
    goodRss(`${origin}/feed.xml`, `${item("a")}${item("gone")}`)
      .replaceAll("https://news.example/a<", `${origin}/articles/a<`)
      .replace(`<guid>${origin}/articles/a`, '<guid isPermaLink="false">old-1');

  async function site() {
    const origin = await listen(({ url }, response) => {
      if (url === "/") response.end('<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed.xml">');
      else if (url === "/feed.xml") response.setHeader("content-type", "application/rss+xml").end(live(origin));
      else response.writeHead(404).end();
    });
    const toml = settings.replace("https://example.com", origin);
    return { origin, folder: makeFolder({ "wrangler.toml": toml, "articles/2024-11-06-a.md": "---\ntitle: About a\n---\nText" }) };
  }

  it("compares the site with the articles by default", async () => {
    const { folder, origin } = await site();
    const { status, stdout } = await run(folder);
    expect(status).toBe(1);
    expect(stdout).toContain('→ Add to its front matter: id: "old-1"');
    expect(stdout).toContain('No article here is "About gone"');
    const { stdout: json } = await run(folder, { format: "json" });
    expect(JSON.parse(json).comparison).toMatchObject({
      feed: `${origin}/feed.xml`,
      documents: 1,
      entries: 2,
      gap: null,
      kept: 0,
      changed: [{ source: "2024-11-06-a.md", liveId: "old-1", localId: `${origin}/articles/a`, by: "address", line: 'id: "old-1"' }],
      vanished: [{ id: "https://news.example/gone", url: "https://news.example/gone", title: "About gone", isRemoved: false }],
      late: [],
      beyond: 0,
      idBase: null,
    });
  });

  it("obeys --compare for another address, and --no-compare", async () => {
    const [{ folder, origin }, other] = [await site(), await site()];
    expect((await run(folder, { compare: false })).stdout).not.toContain("With your articles");
    expect((await run(folder, { urls: [other.origin] })).stdout).not.toContain("With your articles");
    expect((await run(folder, { urls: [other.origin], compare: true })).stdout).toContain('id: "old-1"');
    expect(origin).not.toBe(other.origin);
  });

  it("reports the errors of articles that cannot be compiled", async () => {
    const { origin } = await site();
    const folder = makeFolder({ "wrangler.toml": settings.replace("https://example.com", origin), "articles/a.md": "Text" });
    expect(await run(folder)).toMatchObject({ status: 1, stderr: expect.stringMatching(/articles\/a\.md:1:1 error [\s\S]*--no-compare/) });
    expect(await run(folder, { urls: [origin], compare: false })).toMatchObject({ stderr: "" });
  });
});

describe("npm run doctor", () => {
  const program = resolve(import.meta.dirname, "../../../src/cli/run.js");
  const spawned = (...args: readonly string[]) => {
    const { CLOUDFLARE_ENV: _, ...env } = process.env;
    const { status, stderr, stdout } = spawnSync(process.execPath, [program, "doctor", ...args], { cwd: empty(), encoding: "utf8", env });
    return { status, stderr, stdout };
  };

  it("exits 2 with one line for an unknown option", () => {
    expect(spawned("--formt", "json")).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^Cannot use --formt: npm run doctor has no such option; did you mean --format\?\n.*--help.*\n$/),
    });
  });

  it("reads the standard input", () => {
    const { CLOUDFLARE_ENV: _, ...env } = process.env;
    const input = goodRss("https://news.example/rss.xml", item("a", "Thu, 06 Nov 2024 12:00:00 GMT"));
    const options = { cwd: empty(), encoding: "utf8", env, input } as const;
    const { status, stdout } = spawnSync(process.execPath, [program, "doctor", "--file", "-", "--format", "github"], options);
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringMatching(/^::error title=IncorrectDOW::/m) });
  });

  it("requests the given host, but no other host of a private network", async () => {
    const origin = await startFeedServer({
      document: (url) => goodRss(url, item("a"), `<atom:link rel="hub" href="http://localhost:9/"/>`),
    });
    const { stdout } = await promisify(execFile)(process.execPath, [program, "doctor", `${origin}/feed.xml`], { cwd: empty() });
    expect(stdout).toMatch(/ok {7}reachable +Answers 200/);
    expect(stdout).toMatch(/warning {2}hub +Subscribers cannot reach it: it is the address of a private network/);
  });

  it("exits 1 if the host cannot be reached", () => {
    expect(spawned("http://127.0.0.1:9/feed.xml")).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/Cannot reach it/),
      stderr: "",
    });
  });
});
