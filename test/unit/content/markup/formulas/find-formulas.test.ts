import { describe, expect, it } from "vitest";
import { findFormulas } from "../../../../../src/content/markup/formulas/find-formulas.ts";

const texOf = (text: string) => findFormulas(text).map(({ tex }) => tex);

describe("findFormulas() finds", () => {
  it.each([
    ["a $x$ b", ["x"]],
    ["$x*y*z$", ["x*y*z"]],
    [String.raw`$a\,b\\c$`, [String.raw`a\,b\\c`]],
    [String.raw`$a\$b$`, [String.raw`a\$b`]],
    ["($x$), $y$-axis; $n$th, $2$nd, $k$s", ["x", "y", "n", "2", "k"]],
    ["设$x$为$y$。", ["x", "y"]],
    [String.raw`$\{a\}$ and $`.concat("{}^{2}x$"), ["\\{a\\}", "{}^{2}x"]],
    ["$a +\nb$", ["a +\nb"]],
    ["> $a +\n> b$", ["a +\nb"]],
    ["$\\text{if $b$ is}$", ["\\text{if $b$ is}"]],
    ["$1 + 2$, $x$-axis, '$z$', $f'(x)$, $f''$, \"$x_1$\"", ["1 + 2", "x", "z", "f'(x)", "f''", "x_1"]],
    [
      String.raw`$\text{"a" or "}$, ${"$"}{ab \over c}$, $\alpha$`,
      [String.raw`\text{"a" or "}`, String.raw`{ab \over c}`, String.raw`\alpha`],
    ],
    ["$5x + 3$, $3.14$, $x = 5$, $0 < x$", ["5x + 3", "3.14", "x = 5", "0 < x"]],
    ["$$x$$ in a line", ["x"]],
    ["$$\na\n\nb\n$$", ["\na\n\nb\n"]],
    ["- a\n\n  $$\n  b\n    c\n  $$", ["\nb\n  c\n"]],
    ["$`a_b`$", ["a_b"]],
    [String.raw`\(x\) \(a*b*c\) \[x\,y\] \[ \frac12 \]`, ["x", "a*b*c", String.raw`x\,y`, String.raw` \frac12 `]],
    [String.raw`\\(x^2\\) \\[y^2\\]`, ["x^2", "y^2"]],
    ["\\begin{align*}\na &= b \\\\\n\\end{align*}", ["\\begin{align*}\na &= b \\\\\n\\end{align*}"]],
    ["$x$ costs $5 and $y$", ["x", "y"]],
    ["a<b and $x$ and c>d", ["x"]],
    ["It costs \\$5, not $x$", ["x"]],
    ["`$a$ $b$` $c$", ["c"]],
    ["$<b>x</b>$", ["<b>x</b>"]],
    [String.raw`$a \| b$, $|x|$, \(x | y\)`, [String.raw`a \| b`, "|x|", "x | y"]],
    ["| a |\n|---|\n| $a \\| b$ |", ["a | b"]],
    ["> a | b\n> :-:|--\n> $$a_1 \\| b$$ | $`\\\\|x\\\\|`$ \\(P(A\\|B)\\)\n\n$|x|$", ["a_1 | b", "\\|x\\|", "P(A|B)", "|x|"]],
  ])("in %j", (text, expected) => {
    expect(texOf(text)).toEqual(expected);
  });
});

describe("findFormulas() leaves as text", () => {
  it.each([
    "$5 and $10",
    "US$5 and US$10",
    "A$5/NZ$10, 5$ or 10$",
    "$5-$10, $5/$10, $5–$10, ($5)–($10)",
    "$5k to $10k; $1,000.50 or $2m",
    "It costs $5 or 10$.",
    "$5 for one,\nor two for 9$.",
    "$PATH and $HOME",
    "$PATH:$HOME",
    "$HOME/bin:$PATH/x",
    "$".concat("{a}/$", "{b} and $", "{HOME}$", "{PATH}"),
    "$(CC) $(CFLAGS) $(A)/$(B)",
    "$a,$b,$_c",
    "$this->a($b)",
    "$.get($x)",
    "echo $$ and kill $$",
    "from $ to $$ or $$$",
    "$$ (cheap) – $$$ (dear)",
    "$1 and $2, ^foo$|^bar$",
    'Pass $1 "$@" to the script',
    'Run [[ "$x" =~ ^[0-9]+$ ]] or [[ $x =~ ^a$ ]]',
    "Set $".concat("{FOO}; regexp /^\\$[0-9]+$/"),
    'grep "^a_1$" and "b_2$"',
    "Ke$ha and A$AP",
    "\\$a\\$",
    "`$a$`",
    "```\n$a$\n```",
    "~~~\n$$\na\n$$\n~~~",
    "    $a$",
    "<pre>$a$</pre><code>$b$</code><!-- $c$ -->",
    '<i title="$a$">x</i>',
    '<i data-p="$5">a</i><i data-p="9$">',
    "[a](/$x/) and [b](/z$)",
    "- costs $a\n- or b$",
    "a $x\n\ny$ b",
    "| a | b |\n|---|---|\n| $a | b$ |",
    "a | b\n--|--\n$a | b$",
    String.raw`\[sic\] \[1\] \[x\](y) !\[a=b\]`,
    String.raw`\[link\_name\] \[ \] \[a\*b\] \[C:\\dir\]`,
    String.raw`\(not maths\) \(2024\) f\(x, y\)`,
    String.raw`C:\(x86\)`,
    "$$",
    "$",
    "$ $ $",
    "$$\nunclosed\n\ntext",
    "\\begin{align} unclosed",
    "AS $$ BEGIN RETURN END $$ LANGUAGE",
  ])("%j", (text) => {
    expect(texOf(text)).toEqual([]);
  });
});
