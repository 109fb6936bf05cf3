import { describe, expect, it } from "vitest";
import { compileGlob } from "../../../../src/import/configuration/glob.ts";

describe("compileGlob()", () => {
  it.each([
    ["/blog/**", "/blog/2024/a", true],
    ["/blog/**", "/blog", false],
    ["*.md", "a.md", true],
    ["*.md", "a/b.md", false],
    ["posts**a.md", "posts/2024/a.md", true],
    ["?.md", "a.md", true],
    ["?", "/", false],
    ["[ab].md", "b.md", true],
    ["[ab].md", "c.md", false],
    ["[0-9][0-9]-*", "07-a", true],
    ["[0-9][0-9]-*", "7a-a", false],
    ["[^_]*", "a_", true],
    ["[^_]*", "_a", false],
    ["[!_]*", "_a", false],
    ["a[^_]b", "a/b", false],
    ["[a-]", "-", true],
    ["[a", "[a", true],
    ["[]a", "[]a", true],
    ["{page,section}", "section", true],
    ["{page,section}", "page,section", false],
    ["{,**/}a", "a", true],
    ["{,**/}a", "b/c/a", true],
    ["{a,b{c,d}e}f", "bdef", true],
    ["{a,b{c,d}e}f", "bdf", false],
    ["a,b}", "a,b}", true],
    ["{a", "{a", false],
    ["(a+)+.", "(a+)+.", true],
    ["(a+)+.", "aab", false],
    ["", "", true],
    ["", "a", false],
    ["a", "", false],
  ])("%j matches %j: %j", (glob, path, isMatch) => expect(compileGlob(glob).test(path)).toBe(isMatch));

  it.each([`${"**/".repeat(40)}${"*a".repeat(30)}b`, `${"**a".repeat(100)}b`, `${"{a,a**}".repeat(60)}b`, `${"{*,**}".repeat(300)}b`])(
    "takes at most the product of both lengths for %j",
    (glob) => {
      const path = `${"a/".repeat(40)}${"a".repeat(200)}`;
      expect(compileGlob(glob).test(path)).toBe(false);
      expect(compileGlob(glob).test(`${path}b`)).toBe(true);
    },
  );

  it("matches nothing with a pattern that is longer than any path", () => {
    expect(compileGlob("a".repeat(5000)).test("a".repeat(5000))).toBe(false);
  });
});
