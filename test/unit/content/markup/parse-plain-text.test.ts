import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parsePlainText } from "../../../../src/content/markup/parse-plain-text.ts";
import { compileOne } from "../sample.ts";

function parsed(text: string, knownTitle?: string) {
  const { tree, ...rest } = parsePlainText(text, knownTitle);
  return { ...rest, html: toHtml(tree) };
}

describe("parsePlainText()", () => {
  it("uses the first line that is not blank as the title, and splits blocks at blank lines", () => {
    expect(parsed("\n \n  Moon  \n\nIt rose.\n \t\n\nIt set.\n")).toEqual({
      title: "Moon",
      html: "<p>It rose.</p>\n<p>It set.</p>",
      removed: [],
    });
  });

  it("keeps the lines of a block together, including those below the title", () => {
    expect(parsed("Moon\nIt rose\nslowly.\n\nIt\nset")).toMatchObject({ title: "Moon", html: "<p>It rose\nslowly.</p>\n<p>It\nset</p>" });
  });

  it.each([
    ["items", "Shopping:\n- milk\n- eggs", "Shopping:<br>\n- milk<br>\n- eggs"],
    ["items with further lines", "* one\n* two\ngoes on\n* three", "* one<br>\n* two\ngoes on<br>\n* three"],
    ["numbered items", "1. One\n2. Two", "1. One<br>\n2. Two"],
    ["one item after a colon", "We need:\n– milk", "We need:<br>\n– milk"],
    ["spoken lines", "— Where?\n— There.", "— Where?<br>\n— There."],
    ["a poem", "Roses are red,\nViolets are blue,\nSugar is sweet.", "Roses are red,<br>\nViolets are blue,<br>\nSugar is sweet."],
    [
      "a poem with long lines",
      "Shall I compare thee to a summer’s day?\nThou art more lovely and more temperate:\nRough winds do shake the darling buds",
      "Shall I compare thee to a summer’s day?<br>\nThou art more lovely and more temperate:<br>\nRough winds do shake the darling buds",
    ],
    ["a poem without capitals", "the sea\nthe sea again\nand then\nnothing", "the sea<br>\nthe sea again<br>\nand then<br>\nnothing"],
    ["a poem in Japanese", "明かりをつけると、\n部屋は空だった。\n静かな夜。", "明かりをつけると、<br>\n部屋は空だった。<br>\n静かな夜。"],
    [
      "items of several levels",
      "  - one\n    - two\n\t\t- three\n      goes on\n  - four",
      "- one<br>\n\u00A0\u00A0- two<br>\n\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0- three\ngoes on<br>\n- four",
    ],
    ["a postal address", "Ada Lovelace\n12 Harbour Road\nLondon", "Ada Lovelace<br>\n12 Harbour Road<br>\nLondon"],
  ])("keeps the lines of %s", (_, block, html) => {
    expect(parsed(`Moon\n\n${block}`).html).toBe(`<p>${html}</p>`);
  });

  it.each([
    "This paragraph is narrow prose that\nsomebody wrapped at about forty\ncolumns, and so it has to run\ntogether as it did.",
    "A text with lines of other lengths, which somebody wrapped at about\nseventy columns, and\nnot always at the same",
    "A dash in a sentence, as in the moon\n– it had risen – is no item, and it\nruns together.",
    "The sea rose\nslowly.",
    "A second paragraph is\nwrapped by hand\nover three lines.",
  ])("joins the wrapped lines of %j", (block) => {
    expect(parsed(`Moon\n\n${block}`).html).toBe(`<p>${block}</p>`);
  });

  it.each([
    ["an underlined heading", "Prices\n------\n\nA list.", "<h2>Prices</h2>\n<p>A list.</p>"],
    [
      "an underlined heading directly before its text",
      "The rates?\n==========\nA list\nof rates",
      "<h2>The rates?</h2>\n<p>A list\nof rates</p>",
    ],
    ["two underlined headings", "One\n===\n\nTwo\n~~~\n\nA list.", "<h2>One</h2>\n<h2>Two</h2>\n<p>A list.</p>"],
    ["the head of columns", "Item   Price\n------------\nPeas", "<p>Item   Price\n------------\nPeas</p>"],
    ["a line between sentences", "The sea rose slowly\n---\nThen it fell", "<p>The sea rose slowly\n---\nThen it fell</p>"],
    ["a sum", "100\n---\n200 in all", "<p>100\n---\n200 in all</p>"],
    ["an item", "- a\n---\nwords go on here", "<p>- a\n---\nwords go on here</p>"],
  ])("shows %s", (_, block, html) => {
    expect(parsed(`Moon\n\nWords.\n\n${block}`).html.replaceAll("<br>", "")).toBe(`<p>Words.</p>\n${html}`);
  });

  it("keeps the lines of an author and a date above the text, which are no part of the summary", async () => {
    const text = "Moon\n\nBy Ada von Byron & G. Hopper\n19 January 2025\n\nIt rose.";
    expect(parsed(text).html).toBe("<header><p>By Ada von Byron &#x26; G. Hopper<br>\n19 January 2025</p></header>\n<p>It rose.</p>");
    expect((await compileOne(text, "2025-01-19-moon.txt")).summary).toBe("It rose.");
  });

  it.each(["By Monday it was over", "By the sea\nit rained", "19 January 2025\nwas cold", "Ada Lovelace\n19 January 2025", "2025"])(
    "does not take %j for an author and a date",
    (block) => {
      expect(parsed(`Moon\n\n${block}\n\nIt rose.`).html).not.toContain("<header>");
    },
  );

  it("shows an author and a date without a text, or in it", () => {
    expect(parsed("Moon\n\nBy Ada Lovelace").html).toBe("<p>By Ada Lovelace</p>");
    expect(parsed("Moon\n\nIt rose.\n\nBy Ada Lovelace").html).toBe("<p>It rose.</p>\n<p>By Ada Lovelace</p>");
  });

  it.each(["Kind regards,\nThe PTA", "Best wishes\nAda Lovelace", "Liebe Grüße\nÄnne"])("keeps the lines of the signature %j", (lines) => {
    expect(parsed(`Moon\n\nOne.\n\n${lines}`).html).toBe(`<p>One.</p>\n<p>${lines.replace("\n", "<br>\n")}</p>`);
    expect(parsed(`Moon\n\n${lines}\n\nOne.`).html).toBe(`<p>${lines}</p>\n<p>One.</p>`);
  });

  it.each(["The sea rose,\nslowly", "It rose.\nIt set.", "The sea rose over the harbour and its old,\nGrey walls"])(
    "joins the lines of %j at the end",
    (lines) => {
      expect(parsed(`Moon\n\nOne.\n\n${lines}`).html).toBe(`<p>One.</p>\n<p>${lines}</p>`);
    },
  );

  it("joins the lines of a block that has too many", () => {
    expect(parsed(`Moon\n\n${"- a\n".repeat(10_000)}`).html).toContain("<br>");
    expect(parsed(`Moon\n\n${"- a\n".repeat(10_001)}`).html).not.toContain("<br>");
  });

  it.each([
    ["See https://example.org/a_(b). More", '<a href="https://example.org/a_(b)">https://example.org/a_(b)</a>. More'],
    ["(https://example.org/a?b&c), and", '(<a href="https://example.org/a?b&#x26;c">https://example.org/a?b&#x26;c</a>), and'],
    ["On www.example.org!", 'On <a href="http://www.example.org">www.example.org</a>!'],
    ["次は https://example.org/a。", '次は <a href="https://example.org/a">https://example.org/a</a>。'],
    ["https://example.org/a\nhttps://example.org/b", '/a</a><br>\n<a href="https://example.org/b">'],
  ])("links the addresses in %j", (text, html) => {
    expect(parsed(`Moon\n\n${text}`).html).toContain(html);
  });

  it.each(["xhttps://example.org", "www. and https:// and www.x", "ada@www.example.org"])("finds no address in %j", (text) => {
    expect(parsed(`Moon\n\n${text}`).html).toBe(`<p>${text}</p>`);
  });

  it.each(["\n", "\r\n", "\r"])("reads lines that end with %j", (end) => {
    expect(parsed(["Moon", "", "One.", "", "Two."].join(end)).html).toBe("<p>One.</p>\n<p>Two.</p>");
  });

  it("leaves markup as it is", () => {
    expect(parsed("A <b> & *c*\n\n# <i>x</i> &amp;").html).toBe("<p># &#x3C;i>x&#x3C;/i> &#x26;amp;</p>");
  });

  it("ignores the first line as a title if the title is known", () => {
    expect(parsed("Moon\n\nIt rose.", "Sun")).toEqual({ html: "<p>Moon</p>\n<p>It rose.</p>", removed: [] });
    expect(parsed("Moon\n\nIt rose.", "Moon")).toMatchObject({ html: "<p>It rose.</p>" });
  });

  it.each([
    ["# Moon", "Moon"],
    ["##  Moon", "Moon"],
    ["#1 Moon", "#1 Moon"],
    ["#", "#"],
  ])("reads the title of %j without the mark of a heading", (line, title) => {
    expect(parsed(`${line}\n\nIt rose.`)).toEqual({ title, html: "<p>It rose.</p>", removed: [] });
    expect(parsed(`${line}\n\nIt rose.`, title)).toMatchObject({ html: "<p>It rose.</p>" });
  });

  it("parses an empty text", () => {
    expect(parsed("\n")).toEqual({ html: "", removed: [] });
    expect(parsed("Moon")).toEqual({ title: "Moon", html: "", removed: [] });
  });

  it.each([
    ["between paragraphs", ["One.", "The far side", "Two."], ["p", "h2", "p"]],
    ["with a full stop within", ["One.", "St. Ives", "Two."], ["p", "h2", "p"]],
    ["in digits", ["One.", "1969", "Two."], ["p", "h2", "p"]],
    ["with two lines", ["One.", "The far\nside", "Two."], ["p", "p", "p"]],
    ["first of all", ["By Ada Lovelace", "One."], ["p", "p"]],
    ["last of all", ["One.", "The far side"], ["p", "p"]],
    ["before another such line", ["One.", "Apples", "Pears", "Plums", "Two."], ["p", "p", "p", "p", "p"]],
    ["with a full stop", ["One.", "The far side.", "Two."], ["p", "p", "p"]],
    ["with a question mark", ["One.", "The far side?", "Two."], ["p", "p", "p"]],
    ["with a quotation mark", ["One.", "“The far side”", "Two."], ["p", "p", "p"]],
    ["with a colon", ["One.", "He said:", "Two."], ["p", "p", "p"]],
    ["with a full stop in Japanese", ["One.", "月の裏側。", "Two."], ["p", "p", "p"]],
    ["that is an address", ["One.", "https://example.org/a?b", "Two."], ["p", "p", "p"]],
    ["that is a quotation", ["One.", "> It rose", "Two."], ["p", "p", "p"]],
    ["that is an item", ["One.", "- a moon", "Two."], ["p", "p", "p"]],
    ["with a number", ["One.", "2. The moon", "Two."], ["p", "h2", "p"]],
    ["with a question mark in Arabic", ["One.", "القمر؟", "Two."], ["p", "p", "p"]],
    ["of one sign", ["One.", "#", "Two."], ["p", "p", "p"]],
    ["of several signs", ["One.", "~*~", "Two."], ["p", "p", "p"]],
    ["of a picture", ["One.", "🌙", "Two."], ["p", "p", "p"]],
    ["after a rule", ["One.", "---", "The far side", "Two."], ["p", "hr", "h2", "p"]],
    ["before a rule", ["One.", "Yours, Ada", "---", "Two."], ["p", "p", "hr", "p"]],
  ])("decides whether a line %s is a heading", (_, blocks, expected) => {
    const { html } = parsed(["Moon", ...blocks].join("\n\n"));
    expect([...html.matchAll(/<(h2|hr|p)>/g)].map(([, name]) => name)).toEqual(expected);
  });

  it.each(["---", "***", "-----", "=====", "_____", "~~~", "###", "* * *", "- - -", "———", "•  •  •"])("reads %j as a rule", (line) => {
    expect(parsed(`Moon\n\nOne.\n\n${line}\n\nTwo.`).html).toBe("<p>One.</p>\n<hr>\n<p>Two.</p>");
  });

  it.each(["--", "**", "*-*", "-=-=-", "--> <--"])("keeps %j as text", (line) => {
    expect(parsed(`Moon\n\nOne.\n\n${line}\n\nTwo.`).html).toContain(`<p>${line.replaceAll("<", "&#x3C;")}</p>`);
  });

  it("removes the line under the title", () => {
    expect(parsed("Moon\n====\n\nOne.").html).toBe("<p>One.</p>");
    expect(parsed("Moon\n----\nOne\nand www.example.org").html).toBe(
      '<p>One\nand <a href="http://www.example.org">www.example.org</a></p>',
    );
  });

  it.each([
    "Advertisement",
    "Advertising",
    "Ad",
    "Sponsored",
    "Sponsored content",
    "Recommended",
    "Recommended for you",
    "Recommended stories",
    "Related",
    "RELATED ARTICLES",
    "Related stories",
    "Related topics:",
    "More on this story",
    "More from The Gazette",
    "Most read",
    "Most popular",
    "Trending",
    "Read more:",
    "Read next",
    "Up next.",
    "Share",
    "Share this article",
    "Share this story",
    "Skip to content",
    "Skip advertisement",
    "Sign up",
    "Subscribe",
    "Newsletter",
    "Comments",
    "Story continues below advertisement",
    "Article continues below",
    "Continue reading",
    "Editors’ Picks",
    "Editors' picks",
    "Print",
    "Save",
    "Back to top",
  ])("removes %s on its own line", (line) => {
    const text = `Moon\n\nOne.\n\n ${line}\n\nTwo.`;
    expect(parsed(text)).toEqual({ title: "Moon", html: "<p>One.</p>\n<p>Two.</p>", removed: [{ text: line, line: 5 }] });
    expect(parsed(`Moon\n\nOne.\n${line}\n\nTwo.`).removed).toEqual([]);
  });

  it("ignores boilerplate when it finds headings and the title", () => {
    expect(parsed("Advertisement\n\nMoon\n\nOne.\n\nAdvertisement\n\nThe far side\n\nRelated\n\nTwo.")).toMatchObject({
      title: "Moon",
      html: "<p>One.</p>\n<h2>The far side</h2>\n<p>Two.</p>",
    });
  });

  it.each(["Advertisement rates rise", "Shared", "Related to this is the moon.", "Advertisement\nrates rise."])("keeps %s", (line) => {
    expect(parsed(`Moon\n\nOne.\n\n${line}\n\nTwo.`).html).toContain(line);
  });

  it("rejects too many paragraphs, with the line", () => {
    expect(() => parsePlainText("a\n\n".repeat(100_000))).not.toThrow();
    expect(() => parsePlainText("a\n\n".repeat(100_001))).toThrow(
      expect.objectContaining({ name: "ArticleError", line: 200_001, message: expect.stringContaining("more than 100000 paragraphs") }),
    );
  });
});
