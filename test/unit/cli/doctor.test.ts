import { execFile, spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openOwnSite } from "../../../src/cli/doctor/own-site.ts";
import { type DoctorOptions, runDoctor } from "../../../src/cli/doctor/run-doctor.ts";
import { goodRss, item, listen, type Manners, network, startFeedServer } from "../doctor/feed-server.ts";
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
  const [out, bad]: [string[], string[]] = [[], []];
  const tools = { network, print: collectPrinted(out), complain: collectPrinted(bad), help: "--help", workspace: folder };
  const site = openOwnSite({ config: join(folder, "wrangler.toml"), environment: "", compare, now: network.now() });
  const status = await runDoctor({ urls: [], format: "text", strict: false, ...options }, tools, site);
  return { status, stdout: out.join("\n"), stderr: bad.join("\n") };
}

const empty = () => makeFolder({});
const old: Manners = { document: (url) => goodRss(url, item("a", "Wed, 06 Nov 2024 12:00:00 GMT")) };

describe("runDoctor()", () => {
  it.each([
    ["0 where all is well", old, {}, 0],
    ["0 where there are warnings", { ...old, headers: { etag: undefined } }, {}, 0],
    ["1 where warnings count", { ...old, headers: { etag: undefined } }, { strict: true }, 1],
    ["1 where there is an error", { document: () => "<rss>" }, {}, 1],
    ["2 where it is asked for another format", old, { format: "xml" }, 2],
    ["2 where it is given two addresses", old, { urls: ["https://a.example/", "https://b.example/"] }, 2],
    ["2 where there are no articles to compare with", old, { compare: true }, 2],
  ])("ends with %s", async (_criterion, manners: Manners, options, expected) => {
    const origin = await startFeedServer(manners);
    const { status, stdout } = await run(empty(), { urls: [`${origin}/feed.xml`], ...options });
    expect([status, stdout === ""]).toEqual([expected, expected === 2]);
  });

  it.each([
    ["no address", []],
    ["what is none", ["ftp://example.com/"]],
    ["what is none either", ["https://"]],
  ])("ends with 2 where it is given %s, and says how it is meant", async (_name, urls) => {
    expect(await run(empty(), { urls })).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/^Cannot look at/) });
  });

  it("asks a private host by http if the address has no scheme", async () => {
    const origin = await startFeedServer(old);
    const { status, stdout } = await run(empty(), { urls: [`${origin.replace("http://", "")}/feed.xml`] });
    expect([status, stdout.split("\n")[0]]).toEqual([0, `${origin}/feed.xml`]);
  });

  it("writes a table", async () => {
    const origin = await startFeedServer({ ...old, headers: { etag: undefined } });
    const { stdout } = await run(empty(), { urls: [`${origin}/feed.xml`] });
    expect(stdout).toContain(`${origin}/feed.xml\n  warning  validators`); // the worst first
    expect(stdout).toMatch(/\n {2}ok {7}reachable /);
    expect(stdout).toMatch(/ {2}warning {2}validators +There is no ETag\n +→ Send one that changes with the document\n/);
    expect(stdout).toMatch(
      /\n\n1 feed: 0 errors, 1 warning, 0 notes\nNext: Send one that changes with the document \(validators, http:.*\)$/,
    );
  });

  it("lets nothing from the network into the terminal", async () => {
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

  it("gives programs what it found as JSON", async () => {
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

  it("compares it with the articles, without being told which or to do so", async () => {
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

  it("does not where it is told so, and does for another address where it is told so", async () => {
    const [{ folder, origin }, other] = [await site(), await site()];
    expect((await run(folder, { compare: false })).stdout).not.toContain("With your articles");
    expect((await run(folder, { urls: [other.origin] })).stdout).not.toContain("With your articles");
    expect((await run(folder, { urls: [other.origin], compare: true })).stdout).toContain('id: "old-1"');
    expect(origin).not.toBe(other.origin);
  });

  it("says what is wrong with the articles where they cannot be compiled", async () => {
    const { origin } = await site();
    const folder = makeFolder({ "wrangler.toml": settings.replace("https://example.com", origin), "articles/a.md": "Text" });
    expect(await run(folder)).toMatchObject({ status: 2, stderr: expect.stringMatching(/articles\/a\.md:1:1 error [\s\S]*--no-compare/) });
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

  it("ends with 2 and a line where it is asked for what it does not know", () => {
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

  it("asks the host that it is given, and no other one of a private network", async () => {
    const origin = await startFeedServer({
      document: (url) => goodRss(url, item("a"), `<atom:link rel="hub" href="http://localhost:9/"/>`),
    });
    const { stdout } = await promisify(execFile)(process.execPath, [program, "doctor", `${origin}/feed.xml`], { cwd: empty() });
    expect(stdout).toMatch(/ok {7}reachable +Answers 200/);
    expect(stdout).toMatch(/warning {2}hub +Subscribers cannot reach it: it is the address of a private network/);
  });

  it("looks from outside, and ends with 1 where nothing is there", () => {
    expect(spawned("http://127.0.0.1:9/feed.xml")).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/Cannot reach it/),
      stderr: "",
    });
  });
});
