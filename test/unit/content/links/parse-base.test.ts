import { expect, it } from "vitest";
import { parseBase } from "../../../../src/content/links/parse-base.ts";

it("parseBase() parses a URL once, and remembers only the last ones", () => {
  const first = parseBase("https://a.example/moon");
  expect(first?.host).toBe("a.example");
  expect(parseBase("https://a.example/moon")).toBe(first);
  expect(parseBase("/moon")).toBeNull();
  expect(parseBase("/moon")).toBeNull();
  for (let number = 0; number < 200; number++) expect(parseBase(`https://a.example/${number}`)?.pathname).toBe(`/${number}`);
  const again = parseBase("https://a.example/moon");
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});
