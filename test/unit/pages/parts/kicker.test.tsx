import { describe, expect, it } from "vitest";
import { Kicker } from "../../../../src/pages/parts/kicker.tsx";
import { sampleSite } from "../../../browser/sample-site.ts";

const site = sampleSite("https://example.com", { slugs: { "C++": "cpp" } });
const kicker = (...categories: string[]) => String(<Kicker site={site} entry={{ authors: [], categories, language: "en" }} />);

describe("Kicker()", () => {
  it("links to the page of each category", () => {
    expect(kicker("R&D", "c++")).toBe(
      '<p class="kicker"><a class="p-category" href="https://example.com/categories/r-and-d/" rel="tag">R&amp;D</a> · <a class="p-category" href="https://example.com/categories/cpp/" rel="tag">c++</a></p>',
    );
  });

  it("encodes addresses and escapes names", () => {
    expect(kicker('日本 "<b>"')).toContain(
      'href="https://example.com/categories/%E6%97%A5%E6%9C%AC-b/" rel="tag">日本 &quot;&lt;b&gt;&quot;</a>',
    );
  });

  it("renders nothing without categories", () => {
    expect(kicker()).not.toContain("<");
  });
});
