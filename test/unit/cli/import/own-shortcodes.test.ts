import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { build } from "../../../../src/build/build.ts";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

// The content is what Hugo 0.111 publishes, without classes and the size of the resized picture.
it("publishes the results of a Hugo site's own shortcodes", async () => {
  const folder = makeFolder({});
  const articles = join(folder, "articles");
  const old = resolve(import.meta.dirname, "../../../fixtures/sites/hugo");
  await importArticles([old], { site: sampleSite, now: 0, folder: articles, isDryRun: false });
  expect(readFileSync(join(articles, "posts/pier/index.md"), "utf8")).not.toMatch(/\{\{[<%] (?:photo|note)/);
  const config = join(folder, "wrangler.toml");
  writeFileSync(config, '[vars.SITE]\ntitle = "T"\nurl = "https://example.com"\nauthor = { name = "A" }\n');
  const { content, problems } = await build({ config, environment: "", purpose: "compile", now: 0 });
  expect(problems.filter(({ message }) => message.includes("Removed tags"))).toEqual([]);
  const html = content?.entries.find(({ source }) => source === "posts/pier/index.md")?.content ?? "";
  expect(html.replace(/ (?:width|height)="\d+"/g, "").replace(/"https:[^"]*pier\.png"/g, '"pier.png"')).toContain(
    [
      '<figure>\n<img src="pier.png" alt="The pier &#x26; the sea">',
      "<figcaption>At <em>low</em> tide</figcaption>\n</figure>",
      "<div>\n<p>Wet <strong>planks</strong>.</p>\n</div>",
    ].join("\n"),
  );
});
