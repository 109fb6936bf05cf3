import { describe, expect, it } from "vitest";
import { ExactRouter } from "../../../src/http/exact-router.ts";

function routerOf(routes: readonly (readonly [method: string, path: string])[]): ExactRouter<string> {
  const router = new ExactRouter<string>();
  for (const [method, path] of routes) router.add(method, path, `${method} ${path}`);
  return router;
}

const router = routerOf([
  ["GET", "/*"],
  ["GET", "/feeds/"],
  ["OPTIONS", "/*"],
]);

describe("ExactRouter", () => {
  it.each([
    ["GET", "/feeds/", "GET /feeds/"],
    ["GET", "/feeds", "GET /*"],
    ["GET", "/feeds/more", "GET /*"],
    ["GET", "/Feeds/", "GET /*"],
    ["GET", "/", "GET /*"],
    ["OPTIONS", "/feeds/", "OPTIONS /*"],
  ])("match(%j, %j) finds one handler: %j", (method, path, handler) => {
    expect(router.match(method, path)).toEqual([[[handler, {}]]]);
  });

  it("match() finds no handler for a method that has none", () => {
    expect(router.match("POST", "/feeds/")).toEqual([[]]);
  });

  it.each(["/sitemap/:file", "/feeds/*", "/feeds/?"])("add(%j) rejects a pattern, which would match no path", (path) => {
    expect(() => routerOf([["GET", path]])).toThrow(`Cannot route ${path}`);
  });
});
