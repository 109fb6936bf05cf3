import { describe, expect, it } from "vitest";
import { repositoryPicture } from "../../../../src/content/plain-html/repository-picture.ts";
import { compileOne } from "../sample.ts";

describe("repositoryPicture()", () => {
  it.each([
    ["https://github.com/a/r/blob/main/p.png", "https://github.com/a/r/raw/main/p.png"],
    ["https://github.com/a/r/blob/main/blob/p.png?raw=true", "https://github.com/a/r/raw/main/blob/p.png?raw=true"],
    ["https://gitlab.com/a/b/r/-/blob/main/p.png", "https://gitlab.com/a/b/r/-/raw/main/p.png"],
    ["https://codeberg.org/a/r/src/branch/main/p.png", "https://codeberg.org/a/r/raw/branch/main/p.png"],
    ["https://bitbucket.org/a/r/src/main/p.png", "https://bitbucket.org/a/r/raw/main/p.png"],
    ["https://github.com/a/blob/raw/main/p.png", "https://github.com/a/blob/raw/main/p.png"],
    ["https://raw.githubusercontent.com/a/r/main/blob/p.png", "https://raw.githubusercontent.com/a/r/main/blob/p.png"],
    ["https://e.com/a/r/blob/main/p.png", "https://e.com/a/r/blob/main/p.png"],
    ["a/r/blob/p.png", "a/r/blob/p.png"],
  ])("of %s is %s", (address, expected) => {
    expect(repositoryPicture(address)).toBe(expected);
  });

  it("is what a text shows", async () => {
    const { content, problems } = await compileOne("![x](https://github.com/a/r/blob/main/p.png)");
    expect([content, problems]).toEqual(['<p><img src="https://github.com/a/r/raw/main/p.png" alt="x"></p>', []]);
  });
});
