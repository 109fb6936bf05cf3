import { describe, expect, it } from "vitest";
import { escapeDirectives } from "../../../../../../src/content/markup/dialects/lines/mdx-directives.ts";
import { compileOne } from "../../../sample.ts";

describe("escapeDirectives()", () => {
  it.each([
    ["an id", ":quote[Decide once.]{#decide-once} and more", ":quote[Decide once.]\\{#decide-once} and more"],
    ["attributes without a label", "A :badge{.new} here", "A :badge\\{.new} here"],
    ["attributes of a leaf", '::name[a [b] c]{a="b" open}', '::name[a [b] c]\\{a="b" open}'],
    ["attributes of a container", ":::note{title='x'}\nText\n:::", ":::note\\{title='x'}\nText\n:::"],
    ["a label with code", "- :badge[`a[0]` b]{.x}", "- :badge[`a[0]` b]\\{.x}"],
    ["a directive in another", ":a[b :c[d]{.e}]{.f}", ":a[b :c[d]\\{.e}]\\{.f}"],
    ["signs of MDX in a value", ':a[b]{title="{x} < y"}', ':a[b]\\{title="\\{x} \\< y"}'],
  ])("escapes %s", (_criterion, written, escaped) => {
    expect(escapeDirectives(written)).toBe(escaped);
  });

  it.each([
    ["Total: {value}, :name {value}, note:{value}"],
    [":name{value} and :name[label]{value}"],
    [":name[label]{a === b} and :name[label]{a.b(c)}"],
    ["[label]{a=b} and {a=b}"],
    ["`:name[label]{#id}`"],
    ["```\n:::note{#id}\n```"],
    [":name[label\n\nof](x)]{#id}"],
  ])("keeps %j", (written) => {
    expect(escapeDirectives(written)).toBe(written);
  });

  it.each([
    [":quote[Decide once.]{#decide-once} and {more}.", '<p><span id="a-decide-once">Decide once.</span> and .</p>'],
    [':badge[New]{.x variant="a < b"} z', "<p>New z</p>"],
    ["::name[a [b] c]{.x}", "<p>::namea [b] c</p>"],
  ])("compiles %j like Markdown", async (written, html) => {
    const { content } = await compileOne(`${written}\n`, "2024-11-06-a.mdx");
    expect(content.trim()).toBe(html);
  });
});
