import { describe, expect, it } from "vitest";
import { slugifyOf } from "../../../../../src/import/generators/mkdocs/mkdocs-slug.ts";

const python = (name: string, kwds?: object) => ({ "!!python": name, value: kwds === undefined ? null : { kwds } });
const apply = "object/apply:pymdownx.slugs.slugify";

describe("slugifyOf()", () => {
  it.each([
    [undefined, "Über <b>Straßen</b> & C++", "über-straßen--c"],
    [python(apply, { case: "fold" }), "Große ΣΣς", "grosse-σσσ"],
    [python(apply, { case: "lower-ascii" }), "ÜBER All", "Über-all"],
    [python(apply, { normalize: "NFKC", case: "lower" }), "ﬁne ①", "fine-1"],
    [python("name:pymdownx.slugs.uslugify_cased"), " Two  Spaces\tTab ", "Two--SpacesTab"],
    [python("name:markdown.extensions.toc.slugify"), "Über den -- Kai: 東京 ", "uber-den-kai"],
    [python("name:markdown.extensions.toc.slugify_unicode"), "Über den -- Kai: 東京!", "über-den-kai-東京"],
    [python("name:markdown.extensions.toc.slugify"), "--a b-", "-a-b-"],
  ])("makes slugs as %j does", (written, text, slug) => {
    expect(slugifyOf(written, "-")?.(text)).toBe(slug);
  });

  it.each([python("name:own.slug"), python(apply, { case: "title" }), python(apply, { percent_encode: true }), "text", 5])(
    "does not know %j",
    (written) => {
      expect(slugifyOf(written, "-")).toBeUndefined();
    },
  );
});
