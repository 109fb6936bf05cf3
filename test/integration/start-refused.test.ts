import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { npmStart } from "./npm-start.ts";
import { writeTestSite } from "./test-site.ts";

const patience = { timeout: 60_000, interval: 100 };
const internals = /✘|workers-sdk|Logs were written|wrangler\.start|newer version/;

async function startSite(change: (text: string) => string | Uint8Array) {
  const folder = writeTestSite({ articles: { "2024-11-06-moon.md": "# Moon\n\nText." } });
  const settings = join(folder, "wrangler.toml");
  const good = readFileSync(settings, "utf8");
  writeFileSync(settings, change(good));
  const site = await npmStart(folder);
  onTestFinished(async () => {
    await site.end();
    rmSync(folder, { recursive: true, force: true });
  });
  const read = async (path: string) => (await fetch(site.origin + path).catch(() => undefined))?.text();
  const contains = (path: string, text: string) => vi.waitFor(async () => expect(await read(path)).toContain(text), patience);
  const lacks = (path: string, text: string) => vi.waitFor(async () => expect(await read(path)).not.toContain(text), patience);
  return { ...{ folder, good, site, read, contains, lacks }, write: (text: string) => writeFileSync(settings, text) };
}

const withLine = (line: string) => (text: string) => text.replace("[vars.SITE]", `${line}\n[vars.SITE]`);

describe("npm start with a wrangler.toml that wrangler refuses", { timeout: 240_000 }, () => {
  // Wrangler finds them when it reads the file, when it starts the Worker, and when it bundles the code.
  it.each([
    ["a name", (text: string) => text.replace(/^name = .*/m, 'name = "My Feeds!"'), /wrangler\.toml:1:1 error .*"My Feeds!"/],
    [
      "no main",
      (text: string) => text.replace(/^main = .*\n/m, ""),
      /wrangler\.toml:1:1 error Cannot find main, the code of the Worker: write/,
    ],
    ["a flag", (text: string) => `compatibility_flags = ["nope_x"]\n${text}`, /wrangler\.toml:1:1 error .*No such compatibility flag/],
    ["a constant", withLine('[define]\nX = "{{"'), /wrangler\.toml:\d+:1 error .*Invalid define value/],
    ["its encoding", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le"), /wrangler\.toml:1:1 error Cannot read it: it is UTF-16/],
  ])("serves the site from the start, and reports %s once until it is mended", async (_, breaking, expected) => {
    const { contains, folder, good, lacks, site, write } = await startSite(breaking);
    await vi.waitFor(() => expect(site.output()).toMatch(expected), patience);
    await contains("/rss.xml", "<title>Moon</title>");
    await contains("/", "This site has");
    writeFileSync(join(folder, "articles/2024-11-07-sun.md"), "# Sun\n\nText.");
    await contains("/rss.xml", "<title>Sun</title>");
    write(good);
    await lacks("/", "This site has");
    await contains("/rss.xml", "<title>Test ");
    expect(site.output().match(new RegExp(expected, "g"))).toHaveLength(1);
    expect(site.output()).not.toMatch(internals);
    expect(await site.end()).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith("wrangler"))).toEqual(["wrangler.toml"]);
  });

  it("serves the site at the same address when the file is broken and mended while it runs", async () => {
    const { contains, folder, good, lacks, site, write } = await startSite((text) => text);
    await contains("/rss.xml", "<title>Moon</title>");
    for (const [line, expected] of [
      ['[dev]\nport = "x"', /error .*"dev\.port"/],
      ['[define]\nX = "{{"', /error .*Invalid define value/],
      ['[site]\nbucket = "nope"', /error .*Workers Sites/],
    ] as const) {
      write(withLine(line)(good));
      await vi.waitFor(() => expect(site.output()).toMatch(expected), patience);
      await contains("/", "This site has");
      writeFileSync(join(folder, "articles/2024-11-06-moon.md"), `# Moon ${expected}\n\nText.`);
      await contains("/rss.xml", "<title>Moon /");
      write(good);
      await lacks("/", "This site has");
      writeFileSync(join(folder, "articles/2024-11-06-moon.md"), "# New moon\n\nText.");
      await contains("/rss.xml", "<title>New moon</title>");
    }
    expect(site.output()).not.toMatch(internals);
    expect(site.output().match(/Broadsheet is running/g)).toHaveLength(1);
  });

  it("runs with lines that wrangler accepts, after they were added", async () => {
    const { contains, good, read, site, write } = await startSite((text) => text);
    write(withLine('[dev]\nip = "127.0.0.1"')(good).replace("Test & <News>", "Other news"));
    await contains("/rss.xml", "<title>Other news</title>");
    await vi.waitFor(async () => expect(await read("/health")).toBeDefined(), patience);
    await vi.waitFor(
      () => expect(site.output()).toMatch(/has changed: the server starts again.*\nThe site answers again at http/s),
      patience,
    );
    expect(site.output()).not.toMatch(internals);
  });
});
