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

  it.each([
    ["a comment with --", "\n<!-- a -- b -->", 5, "a comment that contains --"],
    ["the second comment", "\n<!-- a -->\n<!-- b ---->\n<p>x</p>", 6, "a comment that contains --"],
  ])("but names the fault of %s", (_name, rest, line, reason) => {
    expect(readFeedLinks(`${rss}${rest}`).mistake).toMatchObject({ line, reason: expect.stringContaining(reason) });
  });

  it("and ignores other errors", () => {
    expect(readFeedLinks(`${rss}\n<!-- cached -->\n`).mistake).toBeUndefined();
    expect(readFeedLinks(rss.replace("A", "<?xml version='1.0'?>")).mistake?.reason).toContain("XML declaration");
  });
});

describe("recordFirstError() quotes a message of PHP", () => {
  const html = '<br />\n<b>Warning</b>:  Undefined array key "a" in <b>/a.php</b> on line <b>3</b><br />\n';
  const fatal =
    "<br />\n<b>Fatal error</b>:  Uncaught Error: x in /a.php:3\nStack trace:\n#0 {main}\n  thrown in <b>/a.php</b> on line <b>3</b><br />";
  const cut = rss.slice(0, rss.indexOf("</channel>"));
  const warning = '"Warning: Undefined array key \\"a\\" in /a.php on line 3"';
  const at = "file_get_contents(https://a.example/?b&c=1): Failed to open stream in";

  it.each([
    ["within an attribute", rss.replace("<title>", `<a href="${html}"/><title>`), `within the feed: ${warning}`],
    ["with an ampersand", rss.replace("<title>", `${html.replace("Undefined array key", at)}<title>`), "within the feed"],
    ["with an ampersand, as text", rss.replace("<title>", `\nPHP Notice:  ${at} /a.php on line 3\n<title>`), '"PHP Notice: file_get'],
    ["after which it is cut off", `${cut}${fatal}\n`, 'cut off after a message of PHP: "Fatal error: Uncaught Error: x in /a.php:3"'],
    ["in a CDATA section", `${cut}<description><![CDATA[<p>x${fatal}`, 'cut off after a message of PHP: "Fatal error: Uncaught'],
    ["and what WordPress writes after it", `${cut}${fatal}<p>There has been a critical error on this website.</p>`, '"Fatal error: '],
    ["as text", `${cut}\nPHP Fatal error:  Allowed memory size exhausted in /a.php on line 3`, '"PHP Fatal error: Allowed memory size'],
  ])("%s", (_name, document, reason) => {
    expect(readFeedLinks(document).mistake).toMatchObject({
      reason: expect.stringContaining(reason),
      advice: expect.stringContaining("display_errors"),
    });
  });

  it.each([
    ["a warning far before", rss.replace("<title>", `${html}<title>&</title><title>`)],
    ["a message without a file", rss.replace("A", "\nWarning: a & b on line 3\n")],
    ["a sentence", rss.replace("A", "\nNotice: look in the menu & see <i>what</i> is on line 3")],
    ["a feed that is cut off long after it", `${cut}<description>${html}${"<p>x</p>".repeat(200)}`],
  ])("but not %s", (_name, document) => {
    expect(readFeedLinks(document).mistake?.reason).not.toContain("PHP");
  });
});

describe("recordFirstError() names what should not have been published", () => {
  it.each([
    ["a marker of Git", rss.replace("\n<channel>", "\n<<<<<<< HEAD\n<channel>"), 3, "conflict marker of Git", "Finish the merge"],
    ["a marker at the end", `${rss}\n<<<<<<< main\n`, 5, "conflict marker of Git", "Finish the merge"],
    ["a marker without a name", rss.replace("\n<channel>", "\r\n<<<<<<<\r\n<channel>"), 3, "conflict marker of Git", "Finish the merge"],
    ["code of PHP before the declaration", `<?php header("a"); ?>\n${rss}`, 1, "code of PHP", "instead of running it"],
    ["code of PHP with an ampersand", rss.replace("A", "<?php if ($a && $b > 1): ?>A & B"), 3, "code of PHP", "instead of running it"],
    ["a short tag", rss.replace("A", "<?= $a ?>"), 3, "code of PHP", "instead of running it"],
  ])("%s", (_name, document, line, reason, advice) => {
    expect(readFeedLinks(document).mistake).toMatchObject({
      line,
      reason: expect.stringContaining(reason),
      advice: expect.stringContaining(advice),
    });
  });

  it.each([
    ["signs within a line", rss.replace("A", "a <<<<<<< b")],
    ["eight signs", rss.replace("\n<channel>", "\n<<<<<<<<\n<channel>")],
    ["code that is quoted", rss.replace("A", "<![CDATA[<?php x ?>]]><!-- <?= x ?> -->A & B")],
    ["another instruction", rss.replace("A", "<?phpx x ?>A & B")],
  ])("but not %s", (_name, document) => {
    expect(readFeedLinks(document).mistake?.reason).not.toMatch(/Git|PHP that/);
  });
});

