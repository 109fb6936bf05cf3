import type { Article } from "../../src/content/article.ts";
import fc from "../fast-check.ts";

// What has broken feeds before, whole and in pieces.
const hostile = [
  "]]>",
  "<![CDATA[",
  "&amp;amp;",
  "&#7;",
  "&#xD800;",
  "&#0;",
  "\u0000",
  "\u0007",
  "\u0085",
  "\uFFFE",
  "\uFFFF",
  "\uFFFD",
  "\uD800",
  "\uDC00",
  "\u2028",
  "\u202E",
  "🐟",
  "مرحبا",
  "<script>alert(1)</script>",
  "<svg onload=alert(1)>",
  "<math><mtext></form><form><mglyph><style></math>",
  '<img src=x onerror="alert(1)">',
  '<a href="java\tscript:alert(1)">',
  "<iframe src=//evil.example>",
  "<p><p>",
  "</p>",
  "<table><td>x",
  "<!--",
  "-->",
  "<?xml version='1.0'?>",
  "<!DOCTYPE html>",
  "<base href=//evil.example/>",
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  "<template><p>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<style>*{}</style>",
  '<p style="background:url(x)">',
  "<video controls src=a.mp4><source src=b.mp4>",
  "<input type=checkbox checked>",
  "<select><option>x",
  "<textarea></p>",
  "<title></title>",
  "# Heading",
  "## Two\n",
  "- [x] task",
  "| a | b |\n|---|--:|\n| 1 | 2 |",
  "```js\nlet a = '<b>';\n```",
  "[^1]\n\n[^1]: note",
  "[a](b.md#c)",
  "![p](p.png)",
  "[x](<//evil.example>)",
  "[y](#z)",
  "<details open><summary>s",
  "Advertisement",
  "\n\n",
  "\r\n",
  "---\n",
  "+++\n",
  "$",
  "\\",
  "`",
  "*_~",
];

/** Text of any characters at all, lone surrogates too, with pieces that are known to break things. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...hostile) },
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.lorem({ maxCount: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(""));

const yamlValue = anyText.map((text) => JSON.stringify(text));

const elsewhere = fc.constantFrom('"https://cdn.example/a.png"', '"https://cdn.example/a b.mp3?c&d=<"', '"//cdn.example/film.mp4"');

const number = fc.oneof(
  yamlValue,
  fc.constantFrom("0", "-1", "1.5", "1e21", "99999999999999999999", '"1:02:03"'),
  fc.nat().map((value) => String(value)),
);

function yamlTable(values: Readonly<Record<string, string>>): string {
  return `{${Object.entries(values)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")}}`;
}

const frontMatter = fc
  .record(
    {
      title: yamlValue,
      summary: yamlValue,
      id: yamlValue,
      slug: yamlValue,
      permalink: yamlValue,
      tags: fc.array(yamlValue, { maxLength: 3 }).map((tags) => `[${tags.join(", ")}]`),
      author: fc.oneof(
        yamlValue,
        yamlValue.map((name) => `{name: ${name}, url: ${name}, email: ${name}}`),
      ),
      image: fc.oneof(yamlValue, elsewhere),
      enclosure: fc
        .record({ url: fc.oneof(yamlValue, elsewhere), length: number, duration: number, title: yamlValue })
        .chain(({ url, ...rest }) => fc.constantFrom(yamlTable({ url, ...rest }), yamlTable({ url, type: rest.title }))),
      episode: number,
      season: number,
      episodeType: fc.constantFrom("full", "Bonus", "x"),
      explicit: fc.constantFrom("true", "no", "x"),
      language: fc.constantFrom("ar", "de", "x", '"zh-Hans"', "\u0000"),
      aliases: yamlValue,
      updated: fc.constantFrom("2024-11-07", "x", "2023-01-01"),
    },
    { requiredKeys: [] },
  )
  .map((fields) => Object.entries(fields).map(([key, value]) => `${key}: ${value}`));

/** Articles of any kind with any text in them. */
export const anyArticles: fc.Arbitrary<Article[]> = fc
  .array(fc.record({ fields: frontMatter, body: anyText, ending: fc.constantFrom("md", "html", "txt") }), { minLength: 1, maxLength: 3 })
  .map((articles) =>
    articles.map(({ fields, body, ending }, index) => ({
      source: `a${index}.${ending}`,
      text: ["---", `date: 2024-11-0${index + 1}`, ...fields, "---", body].join("\n"),
    })),
  );
