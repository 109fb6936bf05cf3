import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import type { PoolSize } from "../../src/build/build-compiler.ts";
import { frontMatter, plainText } from "../hostile-articles/front-matter.ts";
import type { HostileArticles } from "../hostile-articles/hostile-article.ts";
import { html } from "../hostile-articles/html.ts";
import { markdown, shortcodes } from "../hostile-articles/markdown.ts";
import { mdx } from "../hostile-articles/mdx.ts";
import type { MeasuredBuild } from "../hostile-articles/measured-build.ts";

const run = promisify(execFile);
const program = join(import.meta.dirname, "../hostile-articles/measured-build.ts");
const settings = '[vars.SITE]\ntitle = "T"\nurl = "https://example.com"\nauthor = { name = "A" }\nlimit = 1\n';
const good = ["2024-11-05-good.md", "2024-11-07-fine.html", "2024-11-08-sound.mdx", "2024-11-09-well.txt"];
const largest = 2 * 1024 * 1024;
const patience = 600_000;

/** Creates a folder with hostile articles of a size in bytes, and with good ones. */
function makeSite(
  articles: HostileArticles,
  ending: string,
  bytes: number,
): { readonly config: string; readonly sources: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-hostile-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "articles"));
  writeFileSync(join(folder, "wrangler.toml"), settings);
  for (const source of good) writeFileSync(join(folder, "articles", source), "Good\n\nText.\n");
  const sources = Object.entries(articles).map(([name, make]) => {
    const source = `2024-11-06-${name.replace(/[^a-z0-9]+/gi, "-")}.${ending}`;
    writeFileSync(join(folder, "articles", source), Buffer.from(make(bytes)).subarray(0, largest));
    return source;
  });
  return { config: join(folder, "wrangler.toml"), sources };
}

async function buildMeasured(config: string, pool?: PoolSize): Promise<MeasuredBuild> {
  const { stdout } = await run(process.execPath, [program, config, JSON.stringify({ pool })], { maxBuffer: 64_000_000 });
  return JSON.parse(stdout);
}

describe("a build", () => {
  it.each<[string, HostileArticles, string, PoolSize | undefined]>([
    ["in Markdown", markdown, "md", undefined],
    ["in Markdown with tags for other generators", shortcodes, "md", undefined],
    ["with front matter", frontMatter, "md", undefined],
    ["with front matter, by several processes", frontMatter, "md", { processes: 2, articles: 1 }],
    ["in HTML", html, "html", undefined],
    ["in MDX", mdx, "mdx", undefined],
    ["in plain text", plainText, "txt", undefined],
  ])(
    "reports hostile articles of 2 MB %s, compiles the others, and uses less than 1 GB",
    async (_, articles, ending, pool) => {
      const { config, sources } = makeSite(articles, ending, largest);
      const { compiled, megabytes, problems } = await buildMeasured(config, pool);
      expect(compiled).toEqual(expect.arrayContaining(good));
      const errors = problems.filter(({ severity }) => severity === "error");
      const refused = new Set(errors.map(({ file }) => file.replace(/^articles\//, "")));
      expect(sources.filter((source) => !compiled.includes(source) && !refused.has(source))).toEqual([]);
      expect([...refused].filter((source) => good.includes(source))).toEqual([]);
      expect(errors.filter(({ message }) => message.includes("report this as a fault"))).toEqual([]);
      expect(megabytes).toBeLessThan(1000);
    },
    patience,
  );
});
