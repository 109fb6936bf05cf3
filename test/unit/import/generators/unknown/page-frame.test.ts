import { describe, expect, it } from "vitest";
import { withoutPageFrame } from "../../../../../src/import/generators/unknown/page-frame.ts";

const page = (body: string) => `<!doctype html>\n<html lang="cs"><head><title>Léto</title></head><body>${body}</body></html>\n`;

describe("withoutPageFrame()", () => {
  it.each([
    ["<nav>menu</nav><article><h1>A</h1><p>Teplo.</p></article>", "<article><h1>A</h1><p>Teplo.</p></article>"],
    [
      "<header><p>Site</p><nav>menu</nav></header><div><main><h1>A</h1><nav>toc</nav><footer>x</footer></main><aside>b</aside></div><footer>c</footer>",
      "<div><main><h1>A</h1><nav>toc</nav><footer>x</footer></main></div>",
    ],
    ["<header><h1>A</h1></header><main><p>x</p></main><footer>c</footer>", "<header><h1>A</h1></header><main><p>x</p></main>"],
    ["<nav>menu</nav><header>a</header><p>x</p><footer>c</footer>", "<header>a</header><p>x</p><footer>c</footer>"],
    [
      "<nav>menu</nav><article>a</article><article>b</article><footer>c</footer>",
      "<article>a</article><article>b</article><footer>c</footer>",
    ],
    ["<article><h1>A</h1><article>reply</article></article><aside>b</aside>", "<article><h1>A</h1><article>reply</article></article>"],
    ["<div><nav>menu</div><p>x</p>", "<div></div><p>x</p>"],
  ])("removes what is around the article: %s", (body, rest) => {
    expect(withoutPageFrame(page(body))).toBe(page(rest));
  });

  it("changes no text that is not a whole page", () => {
    const part = "<nav>a</nav><article><h1>A</h1></article>";
    expect(withoutPageFrame(part)).toBe(part);
    expect(withoutPageFrame(`\n<!-- a --><html>${part}`)).toBe("\n<!-- a --><html><article><h1>A</h1></article>");
  });
});
