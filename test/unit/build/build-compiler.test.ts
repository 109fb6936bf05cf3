import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type BuildResult, build } from "../../../src/build/build.ts";
import type { BuildOptions } from "../../../src/build/build-options.ts";
import { emptyCache } from "../../../src/build/cache/compile-cache.ts";
import { makeFolder, png, settings } from "../cli/sample-folder.ts";
import { wav } from "../cli/sample-recordings.ts";

const articles = Object.fromEntries(
  Array.from({ length: 150 }, (_, index) => [
    `articles/a${index}.md`,
    `---\ndate: 2024-11-06\ntags: [${index % 2 === 0 ? "Sea" : "sea"}]\n${index === 7 ? "enclosure: talk.wav\n" : ""}---\n# Number ${index}\n\n[Next](a${index + 1}.md) ![](p${index % 3}.png)\n`,
  ]),
);
const files = { "wrangler.toml": settings, ...articles, "articles/p0.png": png, "articles/p1.png": png, "articles/talk.wav": wav(2) };

function told({ cache, content, media, problems }: BuildResult): string {
  const cached = [...(cache?.articles ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([problems, content, [...(media?.published ?? [])].sort(), cached], undefined, 1);
}

describe("openBuildCompiler()", () => {
  it.each([
    ["sound articles", files],
    ["an error", { ...files, "articles/bad.md": "No date", "articles/deep.md": `---\ndate: 2024-11-06\n---\n${">".repeat(20_000)}` }],
  ])("returns the same result with one process and several, for %s", async (_criterion, files) => {
    const config = join(makeFolder(files), "wrangler.toml");
    const options: BuildOptions = {
      config,
      environment: "",
      purpose: "compile",
      now: Date.UTC(2025),
      cache: emptyCache,
    };
    const alone = await build({ ...options, pool: { processes: 1, articles: 0 } });
    const together = await build({ ...options, pool: { processes: 3, articles: 1 } });
    expect(alone.cache?.articles.size).toBeGreaterThan(149);
    expect(told(together)).toBe(told(alone));
  });
});
