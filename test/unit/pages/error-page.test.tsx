import { describe, expect, it } from "vitest";
import { errorPage } from "../../../src/pages/error-page.tsx";
import { sampleSite } from "../../browser/sample-site.ts";

describe("errorPage()", () => {
  const html = errorPage(sampleSite(), { status: 404 });

  it.each([
    [404, "Not found", "There is nothing at this address."],
    [405, "Method not allowed", "This site can only be read."],
    [410, "Removed", "What was here has been removed, and will not come back."],
    [500, "Something went wrong", "The error has been recorded."],
    [503, "Unavailable for the moment", "Please try again in a minute."],
  ] as const)("shows the message of %i", (status, title, message) => {
    const page = errorPage(sampleSite(), { status });
    expect(page).toContain(`<h1>${title}</h1><p>${message}</p>`);
    expect(page).toContain(`>${status}<`);
  });

  it("escapes the words", () => {
    const { words } = sampleSite();
    const errors = { ...words.errors, 404: { title: "Not <found>", message: "No page & no trace." } };
    const page = errorPage(sampleSite(undefined, { words: { ...words, errors } }), { status: 404 });
    expect(page).toContain("<h1>Not &lt;found&gt;</h1><p>No page &amp; no trace.</p>");
  });

  it("is excluded from search engines, without a canonical URL", () => {
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toMatch(/rel="canonical"|og:url/);
  });

  it("links to the front page and to the feeds", () => {
    expect(html).toContain('<a href="https://example.com/" rel="home">Back to the front page</a>');
    expect(html).toContain('<a href="https://example.com/#subscribe">Subscribe</a>');
  });
});
