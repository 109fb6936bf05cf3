import { describe, expect, it } from "vitest";
import { isCalloutKind, statementKind } from "../../../../../../src/content/markup/dialects/lines/callout-kinds.ts";
import { compileOne } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

const box = (title: string, text = "<p>b</p>", id = "") => `<blockquote><p${id}><strong>${title}</strong></p>${text}</blockquote>`;

describe("theorems and the like", () => {
  it.each([
    ["```{prf:theorem} A *c*\nb\n```", box("Theorem (A <em>c</em>)")],
    [":::{prf:theorem} A\nb\n:::", box("Theorem (A)")],
    [":::{prf:proof}\n:class: dropdown\nb\n:::", box("Proof")],
    ["```{proof}\nb\n```", box("Proof")],
    ['```{theorem, a, name = "A *c*"}\nb\n```', box("Theorem (A <em>c</em>)")],
    ["```{definition, label='a'}\nb\n```", box("Definition")],
    ["```{proof:lemma} A\nb\n```", box("Lemma (A)")],
    ["```{prf:algorithm} A\nb\n```", box("Algorithm (A)")],
    [":::{exercise}\nb\n:::", box("Exercise")],
    [":::{exercise-start} A\n:::\nb\n\n:::{exercise-end}\n:::", `${box("Exercise (A)", "")}<p>b</p>`],
    ["```{solution-start} A b\n```\nb\n```{solution-end}\n```", `${box("Solution (A b)", "")}<p>b</p>`],
    ["::: {.proof}\nb\n:::", box("Proof")],
    ["::: {#thm-a}\n## A $x$\n\nb\n:::", box("Theorem (A <code>x</code>)", "<p>b</p>", ' id="moon-thm-a"')],
    ["::: {#lem-a}\nb\n:::", box("Lemma", "<p>b</p>", ' id="moon-lem-a"')],
    ['::: {.theorem #a name="A"}\nb\n:::', box("Theorem (A)", "<p>b</p>", ' id="moon-a"')],
    ["::: {.example}\nb\n:::", box("Example")],
    ["> [!theorem] A\n> b", box("A")],
    ["::: theorem\nb\n:::", "<p>b</p>"],
    ["::: {.wide}\nb\n:::", "<p>b</p>"],
    ["::: {#thm}\nb\n:::", '<p id="moon-thm">b</p>'],
  ])("have their word in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it.each([
    ["de-AT", "Satz (A)"],
    ["fr", "Théorème (A)"],
    ["ja", "定理 (A)"],
    ["tr", "Theorem (A)"],
  ])("have their word in the language %s", async (language, title) => {
    expect(await drawn("```{prf:theorem} A\nb\n```", "md", language)).toBe(box(title));
  });

  it.each("de es fr it ja ko nl pl pt ru uk zh".split(" "))("have a word for each kind in %s", async (language) => {
    const names = "proof theorem lemma corollary proposition conjecture definition example exercise solution remark".split(" ");
    const others = "algorithm axiom criterion property observation assumption".split(" ");
    const text = [...names, ...others].map((name) => `\`\`\`{prf:${name}}\nb\n\`\`\``).join("\n\n");
    const titles = [...(await drawn(text, "md", language)).matchAll(/<strong>(.*?)<\/strong>/g)].map(([, title]) => title);
    expect(titles).toHaveLength(17);
    expect(titles.filter((title) => /^(?:Theorem|Proof|Criterion|Property|Assumption)$/.test(title ?? ""))).toEqual([]);
  });

  it("lead from a solution to its exercise", async () => {
    const html = await drawn(":::{exercise} A\n:label: a\nb\n:::\n\n:::{solution} a\nc\n:::");
    expect(html).toContain('<strong>Solution (<a href="/moon#moon-a">Exercise (A)</a>)</strong>');
  });

  it.each(["```{solution} a\n:hidden:\nb\n```\n\nc", ":::{solution} a\n:label: d\n:hidden:\nb\n:::\n\nc"])(
    "are hidden by an option in %j",
    async (text) => {
      const { content, problems } = await compileOne(text);
      expect(content).toBe("<p>c</p>");
      expect(problems).toEqual([expect.stringContaining(":1:1 warning Removed a directive {solution}: its option :hidden: hides it")]);
    },
  );

  it("are kinds of callouts of their own", () => {
    expect(isCalloutKind("theorem")).toBe(false);
    expect(isCalloutKind(statementKind("theorem") ?? "")).toBe(true);
    expect(statementKind("note")).toBeUndefined();
  });
});
