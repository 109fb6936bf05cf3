import { describe, expect, it } from "vitest";
import { hexo } from "../../../../../src/import/generators/hexo.ts";
import { open } from "../in-memory-site.ts";

const site = open(hexo, { "_config.yml": "source_dir: source", "source/_posts/a.md": "" });

describe("titles of the tabs of Hexo's themes", () => {
  it.each([
    ["<!-- tab One -->\na", "\n**One**\n\na"],
    ["<!-- tab One two@text-width -->\na\n<!-- endtab -->", "\n**One two**\n\na\n<!-- endtab -->"],
    ["  <!--tab One-->  \n  a", "\n  **One**\n\n  a"],
    ["<!-- tab a*b -->", "\n**a\\*b**\n"],
    ["<!-- tab @apple -->\na", "<!-- tab @apple -->\na"],
    ["<!-- tab -->\na", "<!-- tab -->\na"],
    ["```\n<!-- tab One -->\n```", "```\n<!-- tab One -->\n```"],
    ["a <!-- tab One --> b", "a <!-- tab One --> b"],
    ["<!-- table -->", "<!-- table -->"],
  ])("are bold lines: %j", (text, expected) => {
    expect(site.publicText?.(`{% tabs A, 1 %}\n${text}\n{% endtabs %}`)).toBe(`{% tabs A, 1 %}\n${expected}\n{% endtabs %}`);
    expect(site.publicText?.(text)).toBe(text);
  });
});
