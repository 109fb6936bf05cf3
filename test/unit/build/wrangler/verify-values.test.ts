import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyMain, verifyValues } from "../../../../src/build/wrangler/verify-values.ts";
import { parseWranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";
import { makeFolder } from "../../cli/sample-folder.ts";

const now = Date.parse("2026-11-29T12:00:00Z");
function verify(text: string, environment = "") {
  const file = parseWranglerFile(text, join(makeFolder({ "own.ts": "" }), "wrangler.toml"));
  return verifyValues(file, environment, now).map(({ line, message }) => `${line} ${message}`);
}

describe("verifyValues()", () => {
  it.each([
    ['main = "src/worker.ts"'], // settings and articles can be checked without it
    ['main = "own.ts"'],
    ['compatibility_date = "2026-11-29"'],
    ['routes = ["example.com/*", "*.example.com/feeds/*", { pattern = "https://example.com/x", zone_name = "example.com" }]'],
    ['routes = [{ pattern = "feeds.example.com", custom_domain = true }]'],
    ['[triggers]\ncrons = ["*/5 * * * *", "0 0 L * *", "30 6 * * MON-FRI", "0 9 1,15 * 2#1"]'],
    ["main = 3\nroute = 5\ncompatibility_date = 1\n[triggers]\ncrons = 3"], // the types are for wrangler
  ])("accepts %s", (text) => {
    expect(verify(text)).toEqual([]);
  });

  it.each([
    ['x = 1\nmain = "src/nope.ts"', /^2 Cannot find main "src\/nope\.ts": write main = "src\/worker\.ts", or create the file$/],
    ['compatibility_date = "2099-01-01"', /^1 Cannot use compatibility_date "2099-01-01": it is in the future/],
    ['[triggers]\ncrons = ["whenever"]', /^2 Cannot use the schedule "whenever" in triggers\.crons: write five fields/],
    ['[triggers]\ncrons = ["* * * *"]', /^2 Cannot use the schedule/],
    ['[triggers]\ncrons = ["at five in the morning"]', /^2 Cannot use the schedule/],
    ['route = "feeds"', /^1 Cannot use the route "feeds": write a host and a path/],
    ['routes = [{ pattern = "https://a.example/x", custom_domain = true }]', /^1 Cannot use the route .* a custom domain is a host alone/],
    ['[[routes]]\npattern = "*.a.example"\ncustom_domain = true', /^1 Cannot use the route .* a custom domain is a host alone/],
  ])("reports %j", (text, expected) => {
    expect(verify(text)).toEqual([expect.stringMatching(expected)]);
  });

  const rule = "use at most 63 lowercase letters, digits and hyphens; write";
  it.each([
    ['main = "own.ts"\nname = "Also_Bad!"', "", `2 Cannot use the name "Also_Bad!" for a Worker: ${rule} name = "also-bad"`],
    [`name = "${"a".repeat(64)}"`, "", `1 Cannot use the name "${"a".repeat(64)}" for a Worker: ${rule} name = "${"a".repeat(54)}"`],
    ["name = 5", "", `1 Cannot use the name 5 for a Worker: ${rule} name = "my-feeds"`],
    ['name = ""', "", `1 Cannot use the name "" for a Worker: ${rule} name = "my-feeds"`],
    ['name = "Blog"\n[env.x]\nname = "blog"', "x", `1 Cannot use the name "Blog" for a Worker: ${rule} name = "blog"`],
    ['name = "blog"\n[env.x]\nname = "blog x"', "x", `3 Cannot use the name "blog x" for a Worker: ${rule} name = "blog-x"`],
    ['name = "blog"\n[env.X]\n', "X", `1 Cannot use the name "blog-X" for a Worker: ${rule} name = "blog-x" in [env.X]`],
  ])("suggests a valid name instead of the one in %j", (text, environment, expected) => {
    expect(verify(text, environment)).toEqual([expected]);
  });

  it("accepts names that wrangler and Cloudflare accept", () => {
    for (const name of ["my-feeds", "feeds_2", "a".repeat(63)]) expect(verify(`name = "${name}"`)).toEqual([]);
    expect(verify(`name = "${"a".repeat(63)}"\n[env.x]\nname = "b"`, "x")).toEqual([]);
  });

  it("verifies the table of an environment with its inherited keys", () => {
    const text = 'main = "nope.ts"\n[env.x]\nroute = "feeds"\n[env.y]\nmain = "other.ts"\n';
    expect(verify(text, "x")).toEqual([expect.stringMatching(/^1 .*nope/), expect.stringMatching(/^3 .*feeds/)]);
    expect(verify(text, "y")).toEqual([expect.stringMatching(/^5 .*other/)]);
  });
});

describe("verifyValues() next to the code of the Worker", () => {
  it("reports that main is missing, and prints the line", () => {
    const path = join(makeFolder({ "src/worker.ts": "" }), "wrangler.toml");
    const verify = (text: string) => verifyValues(parseWranglerFile(text, path), "x", now).map(({ line, message }) => `${line} ${message}`);
    expect(verify('name = "a"\n[env.x]\n')).toEqual([expect.stringMatching(/^1 Cannot find main = "src\/worker\.ts" at the top: .*; add/)]);
    expect(verify('[env.x]\nmain = "src/worker.ts"\n')).toEqual([]);
  });
});

describe("verifyMain()", () => {
  it.each(['name = "a"\n[env.x]\n', 'main = "src/worker.ts"\n[env.x]\n'])("reports that %j is not next to a Worker", (text) => {
    const verify = (path: string) => verifyMain(parseWranglerFile(text, path), "x").map(({ message }) => message);
    expect(verify(join(makeFolder({}), "wrangler.toml"))).toEqual([
      expect.stringMatching(/^Cannot find the code of the Worker: .* has no src/),
    ]);
    expect(verify(join(makeFolder({ "src/worker.ts": "" }), "wrangler.toml"))).toEqual([]);
  });

  it("leaves other problems to others", () => {
    const verify = (text: string) => verifyMain(parseWranglerFile(text, join(makeFolder({}), "wrangler.toml")), "x");
    expect([verify("main = ["), verify('main = "own.ts"\n[env.x]\n'), verify('name = "a"\n')]).toEqual([[], [], []]);
  });
});
