import { describe, expect, it } from "vitest";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { addressesOf, type Files, open, planOf } from "./in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText";
const site: Files = { "hugo.toml": 'baseURL = "https://example.org/"', "content/posts/a  b.md": post };
const addressIn = (files: Files) => addressesOf(hugo, { ...site, ...files })["content/posts/a  b.md"];
const netlify = (version: string) => ({ "netlify.toml": `[build.environment]\nHUGO_VERSION = "${version}"` });

// The addresses are those that Hugo 0.111.3 builds.
describe("hugo.plan() computes the address before Hugo 0.123 of", () => {
  it.each([
    ["posts/one  two", "/posts/one-two/"],
    ["posts/three - four", "/posts/three-four/"],
    ["posts/five.  six", "/posts/five.-six/"],
    ["posts/seven & eight", "/posts/seven-eight/"],
    ["posts/a -- b", "/posts/a--b/"],
    ["posts/ lead", "/posts/-lead/"],
    ["posts/C++  x", "/posts/c++-x/"],
    ["posts/My  Sec - tion/A  B", "/posts/my-sec-tion/a-b/"],
    ["p/A  B", "/p/a-b/"],
  ])("%s.md", (name, address) => {
    const files = { "hugo.toml": '[permalinks]\np = "/:sections/:filename/"', [`content/${name}.md`]: post, ...netlify("0.111.3") };
    expect(addressesOf(hugo, files)).toEqual({ [`content/${name}.md`]: address });
  });

  it("a page in HTML without front matter", () => {
    const files = { ...site, "content/posts/p.html": "<p>Text</p>" };
    const addressWith = (pinned: Files) => addressesOf(hugo, { ...files, ...pinned })["content/posts/p.html"];
    expect([{}, netlify("0.122.0"), netlify("0.123.0")].map(addressWith)).toEqual([undefined, "/posts/p.html", "/posts/p/"]);
  });
});

describe("isRecentHugo() reads the version from", () => {
  it.each<[string, (version: string) => Files]>([
    ["netlify.toml", netlify],
    [
      "netlify.toml for production",
      (version) => ({
        "netlify.toml": `[build.environment]\nHUGO_VERSION = "0.1"\n[context.production.environment]\nHUGO_VERSION = "${version}"`,
      }),
    ],
    ["a workflow", (version) => ({ ".github/workflows/a.yml": `env:\n  HUGO_VERSION: ${version}\n` })],
    [
      "an action",
      (version) => ({ ".github/workflows/a.yaml": `uses: peaceiris/actions-hugo@v2.6\nwith:\n  hugo-version: '${version}'\n` }),
    ],
    [
      "a download",
      (version) => ({ ".github/workflows/a.yml": `run: wget https://x/hugo/v${version}/hugo_extended_${version}_linux.deb\n` }),
    ],
    ["an image", (version) => ({ ".gitlab-ci.yml": `image: registry.gitlab.com/pages/hugo:${version}\n` })],
    ["vercel.json", (version) => ({ "vercel.json": `{ "build": { "env": { "HUGO_VERSION": "${version}" } } }` })],
    [".tool-versions", (version) => ({ ".tool-versions": `nodejs 20.1.0\nhugo extended_${version}\n` })],
    ["mise.toml", (version) => ({ "mise.toml": `[tools]\nhugo = "${version}"\n` })],
    [".hvm", (version) => ({ ".hvm": `v${version}\n` })],
    ["hugo-extended", (version) => ({ "package.json": `{ "devDependencies": { "hugo-extended": "^${version}" } }` })],
    [
      "hugo-bin",
      (version) => ({ "package.json": `{ "devDependencies": { "hugo-bin": "0.99.0" }, "hugo-bin": { "version": "${version}" } }` }),
    ],
  ])("%s", (_name, files) => {
    expect([addressIn(files("0.111.3")), addressIn(files("0.123.0")), addressIn(files("1.0.0"))]).toEqual([
      "/posts/a-b/",
      "/posts/a--b/",
      "/posts/a--b/",
    ]);
    expect([files("0.111.3"), files("0.123.0")].flatMap((pinned) => notesOf(pinned))).toEqual([]);
  });

  it("module.hugoVersion, if it is on one side", () => {
    const withModule = (lines: string) => ({ "hugo.toml": `[module.hugoVersion]\n${lines}` });
    expect(addressIn(withModule('max = "0.122.0"'))).toBe("/posts/a-b/");
    expect(notesOf(withModule('min = "0.123.0"'))).toEqual([]);
    expect(notesOf(withModule('min = "0.100.0"\nmax = "0.140"'))).toEqual([
      expect.stringMatching(/^Hugo before 0\.123 .*: content\/posts\/a {2}b\.md$/),
    ]);
  });

  it("the folder of the site and those above it", () => {
    const inFolder = Object.fromEntries(Object.entries(site).map(([path, text]) => [`web/${path}`, text]));
    expect(addressesOf(hugo, { ...inFolder, ...netlify("0.111.3") })).toEqual({ "web/content/posts/a  b.md": "/posts/a-b/" });
  });

  it.each<[string, Files]>([
    ["no file", {}],
    ["hugo-bin, whose numbers are its own", { "package.json": '{ "devDependencies": { "hugo-bin": "0.99.0" } }' }],
    ["a version of another program in the line", { ".github/workflows/a.yml": "run: hugo --minify && npx x 0.12\n" }],
    ["a version of another program", { ".github/workflows/a.yml": "uses: peaceiris/actions-hugo@v2.6\nwith:\n  node-version: 0.12\n" }],
  ])("%s: a note names the posts whose address depends on it", (_name, files) => {
    expect(addressIn(files)).toBe("/posts/a--b/");
    expect(notesOf(files)).toEqual([expect.stringMatching(/^Hugo before 0\.123 .*: content\/posts\/a {2}b\.md$/)]);
  });

  it("no file, without a note if no address depends on it", () => {
    const opened = open(hugo, { "hugo.toml": "title = 'A'", "content/posts/a b.md": post });
    planOf(opened, "content/posts/a b.md", post);
    expect(opened.notes).toEqual([]);
  });
});

function notesOf(files: Files): readonly string[] {
  const opened = open(hugo, { ...site, ...files });
  planOf(opened, "content/posts/a  b.md", post);
  return opened.notes;
}
