import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type BuildResult, build } from "../../src/build/build.ts";
import type { BuildOptions } from "../../src/build/build-options.ts";
import { cacheFile } from "../../src/build/cache/cache-file.ts";
import { emptyCache, writeCache } from "../../src/build/cache/compile-cache.ts";
import fc from "../fast-check.ts";

const start = Date.UTC(2090, 0, 1); // late enough for every file to have been there for long
const day = 86_400_000;

const names = ["a.md", "b.md", "c.html", "d.txt", "e.md", "e.de.md", "n/f.md", "n/index.md"];
const pictures = ["x.png", "n/x.png", "b/x.png"];

// An error hides all other results of a build, so errors are rare.
const seldom = <T extends string>(value: T) => fc.constantFrom(undefined, undefined, undefined, undefined, undefined, undefined, value);
const fields = fc
  .record({
    date: fc.constantFrom("2089-12-29", "2089-12-30", "2089-12-30T10:00", "2090-01-02", "2090-01-04T12:00Z"),
    title: fc.constantFrom(undefined, "Moon", "The sea", '"\\u0007"'),
    tags: fc.constantFrom(undefined, "[sea]", "[Sea, Boats]", "[boats]", "[BOATS, SEA]"),
    author: fc.constantFrom(undefined, "Ada", "ada", "the desk"),
    permalink: fc.constantFrom(undefined, undefined, "/:year/:slug/", "/:slug"),
    image: fc.constantFrom(undefined, undefined, ...pictures),
    expires: fc.oneof(seldom("2090-01-01"), seldom("2090-01-03")),
    updated: fc.oneof(seldom("2090-01-01"), seldom("2090-01-03")),
    draft: seldom("true"),
    excerpt_separator: seldom("---"),
    unheard: seldom("x"),
    slug: seldom("s"),
    aliases: seldom("/articles/a"),
    categories: seldom("[c-sharp, C#]"),
  })
  .map((fields) => Object.entries(fields).filter(([, value]) => value !== undefined));
const bodies = fc
  .array(
    fc.constantFrom(
      "Text of the article.",
      "# A heading",
      "## Text",
      "[t](#text) [b](b.md#Text) [e](e.md#a-heading)",
      "[[a]] [[n/f#text|words]] :::tip\n:::\n\n> [!note]\n> x",
      "[a](a.md) [b](b.md#text) [f](n/f.md) [a](../a.md)",
      "![](x.png) ![](n/x.png)",
      "{% post_url a %} {% chart %} {{ page.title }}",
      "<p><p><table><td>x</table>",
      "a[^1]\n\n[^1]: note",
      "Advertisement",
      "before\n\n---\n\nafter &#7;",
      "<blink>x</blink>",
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join("\n\n"));
const article = fc
  .tuple(fields, bodies)
  .map(([fields, body]) => `---\n${fields.map(([key, value]) => `${key}: ${value}\n`).join("")}---\n${body}`);

type Step =
  | { readonly do: "write"; readonly name: string; readonly content: string }
  | { readonly do: "remove"; readonly name: string }
  | { readonly do: "set"; readonly settings: string }
  | { readonly do: "wait"; readonly days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("write" as const), name: fc.constantFrom(...names), content: article }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("remove" as const), name: fc.constantFrom(...names, ...pictures) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("write" as const),
      name: fc.constantFrom(...pictures),
      content: fc.constantFrom("one", "two", "three"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("set" as const),
      settings: fc.constantFrom(
        "",
        'language = "de"',
        'permalink = "/:category/:slug"',
        'title = "x"\n',
        "limit = 1",
        'timezone = "Asia/Tokyo"',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.constantFrom(0.5, 1, 2) }) },
);

const first = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), article), { selector: ([name]) => name, minLength: 2, maxLength: 6 });

const settingsWith = (more: string) =>
  `[vars.SITE]\n${more.startsWith("title") ? "" : 'title = "T"\n'}url = "https://example.com"\nauthor = { name = "The desk" }\n${more}\n`;

/** Formats the result of a build as text. Of two files with the same name and content, either may be published. */
function describeResult({ content, media, problems }: BuildResult): string {
  return JSON.stringify([problems, content, [...(media?.published.keys() ?? [])].sort()], undefined, 1);
}

async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  try {
    mkdirSync(join(folder, "articles"));
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a build with a cache", () => {
  it("has the same result as a build without a cache, after any changes", async () => {
    let [reused, sound] = [0, 0];
    await fc.assert(
      fc.asyncProperty(first, fc.array(step, { minLength: 1, maxLength: 8 }), fc.boolean(), (articles, steps, development) =>
        withFolder(async (folder) => {
          let [now, tick] = [start, 0];
          const write = (path: string, content: string) => {
            mkdirSync(dirname(join(folder, path)), { recursive: true });
            writeFileSync(join(folder, path), content);
            utimesSync(join(folder, path), tick, ++tick); // no two writes at one time, as it is in life
          };
          write("wrangler.toml", settingsWith(""));
          for (const [name, content] of articles) write(`articles/${name}`, content);
          for (const next of [undefined, ...steps]) {
            if (next?.do === "write") write(`articles/${next.name}`, next.content);
            if (next?.do === "remove") rmSync(join(folder, "articles", next.name), { force: true });
            if (next?.do === "set") write("wrangler.toml", settingsWith(next.settings));
            if (next?.do === "wait") now += next.days * day;
            const options: BuildOptions = {
              config: join(folder, "wrangler.toml"),
              environment: "",
              purpose: development ? "start" : "compile",
              now,
            };
            const cached = await build(options);
            expect(describeResult(cached)).toBe(describeResult(await build({ ...options, cache: emptyCache })));
            if (next !== undefined && cached.hasCacheChanges === false) reused++;
            if (cached.content !== undefined) sound++;
            if (cached.cache !== undefined) writeCache(cacheFile(options), cached.cache);
          }
        }),
      ),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 100) },
    );
    expect(Math.min(reused, sound)).toBeGreaterThan(50);
  }, 240_000); // ten seconds, and more where others work beside it
});
