import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseWranglerFile } from "../../../../src/build/source/wrangler-file.ts";
import { configurationOf, isShipped } from "../../../../src/build/wrangler/configuration.ts";

const own = readFileSync(resolve(import.meta.dirname, "../../../../wrangler.toml"), "utf8");
const configuration = (text: string) => configurationOf(parseWranglerFile(text, "wrangler.toml"));

describe("configurationOf()", () => {
  it("leaves out the settings of the site, and nothing else", () => {
    const text = 'name = "a"\n[vars]\nX = 1\n[vars.SITE]\ntitle = "t"\n[env.x.vars.SITE]\ntitle = "u"\n[env.y]\nname = "b"\n';
    expect(configuration(text)).toEqual({ name: "a", vars: { X: 1 }, env: { x: {}, y: { name: "b" } } });
    expect(configuration('vars = "x"\nenv = 3\n')).toEqual({ vars: "x", env: 3 });
  });
});

describe("isShipped()", () => {
  it.each([
    ["the project's own file", own],
    ["another name and other settings", own.replace(/^name = .*/m, 'name = "my-feeds-2"').replace(/^title = .*/m, "title = 3")],
    ["settings alone", '[vars.SITE]\ntitle = "x"\n'],
  ])("is true for %s", (_, text) => {
    expect(isShipped(configuration(text))).toBe(true);
  });

  it.each([
    ["a name that wrangler refuses", own.replace(/^name = .*/m, 'name = "My Feeds!"')],
    ["a name that is no text", own.replace(/^name = .*/m, "name = 3")],
    ["another value", own.replace("2026-10-01", "2026-09-01")],
    ["another value in a table", own.replace("*/5 * * * *", "0 * * * *")],
    ["another key in a table", own.replace("[assets]", "[assets]\nrun = 1")],
    ["another table", `${own}\n[dev]\nport = 1\n`],
    ["an environment", `${own}\n[env.x]\nname = "y"\n`],
    ["another variable", `${own}\n[vars]\nX = 1\n`.replace("[vars]\nX", "[env.z.vars]\nX")],
  ])("is false for %s", (_, text) => {
    expect(isShipped(configuration(text))).toBe(false);
  });
});
