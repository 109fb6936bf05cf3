import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { build } from "../../../../src/build/build.ts";
import { type DeploySiteOptions, deploySite } from "../../../../src/cli/deploy/deploy-site.ts";
import { answering, startTestHub, topicsOf } from "../../../test-hub.ts";
import { listen } from "../../doctor/feed-server.ts";
import { collectPrinted } from "../printed.ts";
import { makeFolder, settings } from "../sample-folder.ts";

// Whoever runs the tests may like colours.
beforeEach(() => {
  vi.stubEnv("FORCE_COLOR", undefined);
  vi.stubEnv("NO_COLOR", "1");
  return () => vi.unstubAllEnvs();
});

const articles = {
  "articles/2024-11-05-tide.md": "---\ntitle: The tide\npermalink: /2024/tide\n---\nText",
  "articles/2024-11-06-moon.md": '+++\ntitle = "The moon"\n+++\nText',
};
const item = (title: string, link: string, guid: string, date = "Wed, 06 Nov 2024 00:00:00 +0000") =>
  `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid><pubDate>${date}</pubDate></item>`;
const rss = (...items: readonly string[]) => `<rss version="2.0"><channel><title>Old</title>${items.join("")}</channel></rss>`;

/** A live site of WordPress, say, with the feed that it has, and a folder that is to take its place. */
async function moving(feedOf: (origin: string) => string | undefined, more = "") {
  const origin = await listen(({ url }, response) => {
    const feed = feedOf(origin);
    if (url === "/feed/" && feed !== undefined) response.end(feed);
    else if (url === "/" && feed !== undefined) response.end("<!doctype html><title>Old</title>");
    else response.writeHead(404).end();
  });
  const folder = makeFolder({ "wrangler.toml": settings.replace("https://example.com", origin) + more, ...articles });
  const config = join(folder, "wrangler.toml");
  const lines: string[] = [];
  let deployments = 0;
  const asked: string[] = [];
  let waited = 0;
  const run = async (changes: Partial<DeploySiteOptions> = {}) => {
    const options = { config: changes.config ?? config, environment: "", purpose: "deploy" as const, now: Date.now() };
    const { content } = await build(options);
    if (content === undefined) throw new Error("The site cannot be compiled");
    return deploySite({
      config,
      content,
      allowNewIds: false,
      isNew: false,
      deploy: async () => {
        deployments++;
        return 0;
      },
      fetch: (input, init) => {
        asked.push(String(input));
        return fetch(input, init);
      },
      wait: async (milliseconds) => {
        waited += milliseconds;
      },
      clock: () => Date.now() + waited,
      print: collectPrinted(lines, (text) => text.replaceAll(origin, "SITE")),
      ...changes,
    });
  };
  return { asked, config, deployments: () => deployments, lines, origin, run };
}

const bothAsTheyWere = (origin: string) =>
  rss(item("The moon", "https://x.example/", `${origin}/articles/moon`), item("The tide", `${origin}/2024/tide`, `${origin}/2024/tide`));
const bothOtherwise = (origin: string) =>
  rss(item("The moon", `${origin}/?p=12`, `${origin}/?p=12`), item("Tide", `${origin}/2024/tide/`, "tide-1"));

describe("deploySite()", () => {
  it("deploys without a message if every id stays", async () => {
    const { deployments, lines, run } = await moving(bothAsTheyWere);
    expect(await run()).toBe(0);
    expect([deployments(), lines]).toEqual([1, []]);
  });

  it("refuses to deploy changed ids, and prints the lines that keep them", async () => {
    const { deployments, lines, origin, run } = await moving(bothOtherwise);
    expect(await run()).toBe(1);
    expect(deployments()).toBe(0);
    expect(lines.at(-1)).toMatch(/^Nothing was deployed: .*--allow-new-ids$/);
    expect(lines[0]).toContain(`articles/2024-11-06-moon.md would get a different id, matched by its title and day`);
    expect(lines[0]).toContain(`→ Add to its front matter: id = "SITE/?p=12"`);
    expect(lines[0]).toContain('→ Add to its front matter: id: "tide-1"');
    expect(origin).toContain("127.0.0.1");
  });

  it("deploys changed ids if that is allowed", async () => {
    const { deployments, lines, run } = await moving(bothOtherwise);
    expect(await run({ allowNewIds: true })).toBe(0);
    expect(deployments()).toBe(1);
    expect(lines[0]).toContain("would get a different id");
  });

  it("names the entries that vanish, and deploys", async () => {
    const { deployments, lines, run } = await moving((origin) => rss(item("Gone", `${origin}/gone/`, `${origin}/gone/`)));
    expect(await run()).toBe(0);
    expect(deployments()).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/No article here is "Gone"[\s\S]*list it as removed in articles\/_removed\.txt: \/gone\/$/),
    ]);
  });

  it.each([
    ["there is no feed yet", () => undefined, /^No ids to compare with at SITE: .*404$/],
    ["the feed cannot be read", () => "<rss>", /^No ids to compare with at SITE: /],
  ])("deploys if %s, and says so in one line", async (_name, feed, expected) => {
    const { deployments, lines, run } = await moving(feed);
    expect(await run()).toBe(0);
    expect([deployments(), lines]).toEqual([1, [expect.stringMatching(expected)]]);
  });

  it("deploys if the site does not respond", async () => {
    const { deployments, lines, run } = await moving(() => undefined);
    const options = { config: makeFolder({ "wrangler.toml": settings.replace("https://example.com", "http://127.0.0.1:9"), ...articles }) };
    expect(await run({ config: join(options.config, "wrangler.toml") })).toBe(0);
    expect([deployments(), lines]).toEqual([1, [expect.stringMatching(/^No ids to compare with at http:\/\/127\.0\.0\.1:9: /)]]);
  });

  it("sends no request without an address of the site", async () => {
    const { asked, deployments, lines, run } = await moving(bothOtherwise);
    expect(await run({ isNew: true })).toBe(0);
    expect([asked, deployments(), lines]).toEqual([[], 1, []]);
  });

  it("prints at most a screen", async () => {
    const many = (origin: string) => rss(...Array.from({ length: 40 }, (_, n) => item(`Gone ${n}`, `${origin}/gone/${n}`, `${n}`)));
    const { lines, run } = await moving(many);
    expect(await run()).toBe(0);
    expect(lines.join("\n").split("\n").length).toBeLessThanOrEqual(10);
    expect(lines.at(-1)).toMatch(/… and \d+ more: npm run doctor$/);
  });

  it("still pings the hub", async () => {
    const hub = await startTestHub(answering(204));
    const { lines, run } = await moving(() => undefined, `hub = "${hub.url}"\n`);
    expect(await run()).toBe(0);
    expect(lines[0]).toMatch(/^No ids to compare with/);
    expect(lines.slice(1)).not.toEqual([]);
    expect(topicsOf(hub)).toEqual([]); // the feeds of this site never appear
    await hub.close();
  });
});
