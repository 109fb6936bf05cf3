import { describe, expect, it } from "vitest";
import { placeRendered } from "../../../../src/import/template-tags/place-rendered.ts";

/** Replaces the mark `@` of a text. */
function place(rendered: string, body: string): string | undefined {
  const start = body.indexOf("@");
  const text = placeRendered(rendered, { body, start, end: start + 1, origin: "https://old.example" });
  return text === undefined ? undefined : body.slice(0, start) + text + body.slice(start + 1);
}

const figure = '\n<figure>\n\n    <img src="a.png">\n\n    <figcaption>A</figcaption>\n</figure>\n';

describe("placeRendered()", () => {
  it.each([
    ["a part of a line", "<b>x</b>\n", "One @ two", "One <b>x</b> two"],
    ["a block without blank and indented lines", figure, "@\n", '<figure>\n<img src="a.png">\n<figcaption>A</figcaption>\n</figure>\n'],
    ["a block before a text", "<div>x</div>", "@\nText *a*", "<div>x</div>\n\nText *a*"],
    ["a block before another", "<div>x</div>", "@ {% y %}", "<div>x</div>\n\n {% y %}"],
    ["an inline element before a text", '<img src="a.png">', "@\n*b*", '<img src="a.png">&#32;\n*b*'],
    ["an inline element alone", '<img src="a.png">', "@\n\n*b*", '<img src="a.png">\n\n*b*'],
    ["a block in a list", "<div>\n<p>x</p>\n</div>", "- @\n- b", "- <div>\n  <p>x</p>\n  </div>\n\n- b"],
    ["a block in a quotation", "<div>\nx\n</div>", "> @", "> <div>\n> x\n> </div>"],
    ["code with empty and indented lines", "<div><pre>a\n\n  b</pre></div>", "- @", "- <div><pre>a&#10;\n    b</pre></div>"],
    ["Markdown", "## A\n\n- b\n", "@", "## A\n\n- b"],
    ["Markdown in a list", "a\n\nb", "- @", "- a\n\n  b"],
    ["no blank line in place of comments", "<div>\n<!-- a -->\n<!-- b -->\n<i>c</i>\n</div>", "@", "<div>\n<i>c</i>\n</div>"],
    ["Markdown after a block", "<div>a</div>\n\n*b*", "@", "<div>a</div>\n\n*b*"],
    ["HTML that asks for Markdown", '<div markdown="1">\n*b*\n</div>', "@", '<div markdown="1">\n*b*\n</div>'],
    ["an address", "<https://example.com/a>", "See @.", "See <https://example.com/a>."],
    ["links to the root", '<a href="https://old.example/b">c</a>', "@", '<a href="/b">c</a>'],
    ["nothing", " \n", "a @ b", "a  b"],
    ["no comments, scripts and styles", "<!-- a --><p>b<script>c</script></p><style>d</style>", "@", "<p>b</p>"],
  ])("writes %s", (_name, rendered, body, expected) => {
    expect(place(rendered, body)).toBe(expected);
  });

  it.each([
    ["a script", "<script>x</script>"],
    ["a style", "<style>x</style>\n"],
    ["a tag of a template", "<p>{% raw %}</p>"],
  ])("leaves %s to the report", (_name, rendered) => {
    expect(place(rendered, "@")).toBeUndefined();
  });
});
