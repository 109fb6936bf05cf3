import { describe, expect, it } from "vitest";
import { withoutEscapes } from "../../../../../src/content/markup/formulas/without-escapes.ts";
import { drawn } from "../dialects/drawn.ts";

const tex = String.raw;

describe("withoutEscapes()", () => {
  it.each([
    [tex`x\_{1} + y\_{2}`, tex`x_{1} + y_{2}`],
    [tex`a^{\*} \log\_{2}`, tex`a^{*} \log_{2}`],
    [tex`y\\\\ z`, tex`y\\ z`],
    [tex`a_1 &= b \\\\ c`, tex`a_1 &= b \\ c`],
    [tex`\\{x\_1\\}`, tex`\{x_1\}`],
    [tex`\text{a\\_b}`, tex`\text{a\_b}`],
  ])("reads %s as %s", (written, formula) => {
    expect(withoutEscapes(written)).toBe(formula);
  });

  it.each([tex`x_{1} + y_{2}`, tex`x_1 + \mathit{a\_b}`, tex`\text{a\_b}`, tex`a \\ b\_1`, tex`\frac{1}{2}, \, \{a\}`, "a * b"])(
    "keeps %s",
    (written) => {
      expect(withoutEscapes(written)).toBe(written);
    },
  );

  it("is applied between doubled brackets only", async () => {
    expect(await drawn(tex`a \\(x\_{1}\\), \(\frac{x\_1}{2}\), $x\_{1}$`)).toBe(
      tex`<p>a <code>x_{1}</code>, <code>\frac{x\_1}{2}</code>, <code>x\_{1}</code></p>`,
    );
    expect(await drawn(tex`\\[ x\_{1} = y\\\\ z \\]`)).toBe(tex`<pre><code>x_{1} = y\\ z</code></pre>`);
  });
});
