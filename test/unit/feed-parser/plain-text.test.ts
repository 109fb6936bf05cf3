import { describe, expect, it } from "vitest";
import { cleanSummary, cleanTitle, isTruncated } from "../../../src/feed-parser/clean-summary.ts";
import { htmlOfText, nameText, plainText } from "../../../src/feed-parser/plain-text.ts";

describe("nameText()", () => {
  it.each([
    ["A <b>bold</b> title &amp; more&#8217;s", "A bold title & more’s"],
    ["Q&amp;A", "Q&A"],
    ["Vec<T> & &amp;", "Vec<T> & &amp;"],
    ["Fish & chips < 5", "Fish & chips < 5"],
    ["AT&T", "AT&T"],
    ["<crew>", "<crew>"],
  ])("reads %s as %s", (text, name) => {
    expect(nameText(text)).toBe(name);
  });
});

describe("plain text", () => {
  it("is the visible text of HTML", () => {
    expect(plainText("<p>One<br>two</p><script>x</script><ul><li>three</li></ul>")).toBe("One two three");
  });

  it("becomes paragraphs and line breaks", () => {
    expect(htmlOfText("a < b &\nc\n\n \n<script>\n")).toBe("<p>a &lt; b &amp;<br>\nc</p>\n<p>&lt;script></p>");
  });

  it("is a summary only if it is not an excerpt of the content", () => {
    expect(cleanSummary("One two […]", "<p>One <b>two</b> three</p>")).toBeUndefined();
    expect(cleanSummary("One two… Continue reading Moon", "<p>One two three</p>")).toBeUndefined();
    expect(cleanSummary("One two The post Moon appeared first on Blog.", "<p>One two three</p>")).toBeUndefined();
    expect(cleanSummary("  Why\nit matters…", "<p>One</p>")).toBe("Why it matters…");
  });

  it("is a title only if it is not the beginning of the content", () => {
    expect(cleanTitle("One two…", "<p>One two three</p>")).toBe("");
    expect(cleanTitle("One two", "<p>One two three</p>")).toBe("One two");
    expect(cleanTitle("Well…", "<p>One</p>")).toBe("Well…");
  });

  it("is truncated if it ends with an ellipsis in brackets", () => {
    expect(isTruncated("<p>One [&#8230;]</p>\n")).toBe(true);
    expect(isTruncated("<p>One […] two</p>")).toBe(false);
  });
});
