import type { Article } from "../../src/content/compile/article.ts";
import fc from "../fast-check.ts";
import { anyText } from "./arbitrary-text.ts";

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

const fields = fc
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
      updated: fc.constantFrom("2024-11-07", "2024-11-07", "2024-12-31T23:59:60Z", "2023-01-01"),
      excerpt_separator: yamlValue,
      draft: fc.constantFrom("true", "false", "maybe"),
    },
    { requiredKeys: [] },
  )
  .map((fields) => Object.entries(fields).map(([key, value]) => `${key}: ${value}`));

const ending = fc.constantFrom("md", "html", "txt", "mdx");

/** Articles of any format with any text. */
export const anyArticles: fc.Arbitrary<Article[]> = fc
  .array(fc.record({ fields, body: anyText, ending }), { minLength: 1, maxLength: 3 })
  .map((articles) =>
    articles.map(({ fields, body, ending }, index) => ({
      source: `a${index}.${ending}`,
      text: ["---", `date: 2024-11-0${index + 1}`, ...fields, "---", body].join("\n"),
    })),
  );

const anyKey = fc.oneof(
  fc.constantFrom("title", "date", "tags", "author", "__proto__", "constructor", "toString", "params", "extra", "taxonomies", "header"),
  anyText,
);
const dictionaries = fc.letrec<{ value: unknown; table: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(anyText, fc.constantFrom("2024-11-06", "true", "null", "~")),
    fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.constantFrom(1e300, -0.5)),
    fc.array(tie("value"), { maxLength: 4 }),
    tie("table"),
  ),
  table: fc.dictionary(anyKey, tie("value"), { maxKeys: 5, noNullPrototype: true }),
}));

// JSON is valid YAML, too.
const someFrontMatter = fc.oneof(
  dictionaries.table.map((table) => `---\n${JSON.stringify(table)}\n---`),
  dictionaries.table.map((table) => JSON.stringify(table, null, 2)),
  fields.map((lines) => ["---", ...lines, "---"].join("\n")),
  fc.tuple(fc.constantFrom("---", "+++", "---yaml", ";;;"), anyText).map(([fence, text]) => `${fence}\n${text}\n${fence}`),
  fc.array(fc.tuple(anyKey, anyText), { maxLength: 5 }).map((pairs) => {
    const lines = pairs.map(([key, value]) => `${JSON.stringify(key)} = ${JSON.stringify(value)}`);
    return ["+++", ...lines, "+++"].join("\n");
  }),
  fc.constantFrom(
    "",
    "---\na: &a [*a]\n---",
    "---\na: &a\n  b: *a\n---",
    `---\n${"a:\n ".repeat(50)}\n---`,
    `---\na: ${"[".repeat(3000)}\n---`,
    "---\n<<: {title: x}\n? [a]\n: b\n!!js/function x: y\n---",
    "+++\na = 1\na = 2\n+++",
    '+++\n[a]\nb.c = "x"\n[[a.b]]\n+++',
  ),
);

// Any valid file name.
const someName = fc.oneof(
  fc.constantFrom("a", "2024-11-06-a", "2024-02-31-b", "index", "index.de", "a.de", "a.xx", "_posts/2024-1-6-c", "_drafts/d", "__proto__"),
  anyText.map(
    (text) =>
      text
        .replace(/[/\u0000]/g, "")
        .toWellFormed()
        .slice(0, 200) || "x",
  ),
);

/** Any files: with any name, and anything in place of front matter. */
export const anyFiles: fc.Arbitrary<Article[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.oneof(
        someName,
        fc.tuple(someName, someName).map((names) => names.join("/")),
      ),
      ending,
      someFrontMatter,
      anyText,
    )
    .map(([name, ending, frontMatter, body]) => ({ source: `${name}.${ending}`, text: `${frontMatter}\n${body}` })),
  { selector: ({ source }) => source, maxLength: 4 },
);
