import { describe, expect, it } from "vitest";
import { JekyllEngine } from "../../../../src/import/liquid/jekyll-engine.ts";
import { TemplateDate } from "../../../../src/import/site-rules/template-date.ts";

const files: Readonly<Record<string, string>> = {
  "_includes/img.html": '<img src="{{ include.src | relative_url }}"{% if include.alt %} alt="{{ include.alt | escape }}"{% endif %}>',
  "_includes/box.html": "{% include img.html src=include.src %}{{ include.text | markdownify }}",
  "_includes/loop.html": "{% include loop.html %}",
  "_includes/list.html": "{% for one in page.pictures %}{{ one.url }};{% endfor %}",
  "_includes/posts.html": "{% for post in site.posts %}{{ post.title }}{% endfor %}",
  "_includes/a b.html": "x",
  "_posts/side.md": "beside {{ page.title }}",
  "secret.txt": "secret",
};
class NamedData {
  readonly [name: string]: unknown;
}
const page = {
  title: "Moon",
  name: "img",
  width: "40",
  hidden: "false",
  empty: "",
  no: "no",
  next: undefined,
  date: new TemplateDate(Date.UTC(2024, 2, 1, 23), "Asia/Tokyo", "2024-03-02 08:00:00 +0900"),
  pictures: [{ url: "a.png" }, { url: "b.png" }],
};
const people = Object.assign(new NamedData(), { ada: { name: "Ada" } });
const values = {
  caught: "no",
  page,
  site: { title: "Harbour", baseurl: "/base", url: "https://old.example", posts: undefined, data: { people } },
};
const engine = new JekyllEngine((path) => files[path], "_includes").of("_posts/moon.md");
const render = (template: string) => engine.render(template, values);

describe("JekyllEngine", () => {
  it.each([
    ["an include", '{% include img.html src="/a.png" alt=\'A "b"\' %}', '<img src="/base/a.png" alt="A &#34;b&#34;">'],
    ["an argument without quotation marks", "{% include img.html src=page.title %}", '<img src="/base/Moon">'],
    ["an include in an include", '{% include box.html src="c" text="*d*" %}', '<img src="/base/c"><p><em>d</em></p>'],
    ["the name of a file as a variable", '{% include {{ page.name }}.html src="e" %}', '<img src="/base/e">'],
    ["a file beside the text", "{% include_relative side.md %}", "beside Moon"],
    ["the plugin jekyll-include-cache", '{% include_cached img.html src="f" %}', '<img src="/base/f">'],
    ["a list of front matter", "{% include list.html %}", "a.png;b.png;"],
    ["numbers of front matter", "{{ page.width | times: 2 }} {{ page.width | divided_by: 3 }}", "80 13"],
    ["a switch of front matter", "{% if page.hidden %}x{% else %}y{% endif %}", "y"],
    ["a date of the site's time zone", '{{ page.date | date: "%d" }} {{ page.date }}', "02 2024-03-02 08:00:00 +0900"],
    ["data files", "{{ site.data.people.ada.name }}{% for p in site.data.people %}{{ p[0] }}{% endfor %}", "Adaada"],
    ["a missing name, which is nil", "[{{ page.missing }}{{ page.missing | relative_url }}{{ nothing.at.all }}]", "[]"],
    [
      "a branch that has no unknown filter and tag",
      "{% if page.none %}{{ page.title | shout }}{% chart x %}y{% endchart %}{% else %}a{% endif %}",
      "a",
    ],
    [
      "no white space of blank blocks",
      "[{% if page.title %}  {% assign a = 1 %} {% unless page.none %} {% endunless %}{% endif %}{{ a }}]",
      "[1]",
    ],
    ["the white space of others", "[{% if page.title %} {{ page.title }}{% endif %}]", "[ Moon]"],
    ["an empty address", '{{ root.baseurl }}/a{{ "/b" | relative_url }}', "/a/base/b"],
    ["a captured text as it is", "[{{ caught | upcase }}]", "[NO]"],
  ])("renders %s", (_name, template, expected) => {
    expect(render(template)?.replaceAll("\n", "")).toBe(expected);
  });

  it.each([
    ["a missing file", "{% include missing.html %}"],
    ["a file outside of the folder", "{% include ../secret.txt %}"],
    ["a file above the text", "{% include_relative ../secret.txt %}"],
    ["a list that only Jekyll has", "{% include posts.html %}"],
    ["a value that only Jekyll has", "{{ page.next.title }}"],
    ["a value that YAML reads in two ways", "{% if page.no %}x{% endif %}"],
    ["an empty value, which may be nil", "{% if page.empty %}x{% endif %}"],
    ["data that the theme may have", "{{ site.data.people.ben.name }}"],
    ["an unknown filter", "{{ page.title | shout }}"],
    ["an unknown tag", "{% chart %}"],
    ["a filter by chance", "{{ page.pictures | sample }}"],
    ["a filter of code", "{{ page.title | smartify }}"],
    ["a format that is unknown", '{{ page.date | date: "%Q" }}'],
    ["a mode of a filter", '{{ page.title | slugify: "pretty" }}'],
    ["endless recursion", "{% include loop.html %}"],
    ["too many rounds", "{% for a in (1..100000000) %}x{% endfor %}"],
    ["an unclosed tag", "{% if page.title %}x"],
  ])("renders no part of %s", (_name, template) => {
    expect(render(`before ${template} after`)).toBeUndefined();
  });

  it("evaluates what a tag assigns", () => {
    expect(engine.evaluate('page.title | append: "!" | split: "o"', values)).toEqual(["M", "", "n!"]);
    expect(engine.evaluate("page.date", values)).toBeUndefined();
    expect(engine.evaluate("page.missing", values)).toBeUndefined();
    expect(engine.evaluate("site.posts | size", values)).toBeUndefined();
  });
});
