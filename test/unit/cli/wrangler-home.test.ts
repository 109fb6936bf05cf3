import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { wranglerHome } from "../../../src/cli/wrangler-home.ts";
import { makeFolder } from "./sample-folder.ts";

describe("wranglerHome()", () => {
  const folder = makeFolder({ "wrangler.toml": "" });
  const config = join(folder, "wrangler.toml");

  it.each([
    ["a home folder", {}, folder, {}],
    ["a folder for settings", { XDG_CONFIG_HOME: "/settings" }, "/nowhere/at/all", {}],
    ["no home folder", {}, "/nowhere/at/all", { XDG_CONFIG_HOME: join(folder, ".wrangler/home") }],
    ["a file as home folder", {}, join(config, "x"), { XDG_CONFIG_HOME: join(folder, ".wrangler/home") }],
  ])("given %s", (_name, env, home, expected) => {
    expect(wranglerHome(config, env, home)).toEqual(expected);
  });
});
