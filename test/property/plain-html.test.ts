import { describe, expect, it } from "vitest";
import { findFormulas } from "../../src/content/markup/formulas/find-formulas.ts";
import { hideFormulas } from "../../src/content/markup/formulas/hidden-formulas.ts";
import fc from "../fast-check.ts";
import { compileOne } from "../unit/content/sample.ts";
import { anyText } from "./arbitrary-text.ts";

const number = fc.integer({ min: 0, max: 99_999 });
const amountBefore = fc
  .tuple(
    fc.constantFrom("$", "US$", "A$", "C$", "NZ$", "R$"),
    number,
    fc.constantFrom("", ".50", ",000", "k", "m", " million", "+", "%", "/year", " USD"),
  )
  .map((parts) => parts.join(""));
const amountAfter = number.map((value) => `${value}$`);
const words = fc.constantFrom(
  " and ",
  " or ",
  " to ",
  "-",
  "–",
  "/",
  ", ",
  " (about ",
  ") per kilo, ",
  ". It costs ",
  "\nfor ",
  " — ",
  ": ",
);
const variable = fc.constantFrom("$HOME", "$PATH", "$HOME/bin", `$${"{a}"}`, "$(CC)", "$1", "$_x", "$$", "$x->y");
const shellGlue = fc.constantFrom(" ", ":", "/", " and ", " > ", "; echo ", ",");

const sentence = (part: fc.Arbitrary<string>, glue: fc.Arbitrary<string>) =>
  fc
    .tuple(part, fc.array(fc.tuple(glue, part), { maxLength: 5 }))
    .map(([first, others]) => `It is ${first}${others.map(([before, one]) => before + one).join("")} here.`);

describe("findFormulas()", () => {
  it("leaves amounts of money as text", () => {
    fc.assert(
      fc.property(fc.oneof(sentence(amountBefore, words), sentence(amountAfter, words)), (text) => {
        expect(findFormulas(text)).toEqual([]);
      }),
    );
  });

  it("leaves variables of a shell as text", () => {
    fc.assert(
      fc.property(sentence(variable, shellGlue), (text) => {
        expect(findFormulas(text)).toEqual([]);
      }),
    );
  });

  it("finds a formula between any words, exactly", () => {
    const tex = fc.constantFrom("x", "a_1", "x*y*z", "\\frac{a}{b}", "a\\,b", "a < b", "\\{x\\}", "n+1", "f(x)");
    const texts = fc.array(fc.tuple(tex, fc.constantFrom(" and ", ", ", ". Then ", " (see ", "-")), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = `Let ${parts.map(([one, after]) => `$${one}$${after}`).join("")} end`;
        expect(findFormulas(text).map(({ tex }) => tex)).toEqual(parts.map(([one]) => one));
      }),
    );
  });

  it("returns formulas in order, each with its own text", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'$$\\()[]{}ab`<>="\n |-_^ 1') })), (text) => {
        let end = 0;
        for (const formula of findFormulas(text)) {
          expect(formula.start).toBeGreaterThanOrEqual(end);
          expect(formula.end).toBeGreaterThan(formula.start);
          end = formula.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        const hidden = hideFormulas(text);
        if (hidden !== undefined) expect(hidden.text.split("\n")).toHaveLength(text.split("\n").length);
      }),
    );
  });
});

describe("a picture of an article", () => {
  const address = fc.constantFrom(
    "https://e.org/a.png",
    "b.png",
    "data:image/png;base64,AAAA",
    "{{ x }}",
    "undefined",
    "blob:x",
    "",
    "//e.org/c.jpg",
    "javascript:x()",
    "https://[",
  );
  const attribute = fc.tuple(fc.constantFrom("src", "data-src", "data-lazy-src", "srcset", "data-srcset", "data-original"), address);
  const image = fc.array(attribute, { maxLength: 3 }).map((list) => `<img ${list.map(([name, value]) => `${name}="${value}"`).join(" ")}>`);
  const html = fc.oneof(
    image,
    image.map((one) => `<picture><source srcset="{{ y }} 2x, , 3w">${one}</picture>`),
    image.map((one) => `<figure>${one}<noscript>${one}</noscript></figure>`),
    image.map((one) => `<object data="x">${one}</object>`),
  );

  it("is in the content or in a warning", async () => {
    await fc.assert(
      fc.asyncProperty(html, async (picture) => {
        const { content, problems } = await compileOne(`<p>a</p>${picture}`, "2024-11-06-moon.html");
        if (!/<img[^>]* src="https?:/.test(content)) expect(problems.join("\n")).toContain("Cannot show the picture");
      }),
      { numRuns: 200 },
    );
  });
});
