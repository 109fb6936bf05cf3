import { expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";

const head = `---
title: A
gallery:
  - url: https://example.com/a.png
    image_path: https://example.com/a-small.png
    alt: "One & two"
    title: Title
  - https://example.com/b.png
gallery2:
  - url: https://example.com/page
    image_path: https://example.com/c.png
feature_row:
  - image_path: https://example.com/d.png
    alt: D
    title: Head
    excerpt: "Words *here*"
    url: https://example.com/d
features:
  - image_path: https://example.com/e.png
    image_caption: By Ada
    excerpt: One
    url: https://example.com/e
    btn_label: More
  - title: Two *three*
    excerpt: Four **five**
    url: https://example.com/f
  - title: Six
    url: https://example.com/g
    btn_label: Go
  - url: https://example.com/h
---

`;

it.each([
  [
    '{% include gallery caption="Some *words*" %}',
    '<figure><img src="https://example.com/a-small.png" alt="One &#x26; two" title="Title"> <img src="https://example.com/b.png" alt=""><figcaption>Some <em>words</em></figcaption></figure>',
  ],
  [
    '{% include gallery id="gallery2" layout="half" %}',
    '<figure><a href="https://example.com/page"><img src="https://example.com/c.png" alt=""></a></figure>',
  ],
  [
    "{% include feature_row %}",
    '<figure><a href="https://example.com/d"><img src="https://example.com/d.png" alt="D"></a><figcaption><strong>Head</strong> Words <em>here</em></figcaption></figure>',
  ],
  [
    '{% include feature_row id="features" title="All" %}',
    '<p><strong>All</strong></p><figure><a href="https://example.com/e"><img src="https://example.com/e.png" alt=""></a><figcaption>By Ada One</figcaption></figure>' +
      '<p><a href="https://example.com/e">More</a></p><p><a href="https://example.com/f"><strong>Two <em>three</em></strong></a><br>Four <strong>five</strong></p>' +
      '<p><strong>Six</strong><br><a href="https://example.com/g">Go</a></p><p><a href="https://example.com/h"><strong>example.com/h</strong></a></p>',
  ],
])("an article with %s shows the pictures of its front matter", async (tag, html) => {
  const { content, problems } = await compileOne(head + tag);
  expect(content).toBe(html);
  const key = /gallery2|features|feature_row(?! id)/.exec(tag)?.[0] ?? "gallery";
  expect(problems.filter((problem) => problem.includes(`key "${key}"`) || problem.includes("Removed"))).toEqual([]);
});

it.each(['{% include gallery id="none" %}', "{% include gallery id='title' %}"])("an article with %s reports the tag", async (tag) => {
  const { content, problems } = await compileOne(`${head}Words.\n\n${tag}`);
  expect(content).toBe("<p>Words.</p>");
  expect(problems).toContainEqual(expect.stringContaining("Removed tags of another generator: {% include %}"));
});
