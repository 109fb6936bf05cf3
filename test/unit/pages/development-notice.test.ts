import { describe, expect, it } from "vitest";
import { addNotice, allowNonce } from "../../../src/pages/development-notice.tsx";
import { pagePolicy } from "../../../src/pages/page-policy.ts";

const notice = { problems: [], version: "v1", nonce: "abc" };
const warning = (text: string) => ({ text, isError: false });
const html = '<html><head><meta content="style-src &#39;x&#39;"/></head><body class="front"><p>Text</p></body></html>';

describe("addNotice()", () => {
  it("adds only the script to a page of a site without problems", () => {
    const page = addNotice(html, notice);
    expect(page).toContain('<body class="front"><script nonce="abc" data-version="v1">');
    expect(page).not.toContain("<details");
    expect(page).toContain("content=\"script-src 'nonce-abc'; connect-src 'self'; style-src 'nonce-abc' &#39;x&#39;\"");
  });

  it("lists the problems as text", () => {
    const problems = [{ text: "a.md:1:1 error <script>alert(1)</script>", isError: true }, warning("b")];
    const page = addNotice(html, { ...notice, problems });
    expect(page).toContain("This site has 2 problems");
    expect(page).toContain("<li>a.md:1:1 error &lt;script&gt;alert(1)&lt;/script&gt;</li><li>b</li>");
    expect(page).toContain("Articles and settings with errors are left out until you fix them. Readers never see this notice.");
  });

  it("mentions no errors if there are only warnings", () => {
    const page = addNotice(html, { ...notice, problems: [warning("a")] });
    expect(page).toContain("This site has a problem");
    expect(page).toContain("Readers never see this notice.");
    expect(page).not.toContain("left out");
  });

  it("lists no more than ten", () => {
    const page = addNotice(html, { ...notice, problems: Array.from({ length: 25 }, (_, index) => warning(`p${index}`)) });
    expect(page.match(/<li>/g)).toHaveLength(11);
    expect(page).toContain("and 15 more");
  });

  it("leaves a document without a body unchanged", () => {
    expect(addNotice("<p>Text", notice)).toBe("<p>Text");
  });
});

describe("allowNonce()", () => {
  it("changes nothing else in the policy of pages", () => {
    const before = pagePolicy.split("; ");
    const after = allowNonce(pagePolicy, "n").split("; ");
    expect(after.filter((directive) => !before.includes(directive))).toEqual([
      "script-src 'nonce-n'",
      "connect-src 'self'",
      expect.stringMatching(/^style-src 'nonce-n' 'sha256-/),
    ]);
    expect(before.filter((directive) => !after.includes(directive))).toHaveLength(1);
  });
});
