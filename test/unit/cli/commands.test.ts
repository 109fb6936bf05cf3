import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, settings } from "./sample-folder.ts";

const good = "---\ndate: 2024-11-06\n---\nText";
const warned = "---\ndate: 2024-11-07\nmood: x\n---\nText";

function run(command: "check" | "new", folder: string, ...args: readonly string[]) {
  const program = resolve(import.meta.dirname, `../../../src/cli/${command}.ts`);
  const { CLOUDFLARE_ENV: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "--config", join(folder, "wrangler.toml"), ...args], {
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

const siteOf = (articles: Readonly<Record<string, string>>) =>
  makeFolder({
    "wrangler.toml": settings,
    ...Object.fromEntries(Object.entries(articles).map(([name, text]) => [`articles/${name}`, text])),
  });

describe("npm run check", () => {
  it.each([
    ["0 where all is well", { "a.md": good }, [], 0],
    ["0 where there are warnings", { "a.md": warned }, [], 0],
    ["1 where warnings count", { "a.md": warned }, ["--strict"], 1],
    ["0 where they count and there are none", { "a.md": good }, ["--strict"], 0],
    ["1 where there is an error", { "a.md": "Text" }, [], 1],
    ["2 where it is asked for what it does not know", { "a.md": good }, ["--formt", "json"], 2],
    ["2 where it is asked for another format", { "a.md": good }, ["--format", "xml"], 2],
  ])("ends with %s, and writes nothing", (_criterion, articles: Record<string, string>, args, expected) => {
    const folder = siteOf(articles);
    const { status, stderr } = run("check", folder, ...args);
    expect(status).toBe(expected);
    expect(stderr.split("\n").length).toBe(expected === 2 ? 2 : 1); // a line that says it, and no stack
    expect(existsSync(join(folder, "build"))).toBe(false);
  });

  it("says everything at once, as the build does", () => {
    const { stdout } = run("check", siteOf({ "a.md": "Text", "b.md": warned, "c.md": "Text" }));
    expect(stdout).toMatch(/a\.md:1:1 error .*\n.*b\.md:3:1 warning .*\n.*c\.md:1:1 error .*\nNothing compiled; 2 errors, 1 warnings\n$/);
  });

  it("gives editors and CI what it found as JSON", () => {
    expect(JSON.parse(run("check", siteOf({ "a.md": good, "b.md": warned }), "--format", "json").stdout)).toEqual({
      problems: [{ file: "articles/b.md", line: 3, column: 1, severity: "warning", message: 'Cannot use key "mood": it is not known' }],
      entries: ["b", "a"].map((name) => ({
        source: `${name}.md`,
        url: `https://example.com/articles/${name}`,
        id: `https://example.com/articles/${name}`,
        published: expect.stringMatching(/^2024-11-0[67]T00:00:00\.\d{3}Z$/),
      })),
    });
    expect(JSON.parse(run("check", siteOf({ "a.md": "Text" }), "--format", "json").stdout)).toMatchObject({
      problems: [{ severity: "error" }],
      entries: [],
    });
  });
});

describe("npm run new", () => {
  it("begins a draft, and says what to do with it", () => {
    const folder = siteOf({});
    const { status, stdout } = run("new", folder, "A walk:", "to the lighthouse");
    expect(status).toBe(0);
    const [name = ""] = readdirSync(join(folder, "articles"));
    expect(name).toMatch(/^\d{4}-\d{2}-\d{2}-a-walk-to-the-lighthouse\.md$/);
    expect(readFileSync(join(folder, "articles", name), "utf8")).toMatch(/^---\ntitle: "A walk: to the lighthouse"\n/);
    expect(stdout).toContain(`articles/${name} is a draft`);
    expect(run("check", folder, "--strict").stdout).not.toContain(" error ");
  });

  it("never writes over an article", () => {
    const folder = siteOf({});
    run("new", folder, "A walk");
    const before = readdirSync(join(folder, "articles")).map((name) => readFileSync(join(folder, "articles", name), "utf8"));
    const { status, stderr } = run("new", folder, "A walk");
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Cannot begin articles\/.*-a-walk\.md: there is such a file already\n$/)]);
    expect(readdirSync(join(folder, "articles")).map((name) => readFileSync(join(folder, "articles", name), "utf8"))).toEqual(before);
  });

  it.each([
    ["without a title", [], /^Cannot begin an article without a title/],
    ["with settings that cannot be read", ["A"], /Cannot do without title/],
  ])("says what is wrong %s", (_criterion, args, expected) => {
    const folder = args.length === 0 ? siteOf({}) : makeFolder({ "wrangler.toml": "[vars.SITE]\n" });
    const { status, stderr } = run("new", folder, ...args);
    expect([status, stderr]).toEqual([1, expect.stringMatching(expected)]);
  });
});
