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
    ["the source of a program", "<?php $a = 1 ?>\n", 2, "do not show warnings"],
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
    ["no brackets", feed.slice(1, -1), /after JSON/, "between { and }"],
    ["two byte order marks", `\uFEFF\uFEFF${feed}`, /Unexpected token/, "one byte order mark at most"],
    ["an array around it", `[${feed}]`, /^it is a JSON array, and not an object$/, "Write the object alone"],
    ["a second encoding", JSON.stringify(feed), /^it is a JSON string that contains the feed$/, "Encode it once"],
    ["a comma too many", feed.replace("}]}", "},]}"), /Unexpected token '\]'/, "write it with a JSON library"],
  ])("%s", (_name, text, evidence, advice) => {
    const [first, ...others] = errorsOf(text);
    expect(first).toMatchObject({ check: "well-formed", message: "It is JSON Feed that cannot be parsed" });
    expect(first?.evidence).toMatch(evidence);
    expect(first?.advice).toContain(advice);
    expect(others).toEqual([]);
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
