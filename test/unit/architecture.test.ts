import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const src = resolve(import.meta.dirname, "../../src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
const textOf = (file: string) => readFileSync(join(src, file), "utf8");
const codeOf = (file: string) => textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
const importsOf = (file: string) => [...textOf(file).matchAll(/(?:from|import) "([^"]+)"/g)].map(([, name = ""]) => name);
const ownImportsOf = (file: string) =>
  importsOf(file)
    .filter((name) => name.startsWith("."))
    .map((name) => relative(src, resolve(src, dirname(file), name)).replaceAll("\\", "/"))
    .filter((name) => files.includes(name));
// Files import from folders that come before their own. The main module of the Worker and its app are in src/ itself.
const folders = [
  ["base", "base/language", "files", "terminal", "limits", "settings", "model", "network", "routing"],
  [
    "limits",
    "front-matter/keys",
    "front-matter",
    "metadata",
    "permalink",
    "html",
    "plain-html/services",
    "plain-html",
    "links",
    "markup/code",
    "markup/dialects/lines",
    "markup/formulas",
    "markup/dialects/inline",
    "markup/dialects/directives",
    "markup/dialects",
    "markup/shortcodes/tags",
    "markup/shortcodes",
    "markup/expressions",
    "markup",
    "compile",
  ].map((name) => `content/${name}`),
  ["store", "feed/xml-js", "feed", "http", "pages/content", "pages/parts", "pages", "resources", "websub", "."],
  ["rules", "values", "xml", "elements", "extensions", "."].map((name) => join("conformance", name)),
  [
    "feed-parser",
    "doctor/live-site",
    "doctor/location",
    "doctor/advice",
    "doctor/publishing-system",
    "doctor/comparison",
    "doctor",
    "static-host",
  ],
  [
    "old-markdown",
    "old-pages",
    "site-rules",
    "constants",
    "configuration",
    "configuration/python",
    "site-code",
    "feed-code",
    "template-tags",
    "liquid",
    "go-templates",
    "own-shortcodes",
  ].map((name) => `import/${name}`),
  [
    "astro",
    "docusaurus",
    "eleventy",
    "gatsby",
    "hexo",
    "hugo",
    "jekyll",
    "mkdocs",
    "next",
    "nikola",
    "pelican",
    "quartz",
    "unknown",
    "sveltekit",
    "vuepress",
    "zola",
    ".",
  ].map((name) => join("import/generators", name)),
  ["encoding", "links", "offered-settings", "old-site", "hidden-parts", "ghost", "wordpress", "medium", "substack", "."].map((name) =>
    join("import", name),
  ),
  ["source", "wrangler", "cache", "verify", "processes", "package"].map((name) => `build/${name}`),
  [
    "build",
    "cli/report",
    "cli/wrangler",
    "cli/doctor",
    "cli/deploy/live",
    "cli/deploy",
    "cli/import",
    "cli/start",
    "cli/bundle",
    "cli",
    "cli/package",
  ],
].flat();
const folderOf = (file: string) => dirname(file);
const inFolders = (...names: readonly string[]) => files.filter((file) => names.some((name) => file.startsWith(`${name}/`)));
const filesWith = (candidates: readonly string[], pattern: RegExp) => candidates.filter((file) => pattern.test(codeOf(file)));

describe("the code map", () => {
  it("lists every folder of src/ in the order of imports", () => {
    const map = readFileSync(join(src, "../docs/code.md"), "utf8");
    const listed = [...map.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, names = ""]) =>
      [...names.matchAll(/`([^`]+?)\/?`/g)].map(([, name = ""]) => name),
    );
    const all = readdirSync(src, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
    const paths = all.map(({ name, parentPath }) => relative(src, join(parentPath, name)).replaceAll("\\", "/"));
    const unlisted = /^(?:content|pages\/icons|import\/generators\/.+)$/; // without files of their own, without code, and one for each generator
    const expected = paths.filter((path) => !unlisted.test(path));
    const listedFolders = listed.filter((name) => !name.endsWith(".ts"));
    expect(listedFolders.toSorted()).toEqual(expected.toSorted());
    const ordered = listedFolders.filter((name) => folders.includes(name));
    expect(ordered).toEqual(ordered.toSorted((a, b) => folders.indexOf(a) - folders.indexOf(b)));
  });
});

describe("the layout of src/", () => {
  it("has folders of at most 26 files", () => {
    const counts = Map.groupBy(files, folderOf);
    expect([...counts.keys()].sort()).toEqual([...folders].sort());
    for (const [folder, { length }] of counts) expect(length, folder).toBeLessThanOrEqual(26);
  });

  it("imports only from lower folders", () => {
    const upward = files.flatMap((file) =>
      ownImportsOf(file)
        .filter((name) => folders.indexOf(folderOf(name)) > folders.indexOf(folderOf(file)))
        .map((name) => `${file} -> ${name}`),
    );
    expect(upward).toEqual([]);
  });

  it("has no import cycles, including types", () => {
    const free = new Set<string>(); // files that are in no cycle
    const follow = (file: string, path: readonly string[]): void => {
      expect([...path, file].slice(path.indexOf(file)), "a cycle").toEqual([file]);
      if (free.has(file)) return;
      for (const next of ownImportsOf(file)) follow(next, [...path, file]);
      free.add(file);
    };
    for (const file of files) follow(file, []);
  });

  it("keeps the core pure: no hono, no Node, no Cloudflare", () => {
    const core = inFolders(
      "conformance",
      "content",
      "doctor",
      "feed",
      "feed-parser",
      "import",
      "limits",
      "model",
      "settings",
      "static-host",
    );
    expect(core.filter((file) => importsOf(file).some((name) => /^(?:hono|node:|cloudflare:)/.test(name)))).toEqual([]);
  });

  it("reads the clock and the environment only in the command line and worker.ts", () => {
    const others = files.filter((file) => !/^(?:cli\/|files\/|terminal\/|worker\.ts$|build\/processes\/|build\/wrangler\/)/.test(file));
    expect(filesWith(others, /Date\.now|new Date\(\)|performance\.now|process\.(?!platform|versions)|\benv\.[A-Z]/)).toEqual([]);
  });

  // Otherwise file names and untrusted texts would reach a terminal unescaped. The Worker logs JSON, and read-configuration.ts collects what
  // wrangler would print.
  it("prints only through the terminal module", () => {
    const others = files.filter((file) => !/^(?:terminal\/|worker\.ts$|build\/wrangler\/read-configuration\.ts$)/.test(file));
    expect(filesWith(others, /\bconsole\b|process\.(?:stdout|stderr|emitWarning|_rawDebug)|node:console/)).toEqual([]);
  });

  it("reports crashes of every command through the terminal module", () => {
    const { scripts } = JSON.parse(readFileSync(join(src, "../package.json"), "utf8")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const commands = Object.values(scripts).flatMap(
      (script) => /^node src\/cli\/run\.js (?<command>\S+)$/.exec(script)?.groups?.["command"] ?? [],
    );
    expect(commands.length).toBeGreaterThan(8);
    const modules = commands.map((command) => (command === "compile" ? "compile-command" : command)); // compile.ts only runs the other
    for (const module of modules) expect(codeOf(`cli/${module}.ts`), module).toMatch(/^exitOnFailure\(\);$/m);
  });

  it("keeps the conformance checks, the feed parsers and the build out of the Worker", () => {
    const reached = new Set(["worker.ts"]);
    for (const file of reached) for (const next of ownImportsOf(file)) reached.add(next);
    expect(reached.size).toBeGreaterThan(50);
    const excluded = /^(?:build|cli|conformance|content|doctor|feed-parser|files|import|limits|static-host|terminal)\//;
    expect([...reached].filter((file) => excluded.test(file))).toEqual([]);
  });

  it("imports the feed package only in its adapters", () => {
    const users = files.filter((file) => importsOf(file).includes("feed"));
    expect(users.sort()).toEqual(["feed/atom.ts", "feed/feed-package.ts", "feed/json-feed.ts", "feed/rss.ts"]);
  });

  it("reads untrusted files only through files/, which follows no link out of a folder", () => {
    const readers = files.filter((file) =>
      /\b(?:readFile|createReadStream|readdir|open|cp|copyFile)(?:Sync)?\b.* from "node:fs/.test(textOf(file)),
    );
    // The owner's own files: sources, packages, caches, settings, and a file that an argument names.
    const trusted = [
      ...["build/code-fingerprint.ts", "build/package/third-party-notices.ts", "build/package/write-package.ts", "build/run-worker.ts"],
      ...[
        "build/source/read-words.ts",
        "build/write-build.ts",
        "cli/bundle/write-bundle.ts",
        "cli/export-site.ts",
        "cli/import/open-source.ts",
      ],
      "cli/start/watch-folder-tree.ts", // lists folders, and follows no link
      "terminal/source-positions.ts",
    ];
    expect(readers.filter((file) => !file.startsWith("files/")).sort()).toEqual(trusted);
  });

  it("locates the project in one file only, because bundles of the commands are elsewhere", () => {
    const inTexts = ["build/package/bundle-doctor.ts", "cli/bundle/write-bundle.ts", "import/constants/constant-value.ts"];
    const users = filesWith(files, /\bimport\.meta\b|__dirname|__filename/);
    expect(users.filter((file) => !inTexts.includes(file))).toEqual(["files/project-root.ts"]);
  });

  it("imports wrangler and Miniflare dynamically, because a static import would slow every bundled command", () => {
    expect(filesWith(files, /^import (?!type )[^;]* from "(?:wrangler|miniflare)"/m)).toEqual([]);
  });

  it("has files of at most 250 lines", () => {
    expect(files.filter((file) => textOf(file).split("\n").length > 250)).toEqual([]);
  });
});
