import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const src = resolve(import.meta.dirname, "../../src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
const textOf = (file: string) => readFileSync(join(src, file), "utf8");
const codeOf = (file: string) => textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
const importsOf = (file: string) => [...textOf(file).matchAll(/(?:from|import) "([^"]+)"/g)].map(([, name = ""]) => name);

describe("the layout of src/", () => {
  it.each(files.filter((file) => /^(?:conformance|content|doctor|feed|import|static-host)\//.test(file)))(
    "%s is pure: no hono, no Node, no Cloudflare",
    (file) => {
      expect(importsOf(file).filter((name) => /^(?:hono|node:|cloudflare:)/.test(name))).toEqual([]);
    },
  );

  it.each(files.filter((file) => !/^(?:cli\/|files\/|worker\.ts$)/.test(file)))("%s reads no clock and no environment", (file) => {
    expect(codeOf(file)).not.toMatch(/Date\.now|new Date\(\)|performance\.now|process\.|\benv\./);
  });

  it.each(files.filter((file) => !/^cli\//.test(file)))("%s imports nothing from the command line", (file) => {
    expect(importsOf(file).filter((name) => name.includes("cli/"))).toEqual([]);
  });

  // Names of files and foreign texts would reach a terminal as they are. The Worker logs JSON.
  it.each(files.filter((file) => !/^(?:cli\/terminal\/|worker\.ts$)/.test(file)))("%s prints through the terminal module alone", (file) => {
    expect(codeOf(file)).not.toMatch(/\bconsole\b|process\.(?:stdout|stderr|emitWarning|_rawDebug)|node:console/);
  });

  it("reports crashes of every command through the terminal module", () => {
    const { scripts } = JSON.parse(readFileSync(join(src, "../package.json"), "utf8")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const programs = Object.values(scripts).flatMap((script) => /^node src\/(?<program>cli\/\S+)$/.exec(script)?.groups?.["program"] ?? []);
    expect(programs.length).toBeGreaterThan(8);
    for (const program of programs) expect(codeOf(program), program).toMatch(/^exitOnFailure\(\);$/m);
  });

  it("has no circles, of types either", () => {
    const free = new Set<string>(); // no way leads from there to itself
    const follow = (file: string, way: readonly string[]): void => {
      expect([...way, file].slice(way.indexOf(file)), "a circle").toEqual([file]);
      if (free.has(file)) return;
      for (const name of importsOf(file).filter((each) => each.startsWith("."))) {
        const next = relative(src, resolve(src, dirname(file), name)).replaceAll("\\", "/");
        if (files.includes(next)) follow(next, [...way, file]);
      }
      free.add(file);
    };
    for (const file of files) follow(file, []);
  });

  it("keeps what judges and reads other people's feeds out of the Worker", () => {
    const reached = new Set(["worker.ts"]);
    for (const file of reached) {
      const own = importsOf(file).filter((name) => name.startsWith("."));
      for (const name of own) reached.add(relative(src, resolve(src, dirname(file), name)).replaceAll("\\", "/"));
    }
    expect(reached.size).toBeGreaterThan(50);
    expect([...reached].filter((file) => /^(?:cli|conformance|doctor|import)\//.test(file))).toEqual([]);
  });

  it("keeps the correction of the feed package to its adapters", () => {
    const users = files.filter((file) => importsOf(file).includes("feed"));
    expect(users.sort()).toEqual(["feed/atom.ts", "feed/feed-library.ts", "feed/json-feed.ts", "feed/rss.ts"]);
  });

  it("reads what other people have written through files/ alone, which follows no link out of a folder", () => {
    const readers = files.filter((file) =>
      /\b(?:readFile|createReadStream|readdir|open|cp|copyFile)(?:Sync)?\b.* from "node:fs/.test(textOf(file)),
    );
    const ofTheOwner = ["code-fingerprint", "compile-cache", "export-site", "known-chunks", "open-source", "settings-file"];
    const others = ["site-folder", "verify-cache-setting", "verify-storage", "write-build"]; // a file that the owner named, wrangler.toml, and our own icons
    const outside = readers.filter((file) => !file.startsWith("files/"));
    expect(outside.sort()).toEqual([...ofTheOwner, ...others].map((name) => `cli/${name}.ts`).sort());
  });

  it.each(files)("%s is one idea long", (file) => {
    expect(textOf(file).split("\n").length).toBeLessThanOrEqual(250);
  });
});
