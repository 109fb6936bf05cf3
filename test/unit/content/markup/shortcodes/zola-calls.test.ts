import { describe, expect, it } from "vitest";
import { replaceShortcodes } from "../../../../../src/content/markup/shortcodes/shortcodes.ts";
import { compileOne } from "../../sample.ts";

function replaced(text: string) {
  return replaceShortcodes(text, { locate: () => undefined, variables: {}, isMarkdown: true });
}

const player = '<a href="https://www.youtube.com/watch?v=x" data-embed>Video on YouTube</a>';

describe("wholeOutput()", () => {
  it.each([
    ['{{ youtube(id="x",\n  autoplay=true) }}', player],
    ['{{youtube(\n\n  id = "x", title={1}\n)}}', undefined],
    ['{{ youtube(\n  id = "x"\n  autoplay = true\n) }}', player],
    ["{{- youtube(id='x', sizes=[1, \"}\"], n=-1.5,) -}}!", `${player}!`],
    ['a {{ youtube(id="x", note="} }} {{") }} {{ youtube(id="x") }}', `a ${player} ${player}`],
  ])("reads the arguments of %j", (text, html) => {
    expect(replaced(text).text).toBe(html ?? text);
  });

  it("keeps pictures whose captions have braces", async () => {
    const { content } = await compileOne('A\n\n{{ figure(\n  src="https://e.com/a.png",\n  caption="The set {1, 2}"\n) }}\n\nB [c](#gone)');
    expect(content).toContain('<img src="https://e.com/a.png" alt="The set {1, 2}"><figcaption>The set {1, 2}</figcaption>');
  });

  it("reports lines after a call with several ones", async () => {
    const { problems } = await compileOne(
      '+++\ntitle = "A"\n+++\n{{ x(body="\\\\frac{1}{2}") }}\n\n{{ youtube(\n  id="y"\n) }}\n\nB [c](#gone)',
    );
    expect(problems).toEqual([
      expect.stringContaining("md:4:1 warning Removed tags of another generator: {{ x() }};"),
      expect.stringMatching(/md:10:3 warning Cannot find the anchor/),
    ]);
  });

  it.each([
    "{{ config({a: 1}) }}",
    '{{ t("}") }}',
    "{{ t(a={b}) }}",
    '{{ youtube(id="x',
    "{{ f(\n  x\n) }}",
    '{{ f(x="{") | safe }}',
    "{{ f(x=1)\n\n}}",
    '{{ f(\nx="1"y="2"\n) }}',
  ])("keeps %j", (text) => {
    expect(replaced(`${text} b`)).toMatchObject({ text: `${text} b`, removed: new Map() });
  });

  it("takes linear time", () => {
    for (const part of ["{{ a(", '{{ a(b="', "{{ a(b='{", "{{ a(b=[", "{{ a(b=1,", "{{ a(b=1 "])
      expect(replaced(part.repeat(20_000)).removed.size).toBe(0);
  });
});
