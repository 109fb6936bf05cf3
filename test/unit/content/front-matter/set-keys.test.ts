import { describe, expect, it } from "vitest";
import { setKeys } from "../../../../src/content/front-matter/set-keys.ts";

const keys = { permalink: "/a/b/", feed: false };

describe("setKeys()", () => {
  it.each([
    ["YAML", "---\ntitle: x # why\n---\nText", "---\npermalink: /a/b/\nfeed: false\ntitle: x # why\n---\nText"],
    ["YAML with CRLF", "---\r\ntitle: x\r\n---\r\nText\r\n", "---\r\npermalink: /a/b/\r\nfeed: false\r\ntitle: x\r\n---\r\nText\r\n"],
    ["YAML after a blank line", "\n---\ntitle: x\n---\nT", "\n---\npermalink: /a/b/\nfeed: false\ntitle: x\n---\nT"],
    ["indented fences", " ---\n title: x\n ---\nT", " ---\n permalink: /a/b/\n feed: false\n title: x\n ---\nT"],
    ["indented YAML", "---\n  title: x\n---\n", "---\n  permalink: /a/b/\n  feed: false\n  title: x\n---\n"],
    [
      "existing and empty keys",
      "---\npermalink:\n  /old/\ntitle: x\nfeed:\n---\nT",
      "---\npermalink: /a/b/\nfeed: false\ntitle: x\n---\nT",
    ],
    ["a list below a key", "---\nfeed:\n- a\n- b\ntitle: x\n---\nT", "---\npermalink: /a/b/\nfeed: false\ntitle: x\n---\nT"],
    ["a flow mapping", "---\n{title: x}\n---\nT", '---\n{\n"permalink": "/a/b/",\n"feed": false,\ntitle: x}\n---\nT'],
    [
      "YAML with only a closing line",
      "title: x\ndate: 2024-01-02\n---\nT",
      "permalink: /a/b/\nfeed: false\ntitle: x\ndate: 2024-01-02\n---\nT",
    ],
    ["empty YAML", "---\n---\nT", "---\npermalink: /a/b/\nfeed: false\n---\nT"],
    [
      "TOML",
      '+++\ntitle = "x"\n[extra]\nfeed = 1\n+++\nT',
      '+++\npermalink = "/a/b/"\nfeed = false\ntitle = "x"\n[extra]\nfeed = 1\n+++\nT',
    ],
    ["JSON in braces", '{\n  "title": "x",\n  "feed": true\n}\nT', '{\n"permalink": "/a/b/",\n"feed": false,\n  "title": "x"\n  }\nT'],
    ["JSON between fences", '---json\n{"title": "x"}\n---\nT', '---json\n{\n"permalink": "/a/b/",\n"feed": false,\n"title": "x"}\n---\nT'],
    ["JSON without braces", ';;;\n"title": "x"\n;;;\nT', ';;;\n"permalink": "/a/b/",\n"feed": false,\n"title": "x"\n;;;\nT'],
    ["JavaScript", '---js\n{ title: "x" }\n---\nT', '---js\n{\n"permalink": "/a/b/",\n"feed": false,\n title: "x" }\n---\nT'],
    [
      "constants in JavaScript",
      '---js\nconst title = "x";\nconst feed = true\nconst nav = {\n\torder: 3\n};\n---\nT',
      '---js\nconst permalink = "/a/b/";\nconst feed = false;\nconst title = "x";\nconst nav = {\n\torder: 3\n};\n---\nT',
    ],
    ["a text without front matter", "Text\n---\nmore", "---\npermalink: /a/b/\nfeed: false\n---\nText\n---\nmore"],
  ])("changes nothing else in %s", (_criterion, text, expected) => {
    expect(setKeys(text, keys)).toBe(expected);
  });

  it("returns a text unchanged if there is nothing to set", () => {
    expect(setKeys("---\n: broken\n", {})).toBe("---\n: broken\n");
  });

  it.each([["---\ntitle: [\n---\nT"], ["---\ntitle: x\n"], ["+++\ntitle = \n+++\nT"]])(
    "returns undefined for %j, which cannot be read",
    (text) => {
      expect(setKeys(text, keys)).toBeUndefined();
    },
  );

  it("quotes values that YAML would read differently", () => {
    expect(setKeys("---\n---\nT", { title: "a: b", slug: "true", tags: ["x", "y, z"] })).toBe(
      '---\ntitle: "a: b"\nslug: "true"\ntags:\n  - x\n  - y, z\n---\nT',
    );
  });
});
