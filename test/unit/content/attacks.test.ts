import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/content/compile/article.ts";
import { type CompileOptions, compile } from "../../../src/content/compile/compile.ts";
import { toHtml } from "../../../src/content/html/html.ts";
import { parseHtml } from "../../../src/content/html/parse-html.ts";
import { sanitizeHtml } from "../../../src/content/html/sanitize-html.ts";
import type { CompiledEntry } from "../../../src/model/entry.ts";
import { tagPattern } from "../../../src/pages/content/tag-pattern.ts";
import { pagePolicyInMarkup } from "../../../src/pages/page-policy.ts";
import { stylesheet } from "../../../src/pages/stylesheet.ts";
import { appUnderTest } from "../../app-under-test.ts";
import { attacks } from "../../attacks/attacks.ts";
import { forbiddenIn } from "../../attacks/forbidden.ts";
import { authorsOwn, checkDocument } from "../../judge.ts";
import { noMedia } from "../../no-media.ts";
import { renderSamples, sampleSite } from "../../samples.ts";

const options: CompileOptions = {
  site: sampleSite,
  media: noMedia,
  development: false,
  now: Date.UTC(2025, 0, 1),
};

/** Returns the entries of articles, except those with errors, which are never deployed. */
async function compiled(articles: readonly Article[]): Promise<CompiledEntry[]> {
  const { entries, problems } = await compile(articles, options);
  const faulty = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
  return entries.filter(({ source }) => !faulty.has(`articles/${source}`));
}

function sanitized(html: string): string {
  return toHtml(sanitizeHtml(parseHtml(html), () => {}));
}

function violationsIn(entries: readonly CompiledEntry[]): unknown[] {
  const documents = renderSamples(entries);
  return (["rss", "atom", "json"] as const).flatMap((format) => {
    const url = { rss: "/rss.xml", atom: "/atom.xml", json: "/feed.json" }[format];
    const violations = checkDocument(format, documents[format], sampleSite.url + url, options.now);
    return violations.filter(({ rule }) => !authorsOwn.test(rule));
  });
}

const categories = Object.entries(attacks).map(([category, attacks]) => ({ category, attacks, count: attacks.length }));
const kinds = ["html", "md", "mdx", "txt"] as const;

describe.each(kinds)("as articles in .%s,", (kind) => {
  it.each(categories)("none of the $count attacks by $category leaves forbidden content", async ({ attacks }) => {
    const articles = attacks.map((attack, index) => ({
      source: `a${index}.${kind}`,
      text: `---\ntitle: A${index}\ndate: ${instantOf(index)}\n---\n${attack}`,
    }));
    const entries = await compiled(articles);
    if (kind !== "mdx") expect(entries).toHaveLength(attacks.length); // some texts are invalid MDX
    const attacked = entries.map(({ content, source }) => ({ attack: attacks[Number(/\d+/.exec(source))], content }));
    const forbidden = attacked.map(({ attack, content }) => ({ attack, found: forbiddenIn(content) }));
    expect(forbidden.filter(({ found }) => found.length > 0)).toEqual([]);
    for (const { attack, content } of attacked) {
      expect([attack, sanitized(content), toHtml(parseHtml(content))]).toEqual([attack, content, content]);
    }
    // The page finds every tag: what is between them contains no other.
    expect(attacked.filter(({ content }) => content.replace(tagPattern, "").includes("<"))).toEqual([]);
    for (let index = 0; index < entries.length; index += 20) expect(violationsIn(entries.slice(index, index + 20))).toEqual([]);
  });
});

describe("in every field of the front matter,", () => {
  it.each(categories)("none of the $count attacks by $category gets into a page", async ({ attacks }) => {
    for (const attack of attacks) {
      const fields = {
        title: attack,
        date: "2024-11-06",
        summary: attack,
        categories: [attack],
        author: { name: attack, url: attack, email: attack },
        image: { url: attack, alt: attack },
        enclosure: { url: attack, title: attack },
        slug: attack,
        id: attack,
      };
      const entries = await compiled([{ source: "a.md", text: `---\n${JSON.stringify(fields)}\n---\nText.` }]);
      const { get } = appUnderTest({ entries });
      for (const path of ["/", "/feeds/", ...entries.map(({ path }) => path)]) {
        expect([attack, path, liveIn(await (await get(path)).text())]).toEqual([attack, path, []]);
      }
    }
  });
});

// A minute for each article: two of one second would have the same `updated`.
function instantOf(index: number): string {
  return new Date(Date.UTC(2024, 10, 6, 0, index)).toISOString();
}

/** Returns the active content of a page, except its style sheet and its data. */
function liveIn(page: string): string[] {
  const found: string[] = [];
  let inside = "";
  const parser = new Parser({
    onopentag(name, { href = "", src = "", ...others }) {
      inside = "";
      const isData = name === "script" && others["type"] === "application/ld+json";
      if (/^(?:iframe|object|embed|form|base|svg|math|template|noscript)$/.test(name) || (name === "script" && !isData)) found.push(name);
      if (name === "meta" && "http-equiv" in others && others["content"] !== pagePolicyInMarkup) found.push("http-equiv");
      for (const key of Object.keys(others)) if (/^(?:on|style|srcset|action|formaction)/.test(key)) found.push(`${name} ${key}`);
      for (const url of [href, src]) if (!/^(?:$|#|https?:\/\/|mailto:)/.test(url)) found.push(`${name} ${url}`);
    },
    ontext(text) {
      inside += text;
    },
    onclosetag(name) {
      if (name === "style" && inside !== stylesheet) found.push("another style sheet");
      if (name === "script") JSON.parse(inside);
      inside = "";
    },
    oncomment: (text) => found.push(`<!--${text}-->`),
  });
  parser.end(page);
  return found;
}

describe("liveIn()", () => {
  it("finds forbidden content of a page", () => {
    const page = `<base href=x:y><script>x</script><p onclick=x style=y><style>z</style><!-- x --><img src=data:x><meta http-equiv=refresh>`;
    expect(() => liveIn(page)).toThrow(); // the script is not data
    expect(liveIn(page.replace("<script>x</script>", ""))).toEqual([
      "base",
      "base x:y",
      "p onclick",
      "p style",
      "another style sheet",
      "<!-- x -->",
      "img data:x",
      "http-equiv",
    ]);
  });
});

describe("forbiddenIn()", () => {
  it.each(["elements", "namespaces"])("finds what is wrong with attacks by %s that are markup", (category) => {
    const markup = (attacks[category] ?? []).filter((attack) => /^<[a-z][^<]*>/i.test(attack));
    expect(markup.filter((attack) => forbiddenIn(attack).length === 0)).toEqual([]);
  });

  it("finds nothing in safe content", () => {
    const html = '<h2 id="a-x">Moon</h2>\n<p><a href="https://example.com/">a</a> <code class="language-ts">b</code><br></p>';
    expect(forbiddenIn(html)).toEqual([]);
  });
});
