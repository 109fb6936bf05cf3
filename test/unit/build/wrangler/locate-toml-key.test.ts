import { describe, expect, it } from "vitest";
import { locateTomlKey } from "../../../../src/build/wrangler/locate-toml-key.ts";

const text = `name = "a"
main = "b"

[dev]
  port = 1
[vars.SITE]
title = "t"
author = { name = "Ada" }
redirects."/a" = "/b"
[[routes]]
pattern = "x"
[env.staging]
name = "s"
[env.staging.dev]
ip = "0"
[ vars.SITE.selections."categories/sea" ]
limit = 3
[vars.SITE.selections.categories.links]
limit = 3
`;

describe("locateTomlKey()", () => {
  it.each([
    ["name", 1, 1],
    ["dev", 4, 1],
    ["dev.port", 5, 3],
    ["dev.ip", 4, 1],
    ["vars.SITE.title", 7, 1],
    ["vars.SITE.author.name", 8, 1],
    ["vars.SITE.redirects", 9, 1],
    ["routes", 10, 1],
    ["routes.pattern", 11, 1],
    ["env.staging.name", 13, 1],
    ["env.staging.dev.ip", 15, 1],
    ["vars.SITE.selections", 16, 1],
    ["vars.SITE.selections.categories/sea.limit", 17, 1],
    ["vars.SITE.selections.categories", 18, 1],
  ])("finds %s", (path, line, column) => {
    expect(locateTomlKey(text, path.split("."))).toEqual({ line, column });
  });

  it.each(["port", "title", "staging", "n.me"])("does not confuse %s with a key of another table", (path) => {
    expect(locateTomlKey(text, [path])).toBeUndefined();
  });
});
