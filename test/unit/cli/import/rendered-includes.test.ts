import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { describeImport } from "../../../../src/import/import-report.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1, 12);
const config = "title: Harbour\nurl: https://harbour.example\nbaseurl: /log\n";
const figure = [
  "{% comment %} a picture {% endcomment %}",
  "<figure>",
  "",
  '    <img src="{{ include.id | prepend: page.slug | prepend: "/assets/" | append: ".jpg" | absolute_url }}">',
  "    {% if include.caption %}<figcaption>{{ include.caption | markdownify }}</figcaption>{% endif %}",
  "</figure>",
].join("\n");

/** Imports a site of Jekyll with one post, and returns the text of its copy and the report. */
async function copyOf(body: string, files: Readonly<Record<string, string>> = {}, header = "") {
  const folder = makeFolder({
    "old/_config.yml": config,
    "old/_layouts/post.html": "{{ content }}",
    "old/_includes/img.html": figure,
    ...files,
    "old/_posts/2024-01-02-boats.md": `---\ntitle: Boats\nslug: boats\n${header}---\n${body}\n`,
  });
  const result = await importArticles([join(folder, "old")], { site: sampleSite, now, folder: join(folder, "articles"), isDryRun: false });
  const copy = readFileSync(join(folder, "articles/_posts/2024-01-02-boats.md"), "utf8");
  return { text: copy.slice(copy.indexOf("---\n", 4) + 4), report: describeImport(result, "articles", false).join("\n") };
}

const picture = (id: string) => `<figure>\n<img src="/log/assets/boats${id}.jpg">\n</figure>`;

describe("the copy of a text of Jekyll", () => {
  it.each([
    ["an include", '{% include img.html id="1" %}', picture("1")],
    [
      "a caption in Markdown",
      '{% include img.html id="1" caption="*A*" %}',
      picture("1").replace("\n</f", "\n<figcaption><p><em>A</em></p>\n</figcaption>\n</f"),
    ],
    ["an assigned value", '{% assign n = "a,b" | split: "," | last %}\n{% include img.html id=n %}', `\n${picture("b")}`],
    ["a captured text", "{% capture c %}x{% endcapture %}{% include img.html id=c %}", picture("x")],
    ["a captured Markdown", "{% capture c %}*x*{% endcapture %}\n<div>{{ c | markdownify }}</div>", "\n<div><p><em>x</em></p></div>"],
    ["a loop over front matter", "{% for p in page.list %}![]({{ p }})\n{% endfor %}", "![](a.png)\n![](b.png)"],
    ["a loop in a loop", "{% for p in page.list %}{% for n in (1..2) %}{{ n }}{% endfor %}{% endfor %}", "1212"],
    ["an include in code", "```\n{% include_relative side.txt %}\n```", "```\nbeside\n```"],
    ["an include in a branch that is shown", "{% if page.list %}{% include_relative side.txt %}{% endif %}", "beside"],
    ["no include in a branch that is hidden", "a {% if page.none %}{% include_relative side.txt %}{% endif %}b", "a b"],
    [
      "a block in a block of HTML",
      '<div>\n    <div>\n        {% include img.html id="1" %}\n    </div>\n</div>',
      `<div>\n    <div>\n        ${picture("1").replaceAll("\n", "\n        ")}\n    </div>\n</div>`,
    ],
    ["the site's own template of a usual name", "{% include figure.html file='a' %}", "<b>a</b>"],
  ])("has %s", async (_name, body, expected) => {
    const files = { "old/_posts/side.txt": "beside\n", "old/_includes/figure.html": "<b>{{ include.file }}</b>" };
    const { report, text } = await copyOf(body, files, "list: [a.png, b.png]\n");
    expect(text).toBe(`${expected}\n`);
    expect(report).not.toContain("Removed");
  });

  it.each([
    ["whose file is missing", "{% include none.html %}", "{% include %}"],
    ["that shows the posts of the site", "{% include posts.html %}", "{% include %}"],
    ["that is only a script", "{% include script.html %}", "{% include %}"],
  ])("has no include %s, and the report names it", async (_name, body, named) => {
    const files = {
      "old/_includes/posts.html": "{% for p in site.posts %}{{ p.title }}{% endfor %}",
      "old/_includes/script.html": "<script>x</script>",
    };
    const { report, text } = await copyOf(`a\n\n${body}`, files);
    expect(text).toBe("a\n\n\n");
    expect(report).toContain(`Removed ${named}, which only the old generator can run`);
  });

  it("keeps a captured text whose tag is unknown", async () => {
    const { report, text } = await copyOf("{% capture c %}*words*{% endcapture %}\n{% include none.html text=c %}");
    expect(text).toBe("\n*words*\n");
    expect(report).toContain("Removed {% include %}");
  });
});
