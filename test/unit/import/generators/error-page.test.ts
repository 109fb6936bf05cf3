import { describe, expect, it } from "vitest";
import { isErrorPage } from "../../../../src/import/site-rules/error-page.ts";

describe("isErrorPage()", () => {
  it.each<[string, "page" | "post", string | undefined, boolean]>([
    ["source/404.md", "page", "/404.html", true],
    ["source/lost.md", "page", "/404.html", true],
    ["content/lost.md", "page", "/404/", true],
    ["content/404.md", "page", undefined, true],
    ["content/404/index.md", "page", undefined, true],
    ["pages/404.MD", "page", undefined, true],
    ["pages/500.md", "page", undefined, true],
    ["pages/offline.html", "page", undefined, true],
    ["fr/404.html", "page", "/fr/404.html", true],
    ["app/not-found/page.mdx", "page", "/not-found/", true],
    ["src/pages/404.md", "post", "/404/", true],
    ["src/pages/404.md", "post", "/base/404.html", true],
    ["_posts/2024-01-02-404.md", "post", "/2024/01/02/404.html", false],
    ["content/posts/404.md", "post", "/posts/404/", false],
    ["content/posts/404.md", "post", undefined, false],
    ["content/1404.md", "page", "/1404/", false],
    ["content/404-errors.md", "page", "/404-errors/", false],
  ])("reads %s, a %s at %s", (path, kind, address, expected) => {
    const plan = { kind, target: path, ...(address !== undefined && { address: { path: address } }) };
    expect(isErrorPage(path, plan, "/base")).toBe(expected);
  });
});
