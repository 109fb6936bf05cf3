import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import GithubSlugger from "github-slugger";
import { describe, expect, it } from "vitest";
import { siteSchema } from "../../src/settings/site-settings.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = [
  "README.md",
  "SECURITY.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
const withoutCode = (text: string) => text.replace(/^ *```[\s\S]*?^ *```/gm, "").replace(/`[^`\n]*`/g, "");

/** Returns the anchors that GitHub gives the headings of a page. */
function anchorsOf(path: string): Set<string> {
  const slugger = new GithubSlugger();
  const headings = read(path)
    .replace(/^ *```[\s\S]*?^ *```/gm, "")
    .matchAll(/^#{1,6} (.+)$/gm);
  return new Set(
    [...headings].map(([, heading = ""]) => slugger.slug(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, ""))),
  );
}

describe.each(pages)("%s", (page) => {
  it("has links that lead to files and headings", () => {
    const links = [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
    const broken = links.filter((link) => {
      if (/^(?:https?|mailto):/.test(link)) return false;
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).has(anchor));
    });
    expect(broken).toEqual([]);
  });
});

// The other two name files of other systems, and the changelog files of other versions.
const pagesWithPaths = pages.filter((page) => !/\/(?:CHANGELOG|coming-from|doctor-anywhere)\.md$/.test(page));

it.each(pagesWithPaths)("%s names only files of src/ and test/ that exist", (page) => {
  const paths = [...read(page).matchAll(/`((?:src|test)\/[\w./-]+)`/g)].map(([, path = ""]) => path);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

describe("the docs", () => {
  it("list every setting", () => {
    const listed = [...read("docs/settings.md").matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
    expect(listed.toSorted()).toEqual(Object.keys(siteSchema.shape).toSorted());
  });

  it("list every setting of a podcast", () => {
    const keys = Object.keys(siteSchema.shape.podcast.unwrap().shape);
    const text = read("docs/podcasts.md");
    expect(keys.filter((key) => !text.includes(`| \`${key}\` |`))).toEqual([]);
  });

  it("name the systems of imports alike", () => {
    const headings = [...read("docs/coming-from.md").matchAll(/^## (.+)$/gm)].flatMap(([, heading = ""]) => heading.split(" and "));
    const [, sites = "", exports = ""] = /site of ([\s\S]*?), or an export of ([\s\S]*?)\. /.exec(read("README.md")) ?? [];
    const named = `${sites}, ${exports}`.split(/,\s+|\s+or\s+/);
    expect(named.toSorted()).toEqual(headings.filter((heading) => heading !== "Any other folder").toSorted());
  });

  it("list every command", () => {
    const text = read("docs/commands.md");
    const helpers = ["types", "lint", "format"]; // npm test runs them; docs/CONTRIBUTING.md names them
    const missing = Object.keys(scripts).filter((name) => !helpers.includes(name) && !new RegExp(`\`npm (?:run )?${name}\\b`).test(text));
    expect(missing).toEqual([]);
  });

  // test/unit/cli/commands.test.ts tests those of src/cli/.
  const programs = Object.entries(scripts).filter(([, script]) => /^node test\/\S+$/.test(script));

  it.each(programs)("say that npm run %s prints its help", (name, script) => {
    expect(programs.map(([program]) => program).toSorted()).toEqual(["bench", "fuzz", "mutate", "soak"]);
    const { status, stderr, stdout } = spawnSync(process.execPath, [...script.split(" ").slice(1), "--help"], {
      cwd: root,
      encoding: "utf8",
    });
    expect([status, stderr, stdout]).toEqual([0, "", expect.stringMatching(`^npm run ${name} -- [\\s\\S]*\n {2}-h, --help  `)]);
  });

  it.each(["docs/conformance.md", "docs/security-tests.md"])("%s names only tests that exist", (page) => {
    const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
    const tables = read(page).match(/^\| .* Tested by \|\n(?:\|.*\|\n)+/gm) ?? [];
    const cells = tables.flatMap((table) => table.trim().split("\n")).map((row) => row.split(" | ").at(-1) ?? "");
    const names = cells.flatMap((cell) => [...cell.matchAll(/`([a-z][\w/-]*)`/g)].map(([, name = ""]) => name));
    const exists = (name: string) => tests.some((path) => new RegExp(`(?:^|/)${name}(?:$|/|\\.test\\.tsx?$|\\.ts$)`).test(path));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !exists(name))).toEqual([]);
  });
});