describe("recordFirstError() sees that a document is cut off", () => {
  it.each(["&", "&am", "&#", "&#12", "&#x2", "& \n"])("after %j", (end) => {
    const reason = "the document ends, and <title> of line 3 is never closed: it may be cut off";
    expect(readFeedLinks(`${rss.slice(0, rss.indexOf("A<"))}x${end}`).mistake?.reason).toBe(reason);
  });

  it.each(["AT&T x&l", "a & b", "&;"])("but not after %j", (end) => {
    expect(readFeedLinks(`${rss.slice(0, rss.indexOf("A<"))}${end}`).mistake?.reason).toContain("a bare ampersand");
  });
});

describe("recordFirstError() names the element that is not closed", () => {
  const feed = '\n<rss version="2.0">\n<channel>\n<title>A</title>\n<item>\n<title>B</title>\n</item>\n</channel>\n</rss>';

  it.each([
    [
      "the channel without a start tag",
      "\n<channel>",
      "",
      7,
      "</channel> closes no open element: there is no <channel> after <rss> of line 2",
      "Write <channel> after <rss>",
    ],
    [
      "an item",
      "\n</item>",
      "",
      5,
      "<item> is never closed: </channel> on line 7 comes before </item>",
      "Write </item> at the end of <item>",
    ],
    ["a title", "B</title>", "B", 6, "<title> is never closed: </item> on line 7 comes before </title>", "Write </title>"],
    [
      "a line break",
      "B</title>",
      "B<br>C</title>",
      6,
      "<br> is never closed: </title> on line 6",
      "into <![CDATA[ … ]]>, or escape it (&lt;br&gt;)",
    ],
    [
      "a picture at the end",
      "B</title>\n</item>\n</channel>\n</rss>",
      "<img src=''>",
      6,
      "<img> of line 6 is never closed",
      "write <img/>",
    ],
    ["a link", "<title>B", "<link><title>B", 6, "<link> is never closed", "Write </link> at the end of <link>"],
    [
      "the root in capital letters",
      '<rss version="2.0">',
      '<RSS version="2.0">',
      9,
      "<RSS> of line 2 is closed as </rss>: XML distinguishes capital letters",
      "Write both tags alike: <rss> and </rss>",
    ],
    [
      "a title in capital letters",
      "B</title>",
      "B</Title>",
      6,
      "<title> of line 6 is closed as </Title>: XML distinguishes capital letters",
      "<title> and </title>",
    ],
    ["the root", "\n</rss>", "", 8, "the document ends, and <rss> of line 2 is never closed", "write </rss>"],
    [
      "a misspelt end",
      "B</title>",
      "B</titel>",
      6,
      "</titel> closes no open element: the one that is open is <title> of line 6",
      "Write </title>",
    ],
  ])("%s", (_name, from, to, line, reason, advice) => {
    const mistake = readFeedLinks(feed.replace(from, to)).mistake;
    expect(mistake).toMatchObject({ line, reason: expect.stringContaining(reason), advice: expect.stringContaining(advice) });
  });

  it("after an entity and a self-closing element", () => {
    const written = feed.replace("<title>A", '<link rel="a"/><description>x &amp; y</description><title>A').replace("\n</item>", "");
    expect(readFeedLinks(written).mistake).toMatchObject({ line: 5, column: 1, reason: expect.stringContaining("<item> is never closed") });
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
