import { describe, expect, it } from "vitest";
import { readFeedLinks } from "../../../src/doctor/live-site/feed-links.ts";

const rss = '<?xml version="1.0"?>\n<rss version="2.0">\n<channel><title>A</title></channel>\n</rss>';

describe("recordFirstError() explains what is after the root element", () => {
  it.each([
    ["a document with a declaration", `\n${rss}`, "a second document", "Remove everything after </rss>"],
    ["a document without one", '\n<feed xmlns="http://www.w3.org/2005/Atom"/>', "a second document", "Remove everything after </rss>"],
    ["a warning of PHP", "\n<br />\n<b>Warning</b>: x in <b>a.php</b><br />", '"<br /> <b>Warning</b>: x in <b>a.php</b><br />"', "PHP"],
    ["a notice as text", "\nNotice: a & b in a.php", '"Notice: a & b in a.php"', "PHP"],
    ["the end of a page", "\n</body></html>", '"</body></html>"', "PHP"],
    ["output after a comment", "<!-- cached -->\n<p>x</p>", '"<p>x</p>"', "PHP"],
  ])("%s", (_name, rest, reason, advice) => {
    expect(readFeedLinks(`${rss}${rest}`).mistake).toMatchObject({
      line: 5,
      column: 1,
      reason: expect.stringContaining(reason),
      advice: expect.stringContaining(advice),
    });
  });

  it("and nothing else", () => {
    expect(readFeedLinks(`${rss}\n<!-- cached -->\n`).mistake).toBeUndefined();
    expect(readFeedLinks(rss.replace("A", "<?xml version='1.0'?>")).mistake?.reason).toContain("XML declaration");
  });
});

describe("recordFirstError() explains a CDATA section that ends early", () => {
  const item = (content: string) => `<rss version="2.0">\n<channel><description>${content}</description></channel></rss>`;
  const early = "a CDATA section ends here";

  it.each([
    ["before an end tag", "<![CDATA[<p>a]]> b</p>]]>"],
    ["before text", "<![CDATA[<p>a]]> b]]>"],
    ["before an ampersand", "<![CDATA[<p>a]]> b & c]]>"],
    ["in the second section", "<![CDATA[a]]><![CDATA[<p>a]]> b<br>]]>"],
  ])("%s", (_name, content) => {
    const document = item(content);
    const mistake = readFeedLinks(document).mistake;
    expect(mistake).toMatchObject({ line: 2, reason: expect.stringContaining(early), advice: expect.stringContaining("]]]]><![CDATA[>") });
    expect(document.slice(mistake?.offset).startsWith("]]> b")).toBe(true);
  });

  it.each([
    ["a later end tag", "<![CDATA[a]]></b>"],
    ["an ampersand after a section", "<![CDATA[a]]> & <![CDATA[b]]>"],
    ["a mistake before a second element", "<![CDATA[a]]></x></description><title>]]></title><description>"],
  ])("and not %s", (_name, content) => {
    expect(readFeedLinks(item(content)).mistake?.reason).not.toContain(early);
  });
});
