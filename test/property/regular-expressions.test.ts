import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { check } from "recheck";
import { afterAll, describe, expect, it, vi } from "vitest";
import { type Expression, expressionsIn, recordExpressions, sourceFiles, src } from "../regular-expressions.ts";

// A hostile text must not stop a build, an import or an isolate (ReDoS). A checker searches for a text for which an expression takes
// more than linear time.

// The search takes seconds for some expressions. So those for which it found nothing are listed by their digests, and are not checked
// again with the same version of the checker. UPDATE_CHECKED=new checks the others and adds them, UPDATE_CHECKED=1 checks all.
const list = join(import.meta.dirname, "checked-expressions.json");
const { version } = createRequire(import.meta.url)("recheck/package.json") as { readonly version: string };
const update = process.env["UPDATE_CHECKED"];
const updates = update === "1" || update === "new";
const checked = new Set<string>(update === "1" ? [] : (JSON.parse(readFileSync(list, "utf8"))[version] ?? []));
const digestOf = ({ flags, source }: Expression) => createHash("sha256").update(`/${source}/${flags}`).digest("hex").slice(0, 16);

// Allowed findings by their start: their input is short, or our own.
const reviewed: Readonly<Record<string, string>> = {
  "content/metadata/date-label.ts (?<!": "gets at most 90 characters",
  "content/metadata/parse-date.ts ^": "gets at most 120 characters",
  "base/truncate.ts [\\s,;:.–—-]+$": "gets a summary's first few hundred characters",
  "content/plain-html/embeds.ts <a\\s[^<>]{0,2000}?": "gets the first 5000 characters of a frame",
  "content/markup/shortcodes/shortcodes.ts ^\\s*(\\/?)\\s*([\\w./-]*)([\\s\\S]*?)\\/?\\s*$": "gets a tag of at most 2000 characters",
  "content/markup/shortcodes/shortcodes.ts ^(?:[ \\t]*(?:[-*+]": "searches at most 2000 characters for the end of a tag",
  "import/article-name.ts [-._~]+$": "gets at most 60 characters",
  "import/generators/docusaurus/docusaurus-blogs.ts ^(?<folder>": "gets the path of a file",
  "import/template-tags/fill-tags.ts ^\\{%-?": "gets a tag of at most 2000 characters",
  "import/template-tags/template-syntax.ts ^[ \\t>]*": "searches at most 2000 characters for the end of a tag",
  "import/template-tags/template-syntax.ts \\{%(?:": "searches at most 2000 characters for the end of a tag",
  "import/generators/next/next-texts.ts (?:\\bprocess": "each of the eight parts has at most 300 characters, and a source 262,144",
  "import/old-site/replace-destinations.ts ^[ \\t>]*": "each part after the first has at most 1000 characters",
  "import/template-tags/template-expression.ts ^\\s*(\\w+)": "gets an output of at most 500 characters",
  "feed/show-notes.ts <": "gets sanitized content, in which every tag ends",
  "build/code-fingerprint.ts ^(?:import|export)": "reads the project's own files",
  "model/selection.ts [\\s_@()": "begins only at the first of several points",
  "feed-parser/decode-text.ts <meta\\s[^>]*?\\bcharset\\s*=\\s*[\"']?([\\w-]+)": "gets the first 1024 bytes",
  "feed-parser/clean-summary.ts \\s*(?:The post .{1,300} (?:appeared first on|first appeared on) .{1,200}|Continue reading.{0,300}|Read more\\W*)$":
    "gets the last 600 characters",
};
const nameOf = ({ file, source }: Expression) => `${file} ${source}`;

const written = sourceFiles.map((file) => ({ file, ...expressionsIn(file) }));

