import { describe, expect, it } from "vitest";
import { fillTemplate } from "../../../../src/content/permalink/permalink-template.ts";

const values = { name: () => "moon", slug: () => "own", year: () => "2024", month: () => "11", day: () => "06" };

describe("fillTemplate()", () => {
  it.each([
    ["/{{ page.fileSlug }}/", "/moon/"],
    ["/{{fileSlug|slug}}/", "/moon/"],
    ["/{{ fileSlug  |  slugify }}/", "/moon/"],
    ["/{{ slug }}/", "/own/"],
    ["/{{slug|slug}}/", "/own/"],
    ["/{{ slug  |  slugify }}/", "/own/"],
    ["/{{title|slug}}/", "/full-moon/"],
    ["/{{ title  |  slugify }}/", "/full-moon/"],
    ["/{{ page.date | date: '%Y/%m/%d' }}/", "/2024/11/06/"],
    ['/{{ date|date("%Y") }}/', "/2024/"],
    ["/{{date | date:'%Y, in %m'}}/", "/2024, in 11/"],
    ["/{{- page.date | date: '%Y-%m-%d' -}}/{a}/{{ slug }}", "/2024-11-06/{a}/own"],
    ["/about/", "/about/"],
  ])("fills in %s", (template, expected) => {
    expect(fillTemplate(template, "Full Moon", values)).toBe(expected);
  });

  it.each([
    "/{{ my.fileSlug }}/",
    "/{{ fileSlug | upcase }}/",
    "/{{ my.slug }}/",
    "/{{ slug | upcase }}/",
    "/{{ title }}/",
    "/{{ subtitle | slug }}/",
    "/{{ title | slug | upcase }}/",
    "/{{ update | date: '%Y' }}/",
    "/{{ date | date: '%Y' | append: 'a' }}/",
    "/{{ date | date: '%b%Y' }}/",
    "/{{ date | date: '%Y%b' }}/",
    "/{{ slug }}/{{ x }}/",
    "/{% if x %}{{ slug }}{% endif %}/",
    "/{{ slug",
  ])("returns undefined for %s", (template) => {
    expect(fillTemplate(template, "Full Moon", values)).toBeUndefined();
  });

  it.each([
    ["/{{ page.fileSlug }}/", undefined],
    ["/{{ slug }}/", undefined],
    ["/{{ page.date | date: '%Y' }}/a", undefined],
  ])("fills in %s without values as %s", (template, expected) => {
    expect(fillTemplate(template, "Full Moon", {})).toBe(expected);
  });
});
