import { describe, expect, it } from "vitest";
import { replaceTumblrMark } from "../../../src/import/tumblr-mark.ts";
import { cpuMilliseconds } from "../../cpu-milliseconds.ts";
import { compileImported, imported } from "./imported.ts";

describe("replaceTumblrMark()", () => {
  it.each([
    ["<p>a</p><p>[[MORE]]</p><p>b</p>", "<p>a</p><!--more--><p>b</p>"],
    ["<p>a</p>\n[[MORE]]\n<p>b</p><p>[[MORE]]</p>", "<p>a</p><!--more--><p>b</p>"],
    ["a<br/>[[MORE]]<br/>b", "a<br/><!--more--><br/>b"],
    ["<p> [[MORE]] </p><p>b</p>", "<p>b</p>"],
  ])("replaces the mark in %j", (html, expected) => {
    expect(replaceTumblrMark(html)).toBe(expected);
  });

  it.each(["<p>Write [[MORE]] there.</p>", "<p>a</p><pre><code>[[MORE]]</code></pre>", "<p>[[more]]</p>"])("leaves %j as it is", (html) => {
    expect(replaceTumblrMark(html)).toBe(html);
  });

  it("takes linear time", () => {
    const start = cpuMilliseconds();
    for (const part of ["<p>[[MORE]]</p>", "<br>[[MORE]]", "</p> ", "<p> "]) replaceTumblrMark(part.repeat(50_000));
    expect(cpuMilliseconds() - start).toBeLessThan(5000);
  });
});

describe("the import of a post of Tumblr", () => {
  it("ends the summary at the mark", async () => {
    const [entry] = await compileImported([imported({ content: "<p>Up.</p><p>On.</p><p>[[MORE]]</p><p>Down.</p>" })]);
    expect([entry?.summary, entry?.content]).toEqual(["Up. On.", "<p>Up.</p><p>On.</p><p>Down.</p>"]);
  });
});
