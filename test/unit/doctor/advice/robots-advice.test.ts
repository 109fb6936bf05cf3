import { describe, expect, it } from "vitest";
import { adviceForRobots, forbiddenAmong } from "../../../../src/doctor/advice/robots-advice.ts";

const url = "https://a.example/robots.txt";

/** Does what the advice says, at the end of the group that it names. */
function follow(advice: string, text: string): string {
  const lines = text.split("\n");
  const change = (number: string, line: string) => lines.splice(Number(number) - 1, 1, line);
  const quotedLines: [string, string][] = [];
  for (const [, verb = "", quoted = "", number = ""] of advice.matchAll(
    /(?:^|, | and )(write only Disallow: instead of|remove) (.*?) \(line (\d+)\)/gi,
  )) {
    quotedLines.push([lines[Number(number) - 1]?.trim() ?? "", quoted]);
    change(number, /^write/i.test(verb) ? "Disallow:" : "");
  }
  for (const [line, quoted] of quotedLines) expect(line.replace(/ +/g, " ")).toBe(quoted);
  const group = / to the rules of User-agent: (\S+)$/.exec(advice)?.[1] ?? "*";
  const added = [...advice.matchAll(/Allow: (\S+?)(?=,| and | to the rules|$)/g)].map(([line]) => line);
  return [...lines, `User-agent: ${group}`, ...added].join("\n");
}

const all = (...rules: readonly string[]) => ["User-agent: *", ...rules].join("\n");

describe("adviceForRobots()", () => {
  it.each([
    [all("Disallow: /feed/"), ["/feed/"], "Add Allow: /feed/"], // of the same length
    [all("Disallow: /"), ["/feed/"], "Add Allow: /feed/"],
    [all("Disallow: /feed/$"), ["/feed/"], "Add Allow: /feed/$"],
    [all("Disallow: /*feed*"), ["/feed/"], "Add Allow: /feed/$"],
    [all("Disallow: */feed"), ["/feed/"], "Add Allow: /feed/"],
    [all("Disallow: /feed/$", "Disallow: /*/feed/"), ["/feed/"], "Add Allow: /feed/$"],
    [all("Disallow: */feed/*"), ["/feed/"], "Remove Disallow: */feed/* (line 2)"],
    [all("Disallow: */feed/*", "Disallow: /wp-admin/"), ["/feed/"], "Remove Disallow: */feed/* (line 2)"],
    [all("Disallow: */feed/*", "Disallow: /feed"), ["/feed/"], "Remove Disallow: */feed/* (line 2) and add Allow: /feed/"],
    [all("Disallow: */feed/*", "", "disallow : /*/*feed/  # feeds"), ["/a/feed/"], "Add Allow: /a/feed/$"],
    [all("", "disallow : /**/feed/**  # feeds"), ["/a/feed/"], "Remove disallow : /**/feed/** # feeds (line 3)"],
    [
      all("Disallow: */feed/*", "Disallow: /*feed*/*"),
      ["/feed/"],
      "Remove Disallow: /*feed*/* (line 3) and remove Disallow: */feed/* (line 2)",
    ],
    [all("Disallow: */feed/*"), ["/feed/", "/a/feed/"], "Remove Disallow: */feed/* (line 2)"],
    [all("Disallow: /*?*"), ["/?feed=rss2"], "Add Allow: /?feed=rss2"],
    [all("Disallow: /*.xml$"), ["/a.xml"], "Add Allow: /a.xml$"],
    [all("Disallow: /%C3%BC"), ["/%C3%BC"], "Add Allow: /%C3%BC"],
    [`${all("Disallow: /feed/")}\n\nUser-agent: Other\nAllow: /`, ["/feed/"], "Add Allow: /feed/ to the rules of User-agent: *"],
    [`User-agent: Other\nAllow: /\n\n${all("Disallow: /feed/")}`, ["/feed/"], "Add Allow: /feed/ to the rules of User-agent: *"],
    [`${all("Disallow: /a")}\n\n${all("Disallow: /feed/")}`, ["/feed/"], "Add Allow: /feed/"],
    [
      `${all("Disallow: /a")}\n\nUser-agent: FeedDoctor/1.0\nDisallow: /`,
      ["/feed/"],
      "Add Allow: /feed/ to the rules of User-agent: FeedDoctor",
    ],
    [
      `${all("Disallow: */feed/*")}\n\nUser-agent: BadBot\nDisallow: /`,
      ["/feed/"],
      "Write only Disallow: instead of Disallow: */feed/* (line 2)",
    ],
  ])("of %j for %j: %s", (text, paths, expected) => {
    expect(forbiddenAmong(paths, { url, text })).toEqual(paths);
    const advice = adviceForRobots(paths, { url, text });
    expect(advice).toBe(expected);
    expect(forbiddenAmong(paths, { url, text: follow(advice, text) })).toEqual([]);
  });

  it("names the paths if many rules forbid them", () => {
    const text = all(...Array.from({ length: 1000 }, (_, index) => `Disallow: ${"*".repeat(index + 10)}/feed/*`));
    expect(adviceForRobots(["/feed/"], { url, text })).toBe("Remove the rules of User-agent: * that match /feed/");
  });
});

describe("forbiddenAmong()", () => {
  it.each([
    ["User-agent: BadBot\nDisallow: /", []],
    ["Disallow: /", []], // it belongs to no agent
    ["User-agent: BadBot\nUser-agent: *\nDisallow: /feed", ["/feed/"]],
    ["User-agent: *\nDisallow: /\n\nUser-agent: FeedDoctor\nDisallow:", []],
  ])("%j", (text, expected) => {
    expect(forbiddenAmong(["/feed/", "/feed/"], { url, text })).toEqual(expected);
  });
});
