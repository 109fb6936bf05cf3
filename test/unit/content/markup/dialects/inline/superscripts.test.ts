import { describe, expect, it } from "vitest";
import { drawn } from "../drawn.ts";

describe.each(["md", "mdx"])("superscripts and subscripts in .%s", (markup) => {
  it.each([
    ["P~a\\ cat~, e^i\\ pi^", "P<sub>a cat</sub>, e<sup>i pi</sup>"],
    ["^14^C, (^235^U), ^99m^Tc, ^3^He/^4^He", "<sup>14</sup>C, (<sup>235</sup>U), <sup>99m</sup>Tc, <sup>3</sup>He/<sup>4</sup>He"],
    ["^14^~6~C, ~6~^14^C", "<sup>14</sup><sub>6</sub>C, <sub>6</sub><sup>14</sup>C"],
    ["SO~4~^2-^, x^2^~i~", "SO<sub>4</sub><sup>2-</sup>, x<sup>2</sup><sub>i</sub>"],
    ["x^*n*^, x^`i`^, *x*^2^", "x<sup><em>n</em></sup>, x<sup><code>i</code></sup>, <em>x</em><sup>2</sup>"],
    ["Smith^†^, Jones^\\*^, word^\\[1\\]^", "Smith<sup>†</sup>, Jones<sup>*</sup>, word<sup>[1]</sup>"],
    ["Na^+^, Cl^-^ and H^+^.", "Na<sup>+</sup>, Cl<sup>-</sup> and H<sup>+</sup>."],
    ["Na^+^Cl^-^, (OH^−^), e^-^/e^+^, π^±^", "Na<sup>+</sup>Cl<sup>-</sup>, (OH<sup>−</sup>), e<sup>-</sup>/e<sup>+</sup>, π<sup>±</sup>"],
    ["NH~4~^+^, Fe(CN)^-^, Fe^++^, *e*^-^", "NH<sub>4</sub><sup>+</sup>, Fe(CN)<sup>-</sup>, Fe<sup>++</sup>, <em>e</em><sup>-</sup>"],
    ["A^T^A, (A^T^A)^-1^A^T^b", "A<sup>T</sup>A, (A<sup>T</sup>A)<sup>-1</sup>A<sup>T</sup>b"],
    ["X^T^y, A^-T^B, U^H^U, U^†^U", "X<sup>T</sup>y, A<sup>-T</sup>B, U<sup>H</sup>U, U<sup>†</sup>U"],
    ["10^3^個、a^b^c、10^2^個", "10<sup>3</sup>個、a^b^c、10<sup>2</sup>個"],
    ["Press ^C, then x^2^; a ^b, c^2^", "Press ^C, then x<sup>2</sup>; a ^b, c<sup>2</sup>"],
    ["⟦x⟧^w^, ⟨a⟩^2^ and ⌊b⌋^n^", "⟦x⟧<sup>w</sup>, ⟨a⟩<sup>2</sup> and ⌊b⌋<sup>n</sup>"],
    ["^1^ University of X", "<sup>1</sup> University of X"],
    ["^1,b^ Two *words*", "<sup>1,b</sup> Two <em>words</em>"],
  ])("are in %j", async (text, html) => {
    expect(await drawn(text, markup)).toBe(`<p>${html}</p>`);
  });

  it.each([
    "^_^ ^o^ ^1^ note",
    "a^b c^d",
    "^o^ Hello, ^1^ Hello",
    "^2^ is two, x ^1^ B",
    "^1 ^A",
    "^C and ^X^C; HEAD^ and HEAD^^",
    "^a$ and ^b^",
    "x^™^ a^b\\ c d^",
    "^_^, ^-^ and ^+^",
    "(^-^) ^--^",
    "Hi ^-^ and haha^-^, 하하^-^, 好^-^",
    "a^+b, c^-d",
    "a ^+^ b, x^-^y",
    "Type ^old^new^ to repair, or ^teh^the^ now.",
    "^2023^v2024^ (^a^b^), ^old^new^:p",
    "Type ^old name^new^ now",
    "x^2^y^ and a^b^c^d^",
    "$5^ or 6^, €a^$5^",
  ])("are not in %j", async (text) => {
    expect(await drawn(text, markup)).toBe(`<p>${text}</p>`);
  });

  it("end with a sign that is not escaped", async () => {
    expect(await drawn("x^2\\^ y^3^ x~2\\~ y~3~", markup)).toBe("<p>x^2^ y<sup>3</sup> x~2~ y<sub>3</sub></p>");
  });
});
