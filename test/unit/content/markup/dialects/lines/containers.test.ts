import { expect, it } from "vitest";
import { drawn } from "../drawn.ts";

it.each([
  [":::: info\n<details>\n<summary>S</summary>\n\ny\n\n</details>\n::::\n\nEnd.", "<details><summary>S</summary><p>y</p></details>"],
  [":::info\n\n<hr>\n:::\n\nEnd.", "<hr>"],
  [":::info\n\n<div>y</div>\n:::\nEnd.", "<div>y</div>"],
  [":::info\n\n<div>\n:::tip\ny\n:::\n</div>\n:::\n\nEnd.", "<div>:::tipy:::</div>"],
  [":::info\n\n<pre>\n:::\n</pre>\n\n:::\n\nEnd.", "<pre>:::</pre>"],
])("containers may end directly after HTML: %j", async (text, html) => {
  expect(await drawn(text)).toMatch(/End\.(?:<\/p>)?$/);
  expect((await drawn(text)).replace(/<\/?p>(?=End|$)|(?<=End\.)<\/p>$/g, "")).toBe(
    `<blockquote><p><strong>Info</strong></p>${html}</blockquote>End.`,
  );
});

it("a container sign in HTML is text outside of a container", async () => {
  expect(await drawn("<div>\na\n:::\n</div>")).toBe("<div>a:::</div>");
});
