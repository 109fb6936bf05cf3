import { chmodSync, existsSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type BuildResult, build } from "../../../src/build/build.ts";
import { emptyCache } from "../../../src/build/cache/compile-cache.ts";
import { describeRest } from "../../../src/cli/report/describe-check.ts";
import { setAside } from "../../../src/cli/set-aside.ts";
import { makeFolder, settings } from "./sample-folder.ts";

const good = "---\ndate: 2024-11-06\n---\nText";

async function siteWith(articles: Readonly<Record<string, string | Buffer>>) {
  const files = Object.fromEntries(Object.entries(articles).map(([name, content]) => [`articles/${name}`, content]));
  const folder = makeFolder({ "wrangler.toml": settings, ...files });
  const config = join(folder, "wrangler.toml");
  const check = () => build({ config, environment: "", purpose: "deploy", now: Date.UTC(2025), cache: emptyCache });
  const read = (path: string) => readFileSync(join(folder, "articles", path), "utf8");
  return { folder, config, check, read };
}

const severities = ({ problems }: BuildResult) => problems.map(({ file, severity }) => `${severity} ${file}`);

describe("setAside()", () => {
  it("moves the articles with errors to the drafts, so that the others can be deployed", async () => {
    const { check, config, folder, read } = await siteWith({
      "good.md": good,
      "about.md": "# About",
      "a/b/date.md": "---\ndate: 2024-13-01\n---\nText",
      "open.md": "---\ntitle: x",
      "bytes.md": Buffer.from([0xff, 0xfe, 0xff]),
      "warned.md": `---\ndate: 2024-11-07\ntitel: x\n---\nText`,
      "_drafts/own.md": "---\ndate: soon\n---\nText",
    });
    const before = await check();
    expect(before.content).toBeUndefined();
    expect(setAside(config, before.problems).lines).toEqual([
      "Moved articles/a/b/date.md to articles/_drafts/a/b/date.md",
      "Moved articles/about.md to articles/_drafts/about.md",
      "Moved articles/bytes.md to articles/_drafts/bytes.md",
      "Moved articles/open.md to articles/_drafts/open.md",
    ]);
    const after = await check();
    expect(after.content?.entries.map(({ source }) => source)).toEqual(["warned.md", "good.md"]);
    expect(severities(after).filter((line) => line.startsWith("error"))).toEqual([]);
    expect(read("_drafts/a/b/date.md")).toMatch(
      /^---\n# Set aside by npm run check: line 3, column 7: Cannot read date "2024-13-01": no such day\ndate: 2024-13-01\n---\nText$/,
    );
    expect(read("_drafts/about.md")).toMatch(/^---\n# Set aside by npm run check: line 4, column 1: Cannot find a date .*\n---\n# About$/);
    expect(readFileSync(join(folder, "articles/_drafts/bytes.md"))).toEqual(Buffer.from([0xff, 0xfe, 0xff]));
    expect(existsSync(join(folder, "articles/about.md"))).toBe(false);
  });

  it("overwrites no draft, and chooses another name", async () => {
    const { check, config, folder, read } = await siteWith({
      ...{ "about.md": "# About", "a/index.md": "# A", "good.md": good },
      ...{ "_drafts/about.md": "mine", "_drafts/about-2.md": "mine, too", "_drafts/a/index.md": "mine" },
    });
    symlinkSync("nowhere.md", join(folder, "articles/link.md"));
    symlinkSync("elsewhere.md", join(folder, "articles/_drafts/link.md"));
    expect(setAside(config, (await check()).problems).lines).toEqual([
      "Moved articles/a/index.md to articles/_drafts/a/index-2.md",
      "Moved articles/about.md to articles/_drafts/about-3.md",
      "Moved articles/link.md to articles/_drafts/link-2.md",
    ]);
    expect([read("_drafts/about.md"), read("_drafts/about-2.md"), read("_drafts/a/index.md")]).toEqual(["mine", "mine, too", "mine"]);
    expect(read("_drafts/about-3.md")).toMatch(/# About$/);
    expect(readlinkSync(join(folder, "articles/_drafts/link.md"))).toBe("elsewhere.md");
    expect(severities(await check()).filter((line) => line.startsWith("error"))).toEqual([]);
  });

  it("keeps the files of an article in place, where the draft finds them", async () => {
    const bundle = "---\ndate: soon\nimage: a.png\nenclosure: talk.mp3\ntranscript: talk.txt\n---\n![A](a.png) [Good](../good.md)";
    const { check, config, folder } = await siteWith({
      ...{ "moon/index.md": bundle, "moon/a.png": "x", "moon/talk.mp3": "x", "moon/talk.txt": "Text", "good.md": good },
      ...{ "notes/flat.md": "---\ndate: soon\n---\n![B](b.png)", "notes/b.png": "x" },
    });
    const faultsOf = ({ problems }: BuildResult) => problems.map(({ message }) => message).filter((message) => /Cannot find/.test(message));
    const before = await check();
    expect(setAside(config, before.problems).moved).toEqual(["_drafts/moon/index.md", "_drafts/notes/flat.md"]);
    expect(readdirSync(join(folder, "articles/moon")).toSorted()).toEqual(["a.png", "talk.mp3", "talk.txt"]);
    const after = await build({ config, environment: "", purpose: "start", now: Date.UTC(2025), cache: emptyCache });
    expect(faultsOf(after)).toEqual([]);
    expect(severities(await check()).filter((line) => line.startsWith("error"))).toEqual([]);
  });

  it("moves links that cannot be followed, but not their targets", async () => {
    const { check, config, folder } = await siteWith({ "good.md": good, "a/b.md": good });
    writeFileSync(join(folder, "secret.md"), "secret");
    const link = (to: string, name: string) => symlinkSync(to, join(folder, "articles", name));
    link("../secret.md", "out.md");
    link("../nowhere.md", "a/nothing.md");
    link("/dev/null", "device.md");
    expect(setAside(config, (await check()).problems).moved.toSorted()).toEqual([
      "_drafts/a/nothing.md",
      "_drafts/device.md",
      "_drafts/out.md",
    ]);
    const leadsTo = (name: string) => readlinkSync(join(folder, "articles", name));
    expect([leadsTo("_drafts/out.md"), leadsTo("_drafts/a/nothing.md"), leadsTo("_drafts/device.md")]).toEqual([
      "../../secret.md",
      "../../nowhere.md",
      "/dev/null",
    ]);
    expect(readFileSync(join(folder, "secret.md"), "utf8")).toBe("secret");
    expect(readdirSync(join(folder, "articles")).toSorted()).toEqual(["_drafts", "a", "good.md"]);
    const after = await check();
    expect(after.content?.entries.length).toBe(2);
    expect(severities(after).filter((line) => line.startsWith("error"))).toEqual([]);
  });

  it("keeps the mode and the byte order mark of a file", async () => {
    const { check, config, folder, read } = await siteWith({ "about.md": "\uFEFF# About" });
    chmodSync(join(folder, "articles/about.md"), 0o600);
    setAside(config, (await check()).problems);
    expect(statSync(join(folder, "articles/_drafts/about.md")).mode & 0o777).toBe(0o600);
    expect(read("_drafts/about.md")).toMatch(/^\uFEFF---\n# Set aside .*\n---\n# About$/);
  });

  const bad = "date: 2024-13-01";
  const reason = "# Set aside by npm run check: LINE\n";
  it.each([
    ["blank lines before it", `\n\n---\n${bad}\n---\nText`, `\n\n---\n${reason}${bad}\n---\nText`, 5],
    ["a byte order mark and Windows lines", `\uFEFF---\r\n${bad}\r\n---\r\nText`, `\uFEFF---\r\n${reason}${bad}\r\n---\r\nText`, 3],
    ["blank lines and spaces", `\r\n  ---\n  ${bad}\n  ---\nText`, `\r\n  ---\n${reason}  ${bad}\n  ---\nText`, 1],
    ["TOML", '+++\ndate = "2024-13-01"\n+++\nText', `+++\n${reason}date = "2024-13-01"\n+++\nText`, 3],
    ["blank lines and TOML", '\n+++\ndate = "2024-13-01"\n+++\nText', `\n+++\n${reason}date = "2024-13-01"\n+++\nText`, 4],
    ["JSON", '{"date": "2024-13-01"}\nText', `{"set_aside": ["${reason.slice(2, -1)}"],\n "date": "2024-13-01"}\nText`, 2],
    ["no opening line", `title: A\n${bad}\n---\nText`, `title: A\n${bad}\n${reason}---\nText`, 2],
    ["a line across the page instead", "-----\n\nText", `---\n${reason}---\n-----\n\nText`, 4],
    ["a switch that publishes", `---\n${bad}\ndraft: false\n---\nText`, `---\n${reason}${bad}\ndraft: false\n---\nText`, 3],
    ["a blank line and no end", `\n---\n${bad}\nText`, `\n---\n${reason}${bad}\nText`, 2],
  ])("adds the reason to an article with %s, and changes nothing else", async (_name, text, expected, line) => {
    const { check, config, read } = await siteWith({ "bad.md": text, "good.md": good });
    expect(setAside(config, (await check()).problems).moved).toEqual(["_drafts/bad.md"]);
    const pattern = expected
      .split("LINE")
      .map((part) => RegExp.escape(part))
      .join(`line ${line}, .*`);
    expect(read("_drafts/bad.md")).toMatch(new RegExp(`^${pattern}$`));
    const after = await check();
    expect(after.content?.entries.map(({ source }) => source)).toEqual(["good.md"]);
    expect(severities(after).filter((each) => each.startsWith("error"))).toEqual([]);
  });

  it("adds the reason to an article in an old encoding without changing its bytes", async () => {
    const { check, config, folder } = await siteWith({
      "good.md": good,
      "latin.md": Buffer.from("---\ndate: 2024-11-06\n---\nZürich", "latin1"),
      "wide.md": Buffer.from("\uFEFF---\ndate: 2024-11-06\n---\nZürich", "utf16le"),
    });
    setAside(config, (await check()).problems);
    const read = (name: string, encoding: "latin1" | "utf16le") => readFileSync(join(folder, "articles/_drafts", name)).toString(encoding);
    const pattern = (line: number, reason: string) =>
      new RegExp(`^\uFEFF?---\n# Set aside by npm run check: line ${line}, .*${reason}.*\ndate: 2024-11-06\n---\nZürich$`);
    expect(read("latin.md", "latin1")).toMatch(pattern(5, "not in UTF-8"));
    expect(read("wide.md", "utf16le")).toMatch(pattern(1, "UTF-16"));
  });

  it("does not confuse an article with one whose name is not UTF-8", async () => {
    const { check, config, folder } = await siteWith({ "good.md": good, "bad\uFFFD.md": `---\ndate: 2024-11-05\n---\nGood` });
    const name = Buffer.concat([Buffer.from(join(folder, "articles/bad")), Buffer.from([0xff]), Buffer.from(".md")]);
    writeFileSync(name, "# No date");
    expect(setAside(config, (await check()).problems).lines).toEqual([expect.stringContaining("its name is not UTF-8; rename it")]);
    expect(readdirSync(join(folder, "articles")).length).toBe(3);
  });

  it("ignores files that are not articles", async () => {
    const { check, config, folder } = await siteWith({ "good.md": good, "_removed.txt": Buffer.from([0xff]) });
    expect(setAside(config, (await check()).problems).lines).toEqual([]);
    expect(existsSync(join(folder, "articles/_removed.txt"))).toBe(true);
  });

  it("recognizes such links by their cause, and not by the words of a message", () => {
    const config = join(makeFolder({ "articles/bad.md": "# No date" }), "wrangler.toml");
    const place = { file: "articles/good.md", line: 1, column: 1, severity: "warning", message: "A link" } as const;
    const bad = { ...place, file: "articles/bad.md", severity: "error" } as const;
    expect(setAside(config, [bad, place, { ...place, line: 2, cause: "faulty-target" }]).lines.at(-1)).toMatch(/: articles\/good\.md:2$/);
  });

  it("names the links that break, except those between moved articles", async () => {
    const { check, config } = await siteWith({
      "good.md": `${good}\n\n[About](about.md) and [about](./about.md)\n\n[Other](other.md)`,
      "about.md": "# About",
      "other.md": "[About](about.md)",
    });
    const { lines, moved } = setAside(config, (await check()).problems);
    expect(moved).toEqual(["_drafts/about.md", "_drafts/other.md"]);
    expect(lines.at(-1)).toMatch(
      /^Links to them are broken until you correct them and move them back: articles\/good\.md:\d+, articles\/good\.md:\d+$/,
    );
  });

  it("prints at most a screen, and only the problems of other articles", async () => {
    const faulty = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}.md`, '---\ndate: "31/02/2024"\n---\nText']));
    const { check, config } = await siteWith({ ...faulty, "good.md": `---\ndate: 2024-11-07\ntitel: x\n---\nText` });
    const { lines, moved } = setAside(config, (await check()).problems);
    expect([lines.length, moved.length]).toEqual([16, 60]);
    expect(lines.at(-1)).toBe("… and 45 more: ls articles/_drafts");
    expect(describeRest(await check(), moved, 0)).toEqual([
      expect.stringMatching(/^articles\/good\.md:3:1 warning .*titel/),
      expect.stringMatching(/^Compiled 1 article .*; 0 errors, 61 warnings$/),
    ]);
  });
});
