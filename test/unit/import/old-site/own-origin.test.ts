import { describe, expect, it } from "vitest";
import { withoutOwnOrigin } from "../../../../src/import/old-site/own-origin.ts";

const own = ["https://old.example", "https://old.example/blog"];

describe("withoutOwnOrigin()", () => {
  it.each([
    ["[x](https://old.example/{% post_url 2020-01-01-a %}#sec)", "[x]({% post_url 2020-01-01-a %}#sec)"],
    ["[x](http://www.old.example/blog{% post_url 2020-01-01-a %})", "[x]({% post_url 2020-01-01-a %})"],
    ['<a href="https://old.example{% link _posts/a.md %}">', '<a href="{% link _posts/a.md %}">'],
    ['[x](https://old.example{{< ref "a" >}}#sec)', '[x]({{< ref "a" >}}#sec)'],
    ['[x]: https://old.example/{{% relref "a" %}}', '[x]: {{% relref "a" %}}'],
    ["See https://old.example{% post_path a %}.", "See {% post_path a %}."],
  ])("removes the URL of the site in %s", (text, expected) => {
    expect(withoutOwnOrigin(text, own)).toBe(expected);
  });

  it.each([
    "[x](https://other.example/{% post_url 2020-01-01-a %})",
    "[x](https://other.example/?u=https://old.example/{% post_url 2020-01-01-a %})",
    "[x](https://old.example/tags/{% post_url 2020-01-01-a %})",
    "[x](https://old.example/a)",
    "`https://old.example/{% post_url 2020-01-01-a %}`",
  ])("keeps %s", (text) => {
    expect(withoutOwnOrigin(text, own)).toBe(text);
  });

  it("recognizes code in HTML only by its elements", () => {
    const text = '\n\n    <a href="https://old.example/{% link a.md %}"> <pre>https://old.example/{% link a.md %}</pre>';
    expect(withoutOwnOrigin(text, own, true)).toBe('\n\n    <a href="{% link a.md %}"> <pre>https://old.example/{% link a.md %}</pre>');
  });
});
