import { describe, expect, it } from "vitest";
import type { FrontMatterSource } from "../../../../src/content/front-matter/find-front-matter.ts";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import type { FrontMatterError } from "../../../../src/content/front-matter/front-matter-error.ts";
import { limitFrontMatter } from "../../../../src/content/front-matter/limit-front-matter.ts";

function refusal(limit: () => unknown): string {
  try {
    limit();
    return "";
  } catch (error) {
    const { column, line, message } = error as FrontMatterError;
    return `${line}:${column} ${message}`;
  }
}

const refusalOf = (syntax: FrontMatterSource["syntax"], source: string, line = 2) =>
  refusal(() => limitFrontMatter({ syntax, source, line, bodyOffset: 0 }));
const keys = (count: number, separator: string) =>
  Array.from({ length: count }, (_, index) => `key${index}${separator}"value"`).join(separator === ":" ? ",\n" : "\n");

describe("limitFrontMatter()", () => {
  it.each([
    ["16,000 keys", "YAML", keys(16_000, ": ")],
    ["16,000 keys", "TOML", keys(16_000, " = ")],
    ["16,000 keys", "JSON", keys(16_000, ":")],
    ["a picture within a value", "YAML", `image: data:image/png;base64,${"iVBORw0KGgo+/=".repeat(20_000)}`],
    ["a value of a megabyte", "TOML", `title = "${"All work and no play. ".repeat(45_000)}"`],
    ["a thousand tags", "YAML", `tags: [${keys(1000, "-").replaceAll("\n", ", ")}]`],
    ["as many brackets that are closed", "YAML", `a: "${"[b] {c} ".repeat(2000)}"`],
  ] as const)("accepts %s in %s", (_, syntax, source) => {
    expect(refusalOf(syntax, source)).toBe("");
  });

  it.each([
    ["lines", "YAML", "a: b\n".repeat(60_000), "25002:2"],
    ["items", "YAML", `a: [${"b,".repeat(60_000)}]`, "2:100002"],
    ["items on lines", "YAML", `a:\n${"- b\n".repeat(60_000)}`, "25002:1"],
    ["items", "TOML", `a = [${"1,".repeat(60_000)}]`, "2:100005"],
    ["parts of a key", "TOML", `${"a.".repeat(60_000)}b = 1`, "2:100002"],
    ["items", "JSON", `{"a": [${"1,".repeat(60_000)}]}`, "2:100003"],
  ] as const)("rejects too many %s in %s, with the location", (_, syntax, source, place) => {
    expect(refusalOf(syntax, source)).toBe(
      `${place} Cannot read the front matter: it has more than 50000 values and lines; keep data in a file of its own`,
    );
  });

  it.each([
    ["lists", "YAML", `a: ${"[".repeat(9000)}`, "2:1004"],
    ["tables", "JSON", `{"a": ${'{"b": '.repeat(9000)}`, "2:6001"],
    ["lists on a line", "YAML", `a:\n  ${"- ".repeat(9000)}b`, "3:2003"],
    ["keys on a line", "YAML", `a:\n  ${"? ".repeat(9000)}b`, "3:2003"],
  ] as const)("rejects %s that are nested too deeply in %s, with the location", (_, syntax, source, place) => {
    expect(refusalOf(syntax, source)).toBe(`${place} Cannot read the front matter: it is nested in more than 1000 levels`);
  });
});

describe("parseFrontMatter() and its limits", () => {
  const bomb = (levels: number) => [
    "a0: &a0 [x, x, x, x, x, x, x, x, x]",
    ...Array.from({ length: levels }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`)}]`),
  ];

  it.each([
    ["aliases of aliases", bomb(9).join("\n"), /^1:1 .*too many aliases/],
    ["aliases of a long list", `a: &a [${"x,".repeat(4000)}]\nb: [${Array(90).fill("*a")}]`, /^2:1 .*more than 50000 values/],
    ["an alias within its own anchor", "a: &a {b: [*a]}", /^2:1 .*nested in more than 1000 levels/],
    ["lists that are short enough to be tried", `a: ${"[".repeat(8000)}`, /^2:\d+ .*nested in more than 1000 levels/],
    [
      "blocks within each other",
      Array.from({ length: 1500 }, (_, n) => `${" ".repeat(n)}a:`).join("\n"),
      /^\d+:\d+ .*more than 1000 levels/,
    ],
  ])("rejects %s", (_, yaml, message) => {
    expect(refusal(() => parseFrontMatter("x", `---\n${yaml}\n---\n`))).toMatch(message);
  });

  it("reports a repeated key on any level", () => {
    const twice = (yaml: string) => parseFrontMatter("x", `---\n${yaml}\n---\n`).warnings.map(({ column, line }) => `${line}:${column}`);
    expect(twice("a: 1\nb: 2\na: 3")).toEqual(["4:1"]);
    expect(twice("a:\n  - {b: 1, c: 2, b: 3}")).toEqual(["3:18"]);
    expect(twice("a: {b: 1}\nc: {b: 1}")).toEqual([]);
  });
});
