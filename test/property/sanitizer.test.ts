import { describe, expect } from "vitest";
import { compile } from "../../src/content/compile/compile.ts";
import { toHtml } from "../../src/content/html/html.ts";
import { parseHtml } from "../../src/content/html/parse-html.ts";
import { sanitizeHtml } from "../../src/content/html/sanitize-html.ts";
import { attacks } from "../attacks/attacks.ts";
import { forbiddenIn } from "../attacks/forbidden.ts";
import fc from "../fast-check.ts";
import { checkHtml } from "../judge.ts";
import { noMedia } from "../no-media.ts";
import { sampleSite } from "../samples.ts";
import { anyText, cleaned } from "./arbitrary-text.ts";
import { law } from "./law.ts";

const names = `a annotation-xml applet area article audio b base blockquote body br button caption center code col colgroup dd desc
  details dialog div dl dt em embed figcaption figure font foreignObject form frame frameset h1 h6 head hr html i iframe image img input
  isindex li link listing malignmark marquee math menu meta mglyph mi mo mtext nobr noembed noframes noscript object ol optgroup option p
  param picture plaintext pre q rb rp rt rtc ruby s script section select source span strong style sub summary sup svg table tbody td
  template textarea tfoot th thead title tr track tt u ul use var video wbr x-y xmp`.split(/\s+/);
const keys = `action align alt checked class color colspan data dir encoding formaction headers height href http-equiv id is lang name
  onclick onerror open poster rel shadowrootmode slot span src srcdoc srcset start style title type value width xlink:href xmlns`.split(
  /\s+/,
);
const values = ["x", "", "javascript:attack()", "https://example.com/", "//evil.example/", "data:text/html,x", "text/html", "checkbox"];

const someAttribute = fc
  .tuple(fc.constantFrom(...keys), fc.oneof(fc.constantFrom(...values), anyText), fc.constantFrom('"', "'", "", "`"))
  .map(([key, value, quote]) => ` ${key}=${quote}${quote === "" ? value.replace(/\s/g, "") : value.replaceAll(quote, "")}${quote}`);
const someTag = fc
  .tuple(
    fc.constantFrom("<", "<", "</"),
    fc.constantFrom(...names),
    fc.array(someAttribute, { maxLength: 2 }),
    fc.constantFrom(">", ">", "/>", "\n>"),
  )
  .map(([open, name, attributes, close]) => open + name + (open === "<" ? attributes.join("") : "") + close);
const someAttack = fc.constantFrom(
  ...Object.values(attacks)
    .flat()
    .filter(({ length }) => length < 400),
);
const partOfAttack = fc
  .tuple(someAttack, fc.nat({ max: 400 }), fc.nat({ max: 400 }))
  .map(([attack, from, length]) => attack.slice(from % attack.length, (from % attack.length) + length));

/** Any markup: tags in any order, attacks and pieces of them, and difficult cases for parsers. */
const anyHtml: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: someTag },
      { weight: 1, arbitrary: someAttack },
      { weight: 2, arbitrary: partOfAttack },
      { weight: 1, arbitrary: anyText },
      {
        weight: 1,
        arbitrary: fc.constantFrom("<!--", "-->", "--!>", "<![CDATA[", "]]>", "<!", "</", "<", ">", '"', "'", "`", "&lt;", "&", "\n\n"),
      },
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(""));

describe("for any HTML", () => {
  law("sanitizing sanitized HTML changes nothing", [anyHtml.map(cleaned)], (html) => {
    const once = sanitized(html);
    expect(sanitized(once)).toBe(once);
    expect(toHtml(parseHtml(once))).toBe(once);
  });

  law(
    "the content of an article in any format is balanced HTML without forbidden elements or attributes",
    [anyHtml, fc.constantFrom("html", "md", "mdx", "txt")],
    async (html, ending) => {
      const article = { source: `a.${ending}`, text: `---\ntitle: A\ndate: 2024-11-06\n---\n${html}` };
      const { entries, problems } = await compile([article], {
        site: sampleSite,
        media: noMedia,
        development: false,
        now: Date.UTC(2025, 0, 1),
      });
      if (problems.some(({ severity }) => severity === "error")) return;
      for (const { content } of entries) {
        expect(forbiddenIn(content)).toEqual([]);
        expect(faultsIn(content)).toEqual([]);
        expect(sanitized(content)).toBe(content);
      }
    },
  );
});

function sanitized(html: string): string {
  return toHtml(sanitizeHtml(parseHtml(html), () => {}));
}

function faultsIn(html: string): string[] {
  const faults: string[] = [];
  checkHtml(html, "content", (rule, _place, message) => faults.push(`${rule} ${message}`));
  return faults;
}
