import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { describeIssues } from "../../../src/settings/describe-issues.ts";
import { settingExamples } from "../../../src/settings/setting-examples.ts";
import { siteSchema } from "../../../src/settings/site-settings.ts";
import { tomlValue } from "../../../src/settings/toml-value.ts";

const base = { title: "Moon", author: { name: "Ada" }, podcast: { category: "Arts", email: "ada@example.com" } };

/** The settings with a key of a table, or of a table in it. */
function withValue([key = "", ...rest]: readonly string[], value: unknown, table: object = base): object {
  const fields = table as Readonly<Record<string, object>>;
  return { ...fields, [key]: rest.length === 0 ? value : withValue(rest, value, fields[key] ?? {}) };
}

function messagesAt(path: readonly string[], value: unknown): string[] {
  const settings = withValue(path, value);
  return describeIssues(siteSchema.safeParse(settings).error?.issues ?? [], settings).map(({ message }) => message);
}

/** The messages about a value in TOML. */
function messages(name: string, toml: string): string[] {
  return messagesAt(name.split("."), parse(`value = ${toml}`)["value"]);
}

const { author, podcast } = siteSchema.shape;
const keys = [
  ...Object.keys(siteSchema.shape),
  ...Object.keys(author.shape).map((key) => `author.${key}`),
  ...Object.keys(podcast.unwrap().shape).map((key) => `podcast.${key}`),
];

describe("settingExamples", () => {
  it("has an example of every key, which is valid", () => {
    expect(Object.keys(settingExamples).sort()).toEqual(keys.sort());
    for (const [name, example] of Object.entries(settingExamples)) expect([name, messagesAt(name.split("."), example)]).toEqual([name, []]);
  });
});