// Expressions that are built while a file is loaded, and while it runs.
vi.resetModules(); // of tests before this one, which have loaded the files already
const recorder = recordExpressions();
afterAll(() => recorder.stop());
for (const { built, file } of written) if (built > 0) await import(join(src, file));
const { compileAll } = await import("../unit/content/sample.ts");
const code = ["```go", "x", "```", "<pre>", "{% a %}", "</pre>", "{% highlight go %}x{% endhighlight %}", "{{< code >}}x{{< /code >}}"];
const formula = "{{< math >}}x{{< /math >}}";
const buttons = ['{{< button href="/a" >}}x{{< /button >}}', '{% button href="/a" %}x{% endbutton %}'];
await compileAll({
  "2024-11-05-dialects.md": '# A\n\n:::tip\nx\n:::\n\n<div markdown="1">\n*b*\n</div>\n',
  "2024-11-06-code.md": `# Code\n\n{% a %}\n\n${[...code, formula, ...buttons].join("\n\n")}\n`,
  "json.md": '---json\n{ "title": "x", "date": "31/02/2024" }\n---\n',
  "yaml.md": "---\ndate: 31/02/2024\n---\n",
  "hexo.md": ';;;\n"title": "x"\n;;;\n',
});
const { renderSamples, awkwardEntries } = await import("../samples.ts");
renderSamples(awkwardEntries);
const { readSettings } = await import("../../src/build/wrangler/settings-file.ts");
const { parseWranglerFile } = await import("../../src/build/wrangler/wrangler-file.ts");
readSettings(parseWranglerFile('[vars.SITE]\ntitle = ""\n', "wrangler.toml"), "");
readSettings(parseWranglerFile("[vars]\nSITE = 5\n", "wrangler.toml"), "");
const { editSettings } = await import("../../src/build/wrangler/edit-settings.ts");
editSettings('[vars.SITE]\ntitle = "x"\n', { title: "y" });
const { verbatimParts } = await import("../../src/import/wordpress/verbatim-parts.ts");
verbatimParts("<pre>x</pre>");
const { nameReader } = await import("../../src/import/generators/hexo/hexo-name.ts");
nameReader(":year-:month-:title.md");
const { pythonExpression } = await import("../../src/import/configuration/python/python-expression.ts");
pythonExpression("(?P<date>\\d{4}-\\d{2}-\\d{2})_(?P<slug>.*)", "u");
const { matchedPart } = await import("../../src/import/generators/astro/astro-params.ts");
matchedPart(["post", "id", "match(/^(\\d{4})-(.+)$/)", "2"], "2024-moon");
const { isListPage } = await import("../../src/import/generators/jekyll/jekyll-list-page.ts");
isListPage("index.html", "Text", ["posts"], () => undefined);
const { fillTags } = await import("../../src/import/template-tags/fill-tags.ts");
fillTags("{% raw %}x{% endraw %}", { values: {}, origin: undefined, runsInCode: false });
const { setKeys } = await import("../../src/content/front-matter/set-keys.ts");
setKeys("---\nfeed: true\n---\n", { feed: false });
setKeys('{ "feed": true }', { feed: false });
setKeys("---js\nconst feed = true;\n---\n", { feed: false });
recorder.stop();

const expressions = new Map(
  [...written.flatMap(({ literals }) => literals), ...recorder.built].map((found) => [`${nameOf(found)} ${found.flags}`, found]),
);

describe("the regular expressions of src/", () => {
  it.each(written.filter(({ built }) => built > 0))("that $file builds are checked", ({ built, file }) => {
    expect(new Set(recorder.built.filter((found) => found.file === file).map(nameOf)).size).toBeGreaterThanOrEqual(built);
  });

  it("take linear time for any input", { timeout: updates ? 3_600_000 : 300_000 }, async () => {
    expect(expressions.size).toBeGreaterThan(300);
    const vulnerable: string[] = [];
    const safe: string[] = [];
    for (const expression of expressions.values()) {
      const digest = digestOf(expression);
      if (checked.has(digest)) {
        safe.push(digest);
        continue;
      }
      const { status, ...found } = await check(expression.source, expression.flags, { timeout: 60_000 });
      if (status === "safe") safe.push(digest);
      else vulnerable.push(`${nameOf(expression)} ${status} ${JSON.stringify(found).slice(0, 300)}`);
    }
    if (updates) writeFileSync(list, `${JSON.stringify({ [version]: [...new Set(safe)].sort() }, undefined, 2)}\n`);
    const unexplained = vulnerable.filter((found) => !Object.keys(reviewed).some((name) => found.startsWith(name)));
    expect(unexplained).toEqual([]);
    // The list must not contain expressions that are gone. Whether the checker reports one depends on its time, too.
    const names = [...expressions.keys()];
    const gone = Object.keys(reviewed).filter((start) => !names.some((name) => name.startsWith(start)));
    expect(gone).toEqual([]);
  });
});
