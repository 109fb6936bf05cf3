import { describe, expect, it } from "vitest";
import { plain } from "./plain-html.ts";

const tex = String.raw`\frac13 a\,b\\ c_1*d*`;
const math = (attributes = "") =>
  `<math${attributes}><semantics><mfrac><mn>1</mn><mn>3</mn></mfrac><annotation encoding="application/x-tex">${tex}</annotation></semantics></math>`;
const drawn = '<span class="katex-html" aria-hidden="true"><span class="mord">3</span><span class="mord">1</span></span>';
const third = "<math><mfrac><mn>1</mn><mn>3</mn></mfrac></math>";

describe("makePlain() keeps the TeX of formulas to the letter", () => {
  it.each([
    ["MathML with an annotation", `<p>a ${math()} b</p>`, `<p>a <code>${tex}</code> b</p>`],
    ["MathML with an annotation in other words", `<p>${math().replace("application/x-tex", "LaTeX")}</p>`, `<p><code>${tex}</code></p>`],
    ["MathML with alttext", '<p><math alttext="x^2"><mi>x</mi><mn>2</mn></math></p>', "<p><code>x^2</code></p>"],
    ["displayed MathML", math(' display="block"'), `<pre><code>${tex}</code></pre>`],
    [
      "KaTeX",
      `<p>a <span class="katex"><span class="katex-mathml">${math()}</span>${drawn}</span> b</p>`,
      `<p>a <code>${tex}</code> b</p>`,
    ],
    [
      "displayed KaTeX",
      `<span class="katex-display"><span class="katex">${math()}${drawn}</span></span>`,
      `<pre><code>${tex}</code></pre>`,
    ],
    [
      "a drawing without classes next to its MathML",
      `<p><span>${math()}</span> <span aria-hidden="true">31</span></p>`,
      `<p><span><code>${tex}</code></span> </p>`,
    ],
    [
      "MathJax 2",
      `<p><span class="MathJax_Preview">31</span><span class="MathJax" role="presentation">31</span> <script type="math/tex">${tex}</script> b</p>`,
      `<p> <code>${tex}</code> b</p>`,
    ],
    [
      "displayed MathJax 2",
      `<div class="MathJax_Display"><span class="MathJax">31</span></div><script type="math/tex; mode=display">a < b</script>`,
      "<pre><code>a &#x3C; b</code></pre>",
    ],
    ["kramdown's script", `<script type="math/tex; mode=display">% <![CDATA[\nx < y %]]></script>`, "<pre><code>x &#x3C; y</code></pre>"],
    [
      "MathJax 3",
      `<p><mjx-container><svg></svg><mjx-assistive-mml>${math()}</mjx-assistive-mml></mjx-container></p>`,
      `<p><code>${tex}</code></p>`,
    ],
    [
      "MathJax 4",
      '<p><mjx-container><mjx-math data-latex="x_1"><mjx-c class="c"></mjx-c></mjx-math></mjx-container></p>',
      "<p><code>x_1</code></p>",
    ],
    [
      "Wikipedia",
      `<p><span class="mwe-math-element"><span>${math()}</span><img src="x.svg" class="mwe-math-fallback-image-inline" alt="y"></span></p>`,
      `<p><code>${tex}</code></p>`,
    ],
    [
      "Wikipedia's picture alone",
      '<p><img class="mwe-math-fallback-image-inline" src="x.svg" alt="{\\displaystyle x}"></p>',
      "<p><code>{\\displaystyle x}</code></p>",
    ],
    ["WordPress.com without a text", '<p><img src="//s0.wp.com/latex.php?bg=fff&amp;latex=x%5E2+1"></p>', "<p><code>x^2 1</code></p>"],
    [
      "Google Charts",
      '<p><img src="https://chart.googleapis.com/chart?cht=tx&amp;chl=%5Cfrac{a}{b}" alt="formula"></p>',
      "<p><code>\\frac{a}{b}</code></p>",
    ],
    ["CodeCogs", '<p><img src="https://latex.codecogs.com/svg.image?\\frac{a}{b}"></p>', "<p><code>\\frac{a}{b}</code></p>"],
    ...["equation", "Equation 1", "loss", "\\frac{a}{b}"].map((alt) => [
      `CodeCogs with the alternative text ${alt}`,
      `<p><img src="https://latex.codecogs.com/gif.latex?\\frac{a}{b}" alt="${alt}"></p>`,
      "<p><code>\\frac{a}{b}</code></p>",
    ]),
    [
      "the editor of CodeCogs",
      '<p><img src="https://latex.codecogs.com/png.image?\\inline&space;\\dpi{110}\\bg_white&space;x&plus;\\bar{y}&space;=&space;1" alt="f"></p>',
      "<p><code>x+\\bar{y} = 1</code></p>",
    ],
    ["CodeCogs without TeX", '<p><img src="https://latex.codecogs.com/gif.latex?" alt="x_1"></p>', "<p><code>x_1</code></p>"],
    [
      "WordPress.com with a word",
      '<p><img src="https://s0.wp.com/latex.php?latex=x%5E2&amp;bg=fff" alt="formula" class="latex"></p>',
      "<p><code>x^2</code></p>",
    ],
    ["Zhihu", '<p><img src="https://www.zhihu.com/equation?tex=x_1" alt="[formula]"></p>', "<p><code>x_1</code></p>"],
    ["GitHub", '<p><img src="https://render.githubusercontent.com/render/math?math=x_1"></p>', "<p><code>x_1</code></p>"],
    ["WordPress.com", '<p><img src="https://s0.wp.com/latex.php?latex=x%5E2" alt="x^2" class="latex"></p>', "<p><code>x^2</code></p>"],
  ])("%s", (_, html, expected) => {
    expect(plain(html)).toEqual({ html: expected.replace("a < b", "a &#x3C; b"), warnings: [] });
  });
});

