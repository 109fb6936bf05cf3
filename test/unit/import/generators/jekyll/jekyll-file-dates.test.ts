import { expect, it } from "vitest";
import { jekyll } from "../../../../../src/import/generators/jekyll.ts";
import { openSite } from "../planned-site.ts";

// Jekyll 4.3 publishes `/2023/07/01/moon/`: Ruby counts on after the last day of a month; other dates stop the build.
it.each([
  ["2023-06-31-moon.markdown", "2023-07-01-moon.markdown"],
  ["2023-6-31-moon.md", "2023-07-01-moon.md"],
  ["2023-02-30-moon.md", "2023-03-02-moon.md"],
  ["2023-02-29-moon.md", "2023-03-01-moon.md"],
  ["23-02-29-moon.md", "2023-03-01-moon.md"],
  ["2024-02-29-moon.md", "2024-02-29-moon.md"],
  ["2023-12-31-moon.md", "2023-12-31-moon.md"],
])("jekyll.plan() reads the date of _posts/%s", (name, target) => {
  const path = `_posts/${name}`;
  const files = { "_config.yml": "title: A\npermalink: /:year/:month/:day/:title/", [path]: "---\ntitle: T\n---\nText" };
  const { addressOf, plan } = openSite(jekyll, files);
  expect(plan(path)).toMatchObject({ kind: "post", target: `_posts/${target}` });
  expect(addressOf(path)).toBe("/:year/:month/:day/:title/"); // of the target
});
