import { expect, it } from "vitest";
import { pathOf } from "../../../src/network/path-of.ts";

it.each([
  ["https://a.example", "/"],
  ["https://a.example/feed?page=2#top", "/feed?page=2"],
])("pathOf() of %s is %s", (url, path) => {
  expect(pathOf(url)).toBe(path);
});
