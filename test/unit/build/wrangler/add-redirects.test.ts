import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { addRedirects } from "../../../../src/build/wrangler/add-redirects.ts";

const added = { "/log": "/", "/a b": "/b" };

describe("addRedirects()", () => {
  it.each([
    [
      "a table after that of the settings",
      '[vars.SITE]\ntitle = "T"\n\n# what comes next\n[build]\nx = 1\n',
      '[vars.SITE]\ntitle = "T"\n\n[vars.SITE.redirects]\n"/log" = "/"\n"/a b" = "/b"\n\n# what comes next\n[build]\nx = 1\n',
    ],
    [
      "lines at the end of the table",
      '[vars.SITE]\ntitle = "T"\n[vars.SITE.redirects]\n"/x" = "/y"\n\n[build]\nx = 1',
      '[vars.SITE]\ntitle = "T"\n[vars.SITE.redirects]\n"/x" = "/y"\n"/log" = "/"\n"/a b" = "/b"\n\n[build]\nx = 1',
    ],
    [
      "Windows line ends",
      '[vars.SITE]\r\ntitle = "T"',
      '[vars.SITE]\r\ntitle = "T"\r\n\r\n[vars.SITE.redirects]\r\n"/log" = "/"\r\n"/a b" = "/b"',
    ],
    [
      "to an inline table",
      '[vars.SITE]\nredirects = { "/x" = "/y" }\n',
      '[vars.SITE]\nredirects = { "/x" = "/y", "/log" = "/", "/a b" = "/b" }\n',
    ],
    [
      "to inline settings",
      'vars = { SITE = { title = "T" } }\n',
      'vars = { SITE = { title = "T", redirects = { "/log" = "/", "/a b" = "/b" } } }\n',
    ],
  ])("adds %s", (_, toml, expected) => {
    expect(addRedirects(toml, added)).toBe(expected);
    expect(parse(addRedirects(toml, added))).toMatchObject({ vars: { SITE: { redirects: added } } });
  });

  it("keeps those that are there", () => {
    const toml = '[vars.SITE]\ntitle = "T"\n[vars.SITE.redirects]\n"/log" = "/own"\n';
    expect(addRedirects(toml, { "/log": "/" })).toBe(toml);
    expect(addRedirects(toml, {})).toBe(toml);
  });

  it("adds them to the settings of an environment", () => {
    const toml = '[vars.SITE]\ntitle = "T"\n[env.x.vars.SITE]\ntitle = "U"\n';
    expect(parse(addRedirects(toml, { "/log": "/" }, "x"))).toEqual({
      vars: { SITE: { title: "T" } },
      env: { x: { vars: { SITE: { title: "U", redirects: { "/log": "/" } } } } },
    });
  });
});
