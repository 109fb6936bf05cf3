import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { configurationOf, isKnownGood } from "../../../../src/build/wrangler/configuration.ts";
import { sampleFile } from "../../../../src/build/wrangler/sample-file.ts";
import { parseWranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";

const own = readFileSync(resolve(import.meta.dirname, "../../../../wrangler.toml"), "utf8");
const configuration = (text: string) => configurationOf(parseWranglerFile(text, "wrangler.toml"));

it("sampleFile is the wrangler.toml of the project", () => {
  expect(sampleFile).toBe(own);
});

describe("configurationOf()", () => {
  it("omits only the settings of the site", () => {
    const text = 'name = "a"\n[vars]\nX = 1\n[vars.SITE]\ntitle = "t"\n[env.x.vars.SITE]\ntitle = "u"\n[env.y]\nname = "b"\n';
    expect(configuration(text)).toEqual({ name: "a", vars: { X: 1 }, env: { x: {}, y: { name: "b" } } });
    expect(configuration('vars = "x"\nenv = 3\n')).toEqual({ vars: "x", env: 3 });
  });
});

describe("isKnownGood()", () => {
  it.each([
    ["the project's own file", own],
    ["another name and other settings", own.replace(/^name = .*/m, 'name = "my-feeds-2"').replace(/^title = .*/m, "title = 3")],
    [
      "routes and an account",
      'routes = ["a.example/*", { pattern = "b.example", custom_domain = true }, { pattern = "c.example/x", zone_name = "c.example" }]\naccount_id = "0"\nworkers_dev = true\n',
    ],
    ["settings alone", '[vars.SITE]\ntitle = "x"\n'],
  ])("is true for %s", (_, text) => {
    expect(isKnownGood(configuration(text))).toBe(true);
  });

  it.each([
    ["a name that wrangler refuses", own.replace(/^name = .*/m, 'name = "My Feeds!"')],
    ["a route that wrangler refuses", "routes = [3]"],
    ["a route of another shape", 'routes = [{ pattern = "a.example", custom = true }]'],
    ["a route without a zone", 'routes = [{ pattern = "a.example/x" }]'],
    ["another type", 'workers_dev = "yes"'],
    ["a name that is inherited by every object", "constructor = 1"],
    ["a name that is not a text", own.replace(/^name = .*/m, "name = 3")],
    ["another value", own.replace("2026-10-01", "2026-09-01")],
    ["a date in place of a text", own.replace('"2026-10-01"', "2026-10-01")],
    ["another value in a table", own.replace("*/5 * * * *", "0 * * * *")],
    ["another key in a table", own.replace("[assets]", "[assets]\nrun = 1")],
    ["another table", `${own}\n[dev]\nport = 1\n`],
    ["an environment", `${own}\n[env.x]\nname = "y"\n`],
    ["another variable", `${own}\n[vars]\nX = 1\n`.replace("[vars]\nX", "[env.z.vars]\nX")],
  ])("is false for %s", (_, text) => {
    expect(isKnownGood(configuration(text))).toBe(false);
  });
});
