import { describe, expect, it } from "vitest";
import { adviseIn } from "../../../../src/doctor/publishing-system/advise-in.ts";
import { findSystem } from "../../../../src/doctor/publishing-system/find-system.ts";
import { hosts } from "../../../../src/doctor/publishing-system/hosts.ts";
import { knownSystems } from "../../../../src/doctor/publishing-system/known-systems.ts";
import { topicOf } from "../../../../src/doctor/publishing-system/topics.ts";
import { adviceFor } from "../../../../src/doctor/rule-advice.ts";

const rss = (generator: string) => `<rss><channel>${generator}<item><generator>Ghost</generator></item></channel></rss>`;
const find = (text: string, headers: Record<string, string> = {}) => findSystem({ kind: "rss", text }, new Headers(headers));

describe("findSystem()", () => {
  it.each([
    ["<generator>https://wordpress.org/?v=6.8</generator>", "WordPress"],
    ["<generator>Hugo</generator>", "Hugo"],
    ["<generator>Hugo -- gohugo.io</generator>", "Hugo"],
    ['<generator uri="https://jekyllrb.com/" version="4.3.3">Jekyll</generator>', "Jekyll"],
    ["<generator>Ghost 5.82</generator>", "Ghost"],
    ['<generator uri="https://hexo.io/">Hexo</generator>', "Hexo"],
    ['<atom:generator uri="https://www.getzola.org/">x</atom:generator>', "Zola"],
    ["<generator version='7.00' uri='http://www.blogger.com'>Blogger</generator>", "Blogger"],
    ["<generator><![CDATA[Substack]]></generator>", "Substack"],
    ["<generator>\n  Medium\n</generator>", "Medium"],
    ["<generator>Site-Server v@build.version@ (http://www.squarespace.com)</generator>", "Squarespace"],
    ["<generator>My own script</generator>", undefined],
    ["<generator>Not Mediums</generator>", undefined],
    ["", undefined], // the element of an entry does not count
  ])("recognizes %s", (generator, expected) => {
    expect(find(rss(generator)).generator).toBe(expected);
  });

  it.each([
    [{ "x-generator": "Drupal 11 (https://www.drupal.org)" }, { generator: "Drupal" }],
    [{ "x-powered-by": "Medium" }, { generator: "Medium" }],
    [{ link: '<https://a.example/wp-json/>; rel="https://api.w.org/"' }, { generator: "WordPress" }],
    [{ "x-pingback": "https://a.example/xmlrpc.php" }, { generator: "WordPress" }],
    [{ server: "GitHub.com" }, { host: "GitHub Pages" }],
    [{ server: "nginx", "x-powered-by": "PHP/8.4" }, {}],
  ])("recognizes the headers %j", (headers, expected) => {
    expect(find(rss(""), headers)).toEqual(expected);
    expect(findSystem({ kind: "json", text: "<generator>Hugo</generator>" }, new Headers(headers))).toEqual(expected);
  });
});

describe("adviseIn()", () => {
  const advise = (check: string, system: object, severity: "ok" | "error" = "error") =>
    adviseIn(system, [{ check, severity, message: "x" }])[0]?.systemAdvice;

  it("adds the place of a setting", () => {
    expect(advise("self link", { generator: "Hugo" })).toBe("In Hugo: Set baseURL in hugo.toml to the public address");
    expect(advise("size", { generator: "Jekyll" })).toBe("In Jekyll: Set posts_limit under feed in _config.yml");
  });

  it("says what to write for a guid, or else where the address is set", () => {
    expect(advise("InvalidHttpGUID", { generator: "Hugo" })).toMatch(/<guid>\{\{ \.Permalink \}\}<\/guid>.*isPermaLink="false"/);
    expect(advise("InvalidHttpGUID", { generator: "WordPress" })).toMatch(/^In WordPress: Settings/);
  });

  it("prefers the service that sends the file for its headers", () => {
    expect(advise("content type", { generator: "Hugo", host: "GitHub Pages" })).toMatch(/^On GitHub Pages: .*\.rss/);
    expect(advise("freshness", { generator: "Hugo", host: "Netlify" })).toMatch(/^On Netlify: .*_headers/);
    expect(advise("self link", { generator: "Hugo", host: "Netlify" })).toMatch(/^In Hugo: /);
  });

  it.each([
    ["a check that passed", "self link", { generator: "Hugo" }, "ok"],
    ["an unknown system", "self link", {}, "error"],
    ["a check without advice", "robots.txt", { generator: "Hugo" }, "error"],
    ["the text of the author", "NotHtml", { generator: "Hugo" }, "error"],
    ["headers, of which a generator of files decides nothing", "freshness", { generator: "Hugo" }, "error"],
  ] as const)("adds nothing for %s", (_name, check, system, severity) => {
    expect(advise(check, system, severity)).toBeUndefined();
  });

  it("has sentences without a full stop, in the form of the other advice", () => {
    const sentences = [...Object.values(knownSystems), ...Object.values(hosts)].flatMap(({ advice }) => Object.values(advice));
    expect(sentences.length).toBeGreaterThan(50);
    for (const sentence of sentences) expect(sentence).toMatch(/^[\s\S]{20,160}[^.]$/);
    expect(adviceFor("NotHtml")).not.toMatch(/\.$/);
  });
});

describe("topicOf()", () => {
  it.each([
    ["HEAD", "headers"],
    ["ContainsRelRef", "links"],
    ["IncorrectDOW", "template"],
    ["JSON Feed 1.1 language", "language"],
    ["well-formed", "template"],
    ["reachable", undefined],
  ])("of %s is %s", (check, expected) => {
    expect(topicOf(check)).toBe(expected);
  });
});