describe("makePlain() writes MathML without TeX as text, with one warning", () => {
  it.each([
    [third, "1/3"],
    ["<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac></math>", "(a + 1)/2"],
    ["<math><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><msub><mi>y</mi><mn>12</mn></msub></math>", "x^2 = y_12"],
    ["<math><msubsup><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>0</mn></mrow><mi>n</mi></msubsup><mi>i</mi></math>", "∑_(i = 0)^ni"],
    ["<math><msqrt><mn>2</mn><mi>x</mi></msqrt></math>", "√(2x)"],
    ["<math><mroot><mn>8</mn><mn>3</mn></mroot></math>", "root(8, 3)"],
    [
      "<math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable></math>",
      "1, 2; 3, 4",
    ],
    ["<math><mi>f</mi><mo>⁡</mo><mfenced><mi>x</mi><mi>y</mi></mfenced></math>", "f(x, y)"],
    ["<math><semantics><mn>7</mn><annotation-xml>8</annotation-xml></semantics></math>", "7"],
  ])("%s", (html, text) => {
    const { html: result, warnings } = plain(`<p>${html}</p>`);
    expect(result).toBe(`<p>${text}</p>`);
    expect(warnings).toEqual([`Cannot find the TeX of a formula: it became ${JSON.stringify(text)}; write it as $…$ or in <code>`]);
  });

  it("and a drawing of numbers in any order as [formula]", () => {
    expect(plain(`<p><span class="katex">${drawn}</span></p>`)).toEqual({
      html: "<p>[formula]</p>",
      warnings: ["Cannot find the TeX of a formula: it shows [formula]; write it as $…$ or in <code>"],
    });
  });

  it.each(["<p>a<math></math></p>", '<p>a<span class="katex"></span></p>'])("but not the empty formula of %s", (html) => {
    expect(plain(html)).toEqual({ html: "<p>a</p>", warnings: [] });
  });
});
