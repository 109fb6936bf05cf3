import { gunzipSync } from "node:zlib";
import { describe, expect } from "vitest";
import type { Article } from "../../src/content/compile/article.ts";
import { compile } from "../../src/content/compile/compile.ts";
import type { CompiledEntry } from "../../src/model/entry.ts";
import { appUnderTest } from "../app-under-test.ts";
import fc from "../fast-check.ts";
import { noMedia } from "../no-media.ts";
import { sampleSite } from "../samples.ts";
import { noon } from "./arbitrary-entries.ts";
import { anyText } from "./arbitrary-text.ts";
import { addressesAt } from "./every-document.ts";
import { law } from "./law.ts";

/** A marker in every word of an unpublished article, and nowhere else. */
const marker = "zqx";

interface Draft {
  readonly second: number;
  readonly draft: boolean;
  readonly terms: readonly string[];
  readonly text: string;
  readonly ending: string;
}

const common = ["Sea", "R&D", "Ada"];

function article(hidden: boolean): fc.Arbitrary<Draft> {
  return fc.record({
    second: hidden ? fc.integer({ min: 1, max: 3 }) : fc.integer({ min: -3, max: 0 }),
    draft: hidden ? fc.boolean() : fc.constant(false),
    terms: fc.subarray(hidden ? [...common, `Treasure ${marker}`, `Island ${marker}`] : common),
    text: anyText,
    ending: fc.constantFrom("md", "html", "txt", "mdx"),
  });
}

function written({ draft, ending, second, terms, text }: Draft, name: string): Article {
  const frontMatter = {
    title: `Title ${name}`,
    date: new Date(noon + second * 1000).toISOString(),
    summary: `Summary ${name}`,
    categories: terms,
    author: `Author ${name.replace(/\d/g, "")}`,
    aliases: [`/old/${name}`],
    image: { url: `https://cdn.example/${name}.png`, alt: name },
    enclosure: { url: `https://cdn.example/${name}.mp3`, length: "1", title: name },
    ...(name.startsWith(marker) && { language: `fr-x-${marker}` }),
    ...(draft && { draft: "true" }),
  };
  return { source: `${name}.${ending}`, text: `---\n${JSON.stringify(frontMatter)}\n---\nContent ${name}\n\n${text}` };
}

const redirects = { moved: { [`/to`]: `/articles/${marker}0`, "/to/term": `/tag/treasure-${marker}` }, gone: ["/gone"] };
const requests = [
  ["GET", {}],
  ["GET", { "accept-encoding": "gzip" }],
  ["GET", { "if-none-match": "*" }],
  ["GET", { "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" }],
  ["HEAD", {}],
  ["OPTIONS", {}],
  ["POST", {}],
] as const;

describe("unpublished content", () => {
  law(
    "a draft or a scheduled article is in no response before its publication, and in its responses afterwards",
    [fc.array(article(false), { maxLength: 4 }), fc.array(article(true), { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 3 })],
    async (open, hidden, limit) => {
      const visible = open.map((draft, index) => written(draft, `open${index}`));
      const site = { ...sampleSite, limit };
      const options = { site, media: noMedia, development: false, now: noon };
      const [without, all] = await Promise.all([
        compile(visible, options),
        compile([...hidden.map((draft, index) => written(draft, `${marker}${index}`)), ...visible], options),
      ]);
      if (all.problems.some(({ severity }) => severity === "error")) return;
      const paths = everywhere(all.entries, site);
      const [one, other] = [
        appUnderTest({ entries: without.entries, site, redirects }),
        appUnderTest({ entries: all.entries, site, redirects }),
      ];
      for (const path of paths) {
        const answers = await answersOf(other, path);
        expect([path, answers]).toEqual([path, await answersOf(one, path)]);
        const leaks = answers.filter(({ location, text }) => location.includes(marker) || text.includes(marker));
        expect([path, leaks]).toEqual([path, []]);
      }
      expect([one.logged, other.logged]).toEqual([[], []]);
      await appearing(other, hidden);
    },
    { share: 0.3 },
  );
});

/** Every current and future address, those of drafts, and some that redirect to them. */
function everywhere(entries: readonly CompiledEntry[], site: typeof sampleSite): string[] {
  const published = entries.map((entry) => ({ ...entry, draft: false }));
  const addresses = addressesAt(published, site, Number.MAX_SAFE_INTEGER);
  const names = [0, 1, 2].flatMap((index) => [`/articles/${marker}${index}`, `/articles/${marker}${index}/`, `/old/${marker}${index}`]);
  const terms = ["sea", `treasure-${marker}`].flatMap((term) => [`/tag/${term}/feed/`, `/tags/${term}`, `/feeds/${term}.rss.xml`]);
  const others = [
    "/health",
    "/nope",
    "/%ff",
    "/to",
    "/to/term",
    "/gone",
    "/archive/9/rss.xml",
    `/author/author-${marker}/`,
    "/sitemap/1.xml",
  ];
  return [...new Set([...addresses, ...names, ...terms, ...others])];
}

/** The complete responses to all requests for a path. */
async function answersOf(app: ReturnType<typeof appUnderTest>, path: string) {
  const answers = [];
  for (const [method, headers] of requests) answers.push({ method, ...(await answerOf(app, path, headers, method)) });
  return answers;
}

/** The complete text of a response. Requested addresses do not contain the marker, so only a leak can. */
async function answerOf({ get }: ReturnType<typeof appUnderTest>, path: string, headers: Record<string, string>, method: string) {
  const response = await get(path, headers, method);
  const bytes = Buffer.from(await response.arrayBuffer());
  const { "cache-control": _until, ...sent } = Object.fromEntries(response.headers);
  const text = response.headers.get("content-encoding") === "gzip" ? gunzipSync(bytes).toString() : bytes.toString();
  return { status: response.status, headers: sent, location: JSON.stringify(sent), text };
}

/** Each entry has an address from its publication on, and the feed of all entries contains it. */
async function appearing({ get, time }: ReturnType<typeof appUnderTest>, hidden: readonly Draft[]): Promise<void> {
  for (const [index, { draft, second }] of hidden.entries()) {
    for (const [now, status] of [
      [noon + second * 1000 - 1, 404],
      [noon + second * 1000, draft ? 404 : 200],
    ] as const) {
      time.now = now;
      expect([index, (await get(`/articles/${marker}${index}`)).status]).toEqual([index, status]);
    }
    time.now = noon + 10_000;
    expect((await (await get("/sitemap.xml")).text()).includes(`/articles/${marker}${index}<`)).toBe(!draft);
  }
}
