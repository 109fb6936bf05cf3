import { describe, expect, it } from "vitest";
import { Unpublished } from "../../../../src/pages/parts/unpublished.tsx";
import { sampleEntry, sampleSite } from "../../../browser/sample-site.ts";

const html = String(
  <Unpublished
    site={sampleSite()}
    entries={[
      sampleEntry("eels", { title: "Eels & <b>", draft: true }),
      sampleEntry("regatta", {
        title: "",
        summary: "A regatta.",
        published: Date.UTC(2031, 0, 2, 7, 30),
        language: "ar",
        direction: "rtl",
      }),
    ]}
  />,
);

describe("Unpublished()", () => {
  it("lists every entry with its name and its status, in order", () => {
    const rows = [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([, row = ""]) => row);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(
      '<a href="https://example.com/articles/eels" lang="en" dir="ltr">Eels &amp; &lt;b&gt;</a> <strong class="badge">Draft<',
    );
    expect(rows[1]).toMatch(
      /<a href="https:\/\/example\.com\/articles\/regatta" lang="ar" dir="rtl">A regatta\.<\/a> <strong class="badge">Scheduled for/,
    );
    expect(rows[1]).toContain('<time datetime="2031-01-02T07:30:00.000Z"');
  });
});
