import { describe, expect, it } from "vitest";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { open } from "./in-memory-site.ts";

const publicText = (options: string, body: string) =>
  open(eleventy, { "eleventy.config.js": `export default (c) => { c.setFrontMatterParsingOptions(${options}); };` }).publicText?.(body);

describe("eleventy.publicText()", () => {
  it.each<[string, string, string]>([
    ["{ excerpt: true }", "Start.\n---\nRest.", "Start.<!--more-->\nRest."],
    ["{ excerpt: true }", "Start.\n\n---\n\nRest.", "Start.\n\n<!--more-->\n\n\nRest."],
    ["{ excerpt: true }", "Start.\n\n---\nRest.", "Start.\n\n<!--more-->\n\nRest."],
    ["{ excerpt: true }", "Start.\n---\nRest.\n\n---\n", "Start.<!--more-->\nRest.\n\n---\n"],
    ["{ excerpt: true }", "Start.\n---", "Start.<!--more-->"],
    ["{ excerpt: true }", "| a |\n|---|\n| b |\n\n---\n", "| a |\n|---|\n| b |\n\n---\n"],
    ["{ excerpt: true }", "---\nText", "---\nText"],
    ["{ excerpt: true }", "Text", "Text"],
    ['{ excerpt: true, excerpt_separator: "<!-- excerpt -->" }', "A <!-- excerpt --> b", "A <!--more--> b"],
    ['{ excerpt: true, excerpt_separator: "<!-- end -->" }', "A\n<!-- end -->\nb\n---\n", "A<!--more-->\nb\n---\n"],
    ['{ excerpt: "~~~" }', "A\n~~~\nb", "A<!--more-->\nb"],
  ])("marks the end of the excerpt: %s in %j", (options, body, expected) => {
    expect(publicText(options, body)).toBe(expected);
  });

  it("leaves texts of a site without excerpts", () => {
    expect(publicText("{ excerpt: false }", "A\n---\nb")).toBeUndefined();
    expect(publicText("{ delimiters: '+++' }", "A\n---\nb")).toBeUndefined();
  });

  it("names the known shortcodes that the code of the site defines", () => {
    const code = `export default (c) => { c.addNunjucksShortcode("ref", f); c.addPairedShortcode('note', f); c.addAsyncShortcode("pic", f); };`;
    const files = { "eleventy.config.js": "import './lib.js';", "lib.js": code };
    const notes: string[] = [];
    const body = '[a]({% ref "a.markdown" %}) {% ref "b" %}{%- note %}x{% endnote %} {% youtube "1" %} {% refs %}';
    expect(open(eleventy, files).publicText?.(body, (note) => notes.push(note))).toBe(body);
    expect(notes).toEqual([expect.stringMatching(/^Kept the tag \{% ref %\}, /), expect.stringMatching(/^Kept the tag \{% note %\}, /)]);
  });

  it.each([
    ["removes", "It costs {% price 3 %}.", []],
    ["removes", '{% price "note" %} {%- price -%} <a title="{% price 3 %}">', []],
    ["removes in an attribute", '<a title="{% note %}x{% endnote %}">', []],
    ["keeps", "{% note %}x{% endnote %} {%note 3%}", [expect.stringMatching(/^Kept the tag \{% note %\}, /)]],
  ])("does not call a shortcode kept that the import %s: %s", (_what, body, expected) => {
    const code = 'export default (c) => { c.addShortcode("price", f); c.addPairedShortcode("note", f); };';
    const notes: string[] = [];
    open(eleventy, { "eleventy.config.js": code }).publicText?.(body, (note) => notes.push(note));
    expect(notes).toEqual(expected);
  });
});
