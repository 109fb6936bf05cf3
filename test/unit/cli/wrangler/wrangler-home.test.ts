import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { wranglerHome } from "../../../../src/cli/wrangler/wrangler-home.ts";
import { makeFolder } from "../sample-folder.ts";

describe("wranglerHome()", () => {
  it.each([
    ["a home folder", {}, ".", false],
    ["a folder for settings", { XDG_CONFIG_HOME: "/settings" }, "nowhere/at/all", false],
    ["no home folder", {}, "nowhere/at/all", true],
    ["a file as home folder", {}, "wrangler.toml/x", true],
  ])("given %s", (_name, env, home, isNamed) => {
    const folder = makeFolder({ "wrangler.toml": "" });
    const expected = isNamed ? { XDG_CONFIG_HOME: join(folder, ".wrangler/home") } : {};
    expect(wranglerHome(join(folder, "wrangler.toml"), env, join(folder, home))).toEqual(expected);
  });
});
