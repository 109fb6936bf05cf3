import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { editSettings } from "../../../../src/build/wrangler/edit-settings.ts";

const toml = `name = "a" # the Worker

[vars.SITE]
title = "Old" # to be changed
url = ""

# what comes next
[build]
command = "x"
title = "of the build"
`;

describe("editSettings()", () => {
  it("replaces a key in its line, adds others at the table's end, and changes nothing else", () => {
    expect(editSettings(toml, { title: 'My "site"', language: "de" })).toBe(
      toml.replace('title = "Old" # to be changed', 'title = "My \\"site\\""').replace('url = ""\n', 'url = ""\nlanguage = "de"\n'),
    );
    expect(editSettings(toml, {})).toBe(toml);
  });

  it("writes a table inline", () => {
    expect(editSettings(toml, { author: { name: "Ada", url: "https://a.example/" } })).toContain(
      '\nauthor = { name = "Ada", url = "https://a.example/" }\n',
    );
  });

  it("writes lists and nested tables that parse to the same values", () => {
    const podcast = { category: ["Arts", "Arts > Books"], locked: true, persons: [{ name: 'Ada "A"' }, { name: "Bo" }] };
    expect(parse(editSettings(toml, { podcast }))).toMatchObject({ vars: { SITE: { podcast } } });
  });

  it("creates a missing table", () => {
    expect(parse(editSettings('name = "a"\n', { title: "T" }))).toEqual({ name: "a", vars: { SITE: { title: "T" } } });
  });

  it("does not confuse a key with one of the same beginning or in another table", () => {
    const text = '[vars.SITE]\nurls = 1\n"url" = "x"\n[vars.OTHER]\nurl = "y"';
    expect(editSettings(text, { url: "z" })).toBe('[vars.SITE]\nurls = 1\nurl = "z"\n[vars.OTHER]\nurl = "y"');
  });

  it("keeps Windows line endings, even if the last line has none", () => {
    const text = '[vars.SITE]\r\nurl = ""\r\ntitle = "Old"';
    expect(editSettings(text, { title: "New" })).toBe('[vars.SITE]\r\nurl = ""\r\ntitle = "New"');
    expect(editSettings(text, { limit: 5 })).toBe('[vars.SITE]\r\nurl = ""\r\ntitle = "Old"\r\nlimit = 5');
  });

  it.each(['"', "\\", "\n", "é 🐟", "'''", "#", "]"])("writes %j so that it parses to the same value", (text) => {
    const { vars } = parse(editSettings(toml, { title: text, author: { name: text } })) as { vars: { SITE: object } };
    expect(vars.SITE).toEqual({ title: text, url: "", author: { name: text } });
  });
});
