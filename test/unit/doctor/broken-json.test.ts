import { describe, expect, it } from "vitest";
import { examineDocument } from "../../../src/doctor/examine-document.ts";
import { goodJson, now } from "./feed-server.ts";

const feed = goodJson("https://news.example/feed.json").replace(',"title"', ',\n"title"');
const errorsOf = (text: string) => {
  const { findings } = examineDocument(new TextEncoder().encode(text), undefined, now);
  return findings.filter(({ severity }) => severity === "error");
};

describe("examineDocument() finds a JSON Feed after other output", () => {
  it.each([
    ["a notice of PHP", "<br />\n<b>Notice</b>: x\n", 3, "do not show warnings of PHP"],
    ["a notice without HTML", "PHP Warning: Undefined variable\n", 2, "do not show warnings of PHP"],
    ["a line of a log", '[2024-11-06 12:00:00] app.ERROR: {"a":1}\n', 2, "do not show warnings"],
    ["a block of HTML", "<p>Warning</p>\n", 2, "do not show warnings"],
    ["the source of a program", "<?php $a = 1 ?>\n", 2, "instead of running it"],
    ["front matter", "---\npermalink: feed.json\n---\n", 4, "Make the generator read the front matter"],
    ["a comment", "// generated\n", 2, "Remove the comment"],
    ["a comment of HTML", "<!-- cached -->", 1, "Remove the comment"],
    ["a template", "{% comment %}{{ x }}{% endcomment %}\n", 2, "Find the plugin"],
    ["a call", "callback(", 1, "Remove the call around it"],
    ["an assignment", "const feed = ", 1, "a JSON Feed is not a script"],
  ])("%s", (_name, before, line, advice) => {
    for (const text of [
      before + feed,
      before + feed.replace(/^\{"version":[^,]*,/, '{"x":0,"version":"https://jsonfeed.org/version/1.1",'),
    ]) {
      const [first, ...others] = errorsOf(text);
      expect(first).toMatchObject({ check: "well-formed", message: "It is JSON Feed that cannot be parsed", location: { line } });
      expect(first?.evidence).toMatch(new RegExp(`^the feed begins on line ${line} only; before it, there is other output: "`));
      expect(first?.advice).toContain(advice);
      expect(others).toEqual([]);
    }
  });
});

describe("examineDocument() calls a JSON Feed broken that has", () => {
  const escaped = feed.replaceAll('"', "&#34;").replaceAll("/", "&#x2F;");

  it.each([
    ["names without quotation marks", feed.replace(/"(\w+)":/g, "$1:"), /property name/, "JSON.stringify(feed)"],
    ["apostrophes", feed.replaceAll('"', "'"), /property name/, "json.dumps(feed)"],
    ["curly quotation marks", feed.replaceAll('"', "\u201d"), /property name/, "straight quotation marks"],
    ["references of HTML", feed.replaceAll('"', "&quot;"), /property name/, "without escaping HTML"],
    ["references of HTML for slashes, too", escaped, /property name/, "without escaping HTML"],
    ["a comment", feed.replace("{", "{ // feed\n"), /property name/, "Remove the comments"],
    ["a line break in a text", feed.replace("News", "Ne\nws"), /control character/, "line breaks in texts as \\n"],
    ["a marker of Git", feed.replace(',"', ',\n<<<<<<< HEAD\n"'), /property name/, "Finish the merge"],
    ["no brackets", feed.slice(1, -1), /after JSON/, "between { and }"],
    ["two byte order marks", `\uFEFF\uFEFF${feed}`, /Unexpected token/, "one byte order mark at most"],
    ["an array around it", `[${feed}]`, /^it is a JSON array, and not an object$/, "Write the object alone"],
    ["a second encoding", JSON.stringify(feed), /^it is a JSON string that contains the feed$/, "Encode it once"],
    ["a comma too many", feed.replace("}]}", "},]}"), /Unexpected token '\]'/, "Remove the comma before it"],
    ["a comma after the last key", feed.replace("}]}", ",\n}]}"), /property name/, "Remove the comma before it"],
    ["another bracket too many", feed.replace("}]}", "}]]}"), /Expected ',' or '}'/, "write it with a JSON library"],
  ])("%s", (_name, text, evidence, advice) => {
    const [first, ...others] = errorsOf(text);
    expect(first).toMatchObject({ check: "well-formed", message: "It is JSON Feed that cannot be parsed" });
    expect(first?.evidence).toMatch(evidence);
    expect(first?.advice).toContain(advice);
    expect(others).toEqual([]);
  });
});

describe("examineDocument() says that a JSON Feed is cut off", () => {
  const pretty = JSON.stringify(JSON.parse(feed), null, 1);

  it.each([
    ["after its items", pretty.slice(0, -2), "} is missing", "write } at its end", pretty.split("\n").length - 1],
    ["after an entry", `${pretty.slice(0, -4)},\n `, "]} is missing", "Find out why", pretty.split("\n").length - 1],
    ["within a text", pretty.slice(0, pretty.indexOf("News") + 2), "a text is never ended", "Find out why it ends early", 3],
    ["after a name", pretty.slice(0, pretty.indexOf(": [")), "} is missing", "Find out why", 6],
    ["after a colon", pretty.slice(0, pretty.indexOf(" [")), "} is missing", "Find out why", 6],
    ["after a comma", pretty.slice(0, pretty.indexOf('\n "home_page')), "} is missing", "Find out why", 3],
    ["in one line", feed.replaceAll("\n", "").slice(0, -2), "]} is missing", "write ]} at its end", 1],
    [
      "after an escaped quotation mark",
      feed.replace("News", 'Ne\\"').slice(0, feed.indexOf("News") + 4),
      "a text is never ended",
      "Find",
      2,
    ],
  ])("%s", (_name, text, reason, advice, line) => {
    const [first] = errorsOf(text);
    expect(first).toMatchObject({
      check: "well-formed",
      evidence: expect.stringContaining(`the document ends, and ${reason}: it may be cut off, in `),
      advice: expect.stringContaining(advice),
      location: { line },
    });
  });

  it("but not if its fault is elsewhere", () => {
    for (const text of [feed.replace(",", ""), feed.replace("}]}", "}]]"), `${feed}}`])
      expect(errorsOf(text)[0]?.evidence).not.toContain("cut off");
  });
});

describe("examineDocument() takes no page for a feed", () => {
  it.each([
    ["with an example", `<!doctype html><title>x</title><pre>${feed}`],
    ["that is a fragment", `<p>Example:</p>\n<pre>${feed}</pre>`],
    ["with a script", `<html><script>${feed}`],
    ["of OPML", `<opml><body>${feed}</body></opml>`],
    ["of YAML", "version: https://jsonfeed.org/version/1.1"],
  ])("%s", (_name, text) => {
    expect(errorsOf(text)[0]?.message).toMatch(/^It is not a feed: /);
  });
});