describe("describeIssues()", () => {
  const wrong = [
    ...['"lots of it"', '""', '"1"', "5", "-1", "2.5", "1e9", "inf", "nan", "true", "false"],
    ...["[]", '["a", "b"]', "[[1], [2]]", '[{ name = "a" }]', "{}", "{ a = { b = { c = 1 } } }", "{ a = [] }", '{ a = "b" }'],
    ...["2024-11-06", "2024-11-06T01:02:03Z", "2024-11-06T01:02:03", "01:02:03"],
  ];
  const stock = /invalid|expected|received|input|too (?:small|big)|option:|unrecognized|string|boolean|object|array|record|undefined|NaN/i;

  it.each([
    ...keys,
    "podcast.funding.0.url",
    "podcast.persons.0",
    "redirects./old",
    "slugs.C#",
    "selections.categories/links",
    "selections.categories/links.listed",
  ])("names %s, the value and a remedy for every wrong value", (name) => {
    let count = 0;
    for (const toml of wrong) {
      for (const message of messages(name, toml)) {
        count++;
        const shown = tomlValue(parse(`value = ${toml}`)["value"]);
        const [, subject = "", reason = ""] = /^Cannot (?:use|find) (.*?): (.+)$/s.exec(message) ?? [];
        expect(subject, message).toMatch(new RegExp(`^key "|^${name.split(".")[0]}`));
        if (message.startsWith("Cannot use ") && !message.startsWith("Cannot use key ") && subject.startsWith(`${name} `))
          expect(subject).toBe(`${name} ${shown}`);
        expect(reason, message).toMatch(/write |add |such as |did you mean |leave out |not known|empty: |see https:|one of |not a path/);
        expect(message.replaceAll(shown, "")).not.toMatch(stock);
      }
    }
    expect(count).toBeGreaterThan(wrong.length / 3);
  });

  it.each([
    ["author", '"Ada"', 'Cannot use author "Ada": write author = { name = "Ada" }'],
    ["author", '["Ada"]', 'Cannot use author ["Ada"]: write author = { name = "Ada" }'],
    ["author", '[{ name = "Ada" }]', 'Cannot use author [{ name = "Ada" }]: write author = { name = "Ada" }'],
    [
      "podcast.funding",
      '"https://a.example"',
      'Cannot use podcast.funding "https://a.example": write a list in brackets, such as funding = [{ url = "https://example.com/support", text = "Support us" }]',
    ],
    [
      "podcast.persons",
      '[{ name = "Ada", img = "a.png" }]',
      'Cannot use podcast.persons.0.img "a.png": not an absolute http(s) URL, such as "https://example.com"',
    ],
    ["podcast.persons", '["Ada"]', 'Cannot use podcast.persons.0 "Ada": write a table, such as { name = "Ada" }'],
    ["author", "5", 'Cannot use author 5: write a table, such as author = { name = "Ada" }'],
    ["author", "2024-11-06", 'Cannot use author 2024-11-06: write a table, such as author = { name = "Ada" }'],
    ["author", "{}", 'Cannot find author.name: add name = "Ada"'],
    ["author.name", "5", 'Cannot use author.name 5: write name = "5"'],
    ["author.email", "[]", 'Cannot use author.email []: write a text in quotes, such as email = "ada@example.com"'],
    ["author.url", '"ada.example/me"', 'Cannot use author.url "ada.example/me": write url = "https://ada.example/me"'],
    ["title", "2024", 'Cannot use title 2024: write title = "2024"'],
    ["title", "2024-11-06", 'Cannot use title 2024-11-06: write title = "2024-11-06"'],
    ["title", '["Moon"]', 'Cannot use title ["Moon"]: write title = "Moon"'],
    ["title", '["Moon", "Sea"]', 'Cannot use title ["Moon", "Sea"]: write a text in quotes, such as title = "My site"'],
    ["title", '""', 'Cannot use title "": empty: a feed needs a title'],
    ["description", "{}", 'Cannot use description {}: write a text in quotes, such as description = "News and notes"'],
    ["url", '"moon.example"', 'Cannot use url "moon.example": write url = "https://moon.example"'],
    [
      "url",
      '"https://moon.example/blog"',
      'Cannot use url "https://moon.example/blog": it is more than an origin; write url = "https://moon.example"',
    ],
    ["limit", '"20"', 'Cannot use limit "20": write limit = 20'],
    ["limit", '"many"', 'Cannot use limit "many": write a whole number, such as limit = 20'],
    ["limit", "2.5", "Cannot use limit 2.5: write a whole number, such as limit = 20"],
    ["limit", "inf", "Cannot use limit inf: write a whole number, such as limit = 20"],
    ["limit", "0", "Cannot use limit 0: write 1 or more"],
    ["limit", "1001", "Cannot use limit 1001: write 1000 or less"],
    ["gzip", '"no"', 'Cannot use gzip "no": write gzip = false'],
    ["gzip", "1", "Cannot use gzip 1: write gzip = true"],
    ["gzip", '"perhaps"', 'Cannot use gzip "perhaps": write true or false, such as gzip = true'],
    ["ids", '"jekyll"', 'Cannot use ids "jekyll": write ids = "addresses" or ids = "jekyll-feed"'],
    ["permalink", '"articles/:slug"', 'Cannot use permalink "articles/:slug": write permalink = "/articles/:slug"'],
    ["redirects", '["/old"]', 'Cannot use redirects ["/old"]: write a table, such as redirects = { "/old" = "/new" }'],
    ["redirects./old", "5", 'Cannot use redirects./old 5: write a text in quotes, such as "/old" = "/new"'],
    ["redirects./old", '["/new"]', 'Cannot use redirects./old ["/new"]: write "/old" = "/new"'],
    [
      "selections.links",
      "{ listed = false }",
      'Cannot use selections.links { listed = false }: no path of a category, an author or a language without slashes at its ends, such as "categories/links"',
    ],
    [
      "selections.categories/links",
      "false",
      'Cannot use selections.categories/links false: write a table, such as "categories/links" = { listed = false }',
    ],
    ["selections.categories/links.listed", '"no"', 'Cannot use selections.categories/links.listed "no": write listed = false'],
    ["selections.categories/links.listd", "false", 'Cannot use key "listd": it is not known; did you mean "listed"?'],
    ["slugs.C#", "5", 'Cannot use slugs.C# 5: write "C#" = "5"'],
    ["podcast", "true", 'Cannot use podcast true: write a table, such as podcast = { category = "Technology", email = "ada@example.com" }'],
    ["podcast.category", "[1, 2]", 'Cannot use podcast.category [1, 2]: write a text in quotes, such as category = "Technology"'],
    ["podcast.type", "5", 'Cannot use podcast.type 5: write a text in quotes, such as type = "episodic"'],
    ["podcast.type", '"daily"', 'Cannot use podcast.type "daily": write type = "episodic" or type = "serial"'],
    ["podcast.explicit", '"yes"', 'Cannot use podcast.explicit "yes": write explicit = true'],
  ])("describes %s = %s", (name, toml, expected) => {
    expect(messages(name, toml)).toEqual([expected]);
  });

  it("proposes a value only if it is valid", () => {
    for (const name of keys)
      for (const toml of wrong)
        for (const message of messages(name, toml)) {
          const [, key = "", value = ""] = /: write ([\w-]+) = (.+?)(?: or .*)?$/s.exec(message) ?? [];
          if (key !== "") expect([message, messages(name, value)]).toEqual([message, []]);
        }
  });
});
