import { full, type HostileArticle, type HostileArticles, nested, numbered } from "./hostile-article.ts";

const yaml =
  (source: HostileArticle): HostileArticle =>
  (bytes) =>
    `---\n${source(bytes)}\n---\nText.\n`;
const toml =
  (source: HostileArticle): HostileArticle =>
  (bytes) =>
    `+++\n${source(bytes)}\n+++\nText.\n`;
const terms = numbered((index) => `t${index},`);

/** Articles with front matter. */
export const frontMatter: HostileArticles = {
  "unknown keys of YAML": yaml(numbered((index) => `k${index}: v\n`)),
  "unknown keys of TOML": toml(numbered((index) => `k${index} = "v"\n`)),
  "unknown keys of JSON": (bytes) => `{\n${numbered((index) => `"k${index}": "v",\n`)(bytes)}"a": 1\n}\n\nText`,
  "unknown keys of Hexo": (bytes) => `;;;\n${numbered((index) => `"k${index}": "v",\n`)(bytes)}"a": 1\n;;;\nText`,
  "a long key": yaml((bytes) => `${full("k")(bytes)}: v`),
  "one key again and again": yaml(full("a: b\n")),
  "lists in lists": yaml((bytes) => `a: ${nested("[", "]", "")(bytes)}`),
  "lists without an end": yaml((bytes) => `a: ${full("[")(bytes)}`),
  "tables in tables": yaml((bytes) => `a: ${nested("{a: ", "}", "b")(bytes)}`),
  "lists in lists on a line": yaml((bytes) => `a:\n  ${full("- ")(bytes)}b`),
  "ever more indented keys": yaml(numbered((index) => `${" ".repeat(index)}a:\n`)),
  items: yaml((bytes) => `a:\n${full("- b\n")(bytes)}`),
  "aliases of aliases": yaml(() => {
    const levels = Array.from({ length: 20 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`)}]\n`);
    return `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${levels.join("")}`;
  }),
  "aliases of a long list": yaml((bytes) => `a: &a [${full("x,")(bytes)}]\nb: [${Array(90).fill("*a")}]`),
  anchors: yaml(numbered((index) => `a${index}: &a${index} b\n`)),
  aliases: yaml((bytes) => `a: &a b\n${numbered((index) => `a${index}: *a\n`)(bytes)}`),
  documents: yaml(full("...\na: b\n")),
  "control characters": yaml((bytes) => `a: "${full("\\u0007")(bytes)}"`),
  "text without an end": yaml((bytes) => `a: "${full("a\n")(bytes)}`),
  lines: yaml((bytes) => `title: >\n${full("  b\n")(bytes)}`),
  comments: yaml(full("# a\n")),
  tags: yaml((bytes) => `tags: [${terms(bytes)}]`),
  "tags in a text": yaml((bytes) => `tags: "${terms(bytes)}"`),
  authors: yaml((bytes) => `authors: [${terms(bytes)}]`),
  addresses: yaml((bytes) => `aliases: [${numbered((index) => `/t${index},`)(bytes)}]`),
  "a long title": yaml((bytes) => `title: ${full("a ")(bytes)}`),
  "a long slug": yaml((bytes) => `slug: ${full("a/")(bytes)}`),
  "a slug of hyphens": yaml((bytes) => `slug: "${full("-")(bytes)}"`),
  "a long slug before many headings": (bytes) => `---\nslug: ${full("a")(bytes / 2)}\n---\n${full("# a\n")(bytes / 2)}`,
  "a long identity": yaml((bytes) => `id: ${full("a")(bytes)}`),
  "a long path": yaml((bytes) => `permalink: /${full("a")(bytes)}`),
  "a long title again and again in a path": yaml(
    (bytes) => `title: ${full("a")(bytes / 2)}\npermalink: /${full(":slugortitle/")(bytes / 2)}`,
  ),
  "a long date": yaml((bytes) => `date: ${full("2024 ")(bytes)}`),
  "a sign between summary and text": (bytes) => `---\nexcerpt_separator: ${full("a")(bytes / 2)}b\n---\n${full("a")(bytes / 2)}`,
  "no end": (bytes) => `---\n${full("a: b\n")(bytes)}`,
  "no beginning": (bytes) => `title: a\n${full("a: b\n")(bytes)}---\nText`,
  "values with colons": yaml((bytes) => `a: ${full("b: ")(bytes)}`),
  "tables of TOML": toml(numbered((index) => `[t${index}]\n`)),
  "tables of TOML in tables": toml((bytes) => `${full("a.")(bytes)}b = 1`),
  "tables of TOML in lists": toml(full("[[a]]\n")),
  "lists of TOML in lists": toml((bytes) => `a = ${nested("[", "]", "")(bytes)}`),
  "numbers of TOML": toml((bytes) => `a = [${full("1,")(bytes)}]`),
  "text of TOML without an end": toml((bytes) => `title = """${full("a\n")(bytes)}`),
  "lists of JSON in lists": (bytes) => `{\n"a": ${nested("[", "]", "")(bytes)}\n}\n\nText`,
  "a list of JSON without an end": (bytes) => `{\n"a": [${full("1,")(bytes)}]\n}\n\nText`,
  "braces that are not JSON": (bytes) => `{"${full("a{")(bytes)}`,
};

/** Articles in plain text. */
export const plainText: HostileArticles = {
  lines: full("a\n"),
  paragraphs: full("a\n\n"),
  "what is left out": full("Advertisement\n\n"),
  "one word": full("a"),
  "what may be left out": full(`more from ${"a".repeat(30)}\n\n`),
  "zero bytes": full("\0\n"),
  "days that do not exist": full("31 February 2024 "),
};
