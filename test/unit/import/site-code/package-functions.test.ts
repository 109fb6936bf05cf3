import { describe, expect, it } from "vitest";
import { unknownValue } from "../../../../src/import/constants/condition-operators.ts";
import { packageFunction } from "../../../../src/import/site-code/package-functions.ts";

describe("packageFunction()", () => {
  // The results of slugify 1.6, lodash.kebabcase 4.1, es-toolkit 1, github-slugger 2 and @sindresorhus/slugify 2.
  it.each<[string, string, readonly unknown[], unknown]>([
    ["slugify", "default", ["Sea Birds & Tides_2.0"], "Sea-Birds-and-Tides_2.0"],
    ["slugify", "default", ["Sea Birds (2024)!", { lower: true, strict: true }], "sea-birds-2024"],
    ["slugify", "default", ["a b", "_"], "a_b"],
    ["slugify", "default", ["Über"], unknownValue],
    ["slugify", "default", ["a b", { lower: unknownValue }], unknownValue],
    ["lodash.kebabcase", "default", ["Sea Birds_tides.v"], "sea-birds-tides-v"],
    ["lodash", "kebabCase", ["JavaScript"], "java-script"],
    ["es-toolkit", "kebabCase", ["海 鳥"], "海-鳥"],
    ["lodash.kebabcase", "default", ["es6"], unknownValue],
    ["lodash.kebabcase", "default", ["XMLHttp"], unknownValue],
    ["lodash.kebabcase", "default", ["it's"], unknownValue],
    ["lodash.kebabcase", "default", [""], ""],
    ["github-slugger", "slug", ["Sea Birds 2.0"], "sea-birds-20"],
    ["@sindresorhus/slugify", "default", ["SeaBirds 2"], "sea-birds-2"],
    ["@sindresorhus/slugify", "default", ["SeaBirds", { decamelize: false, separator: "_" }], "seabirds"],
    ["@sindresorhus/slugify", "default", ["a", { customReplacements: [] }], unknownValue],
    ["slugify", "default", ["x".repeat(301)], unknownValue],
  ])("computes %s %s of %j", (source, name, given, expected) => {
    expect(packageFunction(source, name)?.(given)).toBe(expected);
  });

  it("counts the slugs of one slugger", () => {
    const slugger = packageFunction("github-slugger", "default")?.([]) as Record<"slug", (given: readonly unknown[]) => unknown>;
    expect([slugger.slug(["A b"]), slugger.slug(["A b"])]).toEqual(["a-b", "a-b-1"]);
  });

  it("knows no other packages", () => {
    expect([packageFunction("lodash", "default"), packageFunction("toString", "call"), packageFunction("slugify", "constructor")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
