import { describe, expect, it } from "vitest";
import { errorPage } from "../../../src/preview/error-page.tsx";
import { sampleSite } from "../../browser/sample-site.ts";

describe("errorPage()", () => {
  const html = errorPage(sampleSite(), { status: 404, title: "Not <found>", message: "No page & no trace." });

  it("shows the message, escaped", () => {
    expect(html).toContain("<h1>Not &lt;found&gt;</h1><p>No page &amp; no trace.</p>");
    expect(html).toContain(">404<");
  });

  it("is excluded from search engines, without a canonical URL", () => {
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toMatch(/rel="canonical"|og:url/);
  });

  it("links to the front page", () => {
    expect(html).toContain('<a href="https://example.com/" rel="home">Back to the front page</a>');
  });
});
