import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

async function copy(files: Readonly<Record<string, string>>, target: string) {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])));
  const articles = join(folder, "articles");
  const result = await importArticles([join(folder, "old")], { site: sampleSite, now: 0, folder: articles, isDryRun: false });
  const [, , body] = readFileSync(join(articles, target), "utf8").split(/^(?:---|\+\+\+)$/m);
  return { body: body?.trim(), report: JSON.stringify(result.sites) };
}

const hides = "{{ if .Site.IsServer }}{{ .Inner }}{{ end }}";

describe("copySite() and the shortcodes of Hugo", () => {
  const open = (body: string, templates: Readonly<Record<string, string>>) =>
    copy({ "hugo.toml": 'title = "T"', "content/a.md": `---\ntitle: A\ndate: 2024-01-02\n---\n${body}`, ...templates }, "a.md");

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["{{% private %}}\nSECRET\n{{% /private %}}", { "layouts/shortcodes/private.html": hides }],
    ["{{< private >}}SECRET{{</ private >}}", { "layouts/_shortcodes/private.html": hides }],
    ["{{< aside >}}SECRET{{< /aside >}}", { "themes/t/layouts/shortcodes/aside.html": hides }],
    ['{{< my/aside "a" >}}SECRET{{< / my/aside >}}', { "layouts/shortcodes/my/aside.html": "" }],
    ["{{< aside >}}{{< aside >}}a{{< /aside >}}SECRET{{< /aside >}}", { "layouts/shortcodes/aside.html": hides }],
    ["{{< aside >}}SECRET {{< x >}}a{{< /x >}}{{< /aside >}}", { "layouts/shortcodes/aside.html": hides }],
    ["```\n{{< aside >}}SECRET{{< /aside >}}\n```", { "layouts/shortcodes/aside.html": hides }],
    [
      "{{< aside >}}SECRET{{< /aside >}}",
      { "layouts/shortcodes/aside.html": hides, "themes/t/layouts/shortcodes/aside.html": "{{ .Inner }}" },
    ],
    ["{{< todo >}}SECRET{{< /todo >}}", {}],
    ["{{% if-draft %}}SECRET{{% /if-draft %}}", {}],
    ["{{% comment %}}SECRET{{% /comment %}}", {}],
    ["{{< time.inline >}}SECRET{{< /time.inline >}}", {}],
  ])("leaves out the content of %s", async (body, templates) => {
    const { body: copied, report } = await open(`Before.\n\n${body}\n\nAfter.`, templates);
    expect(copied).toMatch(/^Before\.[\s`]*After\.$/);
    expect(report).toMatch(/Left out the text of a shortcode[^"]*".*SECRET/s);
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["{{< private >}}Text{{< /private >}}", { "layouts/shortcodes/private.html": "<p>{{ .Inner }}{{ now }}</p>" }],
    ["{{< details >}}Text{{< /details >}}", {}],
    ["{{< notice >}}Text{{< /notice >}}", {}],
    ["{{</* private */>}}Text{{</* /private */>}}", { "layouts/shortcodes/private.html": hides }],
    ["{{< private />}} Text {{< private />}}", { "layouts/shortcodes/private.html": hides }],
    ["{{< toc >}} Text", { "layouts/shortcodes/toc.html": "{{ .Page.TableOfContents }}" }],
    [
      "{{< aside >}}Text{{< /aside >}}",
      { "layouts/shortcodes/aside.html": "{{ .Inner }}{{ now }}", "themes/t/layouts/shortcodes/aside.html": hides },
    ],
  ])("keeps %s", async (body, templates) => {
    const { body: copied, report } = await open(body, templates);
    expect([copied, report]).toEqual([body, expect.not.stringContaining("text")]);
  });

  it("names the shortcodes without a template that it keeps", async () => {
    const { body, report } = await open("{{< aside >}}Text{{< /aside >}}", {});
    expect(body).toBe("{{< aside >}}Text{{< /aside >}}");
    expect(report).toContain("Kept the text of the shortcode aside, whose template is not in the folder");
  });
});

describe("copySite() and the shortcodes of Zola", () => {
  const open = (body: string, template: string) =>
    copy(
      {
        "config.toml": 'base_url = "https://example.org"',
        "content/a.md": `+++\ntitle = "A"\ndate = 2024-01-02\n+++\n${body}`,
        "templates/shortcodes/aside.html": template,
      },
      "a.md",
    );

  it.each([
    ["{% aside() %}\nSECRET\n{% end %}", "{# {{ body }} #}"],
    ['{%- aside(a="b") -%}SECRET {% note() %}a{% end %}{%- end -%}', "{% if config.mode %}{{ body }}{% endif %}"],
    ["{% secret() %}SECRET{% end %}", "{{ body }}"],
  ])("leaves out the content of %s", async (body, template) => {
    const { body: copied, report } = await open(`Before.\n\n${body}\n\nAfter.`, template);
    expect(copied).toBe("Before.\n\n\n\nAfter.");
    expect(report).toContain("Left out the text of a shortcode");
  });

  it("keeps what the template shows", async () => {
    const body = '{% aside(a="b") %}Text{% end %}';
    expect((await open(body, "{{ body }}")).body).toBe(body);
  });
});
