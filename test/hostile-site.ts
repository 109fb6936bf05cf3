// A site by somebody who means harm to whoever reads it over HTTP: whatever can be put into a header is in every text that
// makes its way into an address, a link or a redirect.

/** Texts that would end a header, begin another, close a link or lead off the site. */
export const hostileTexts: readonly string[] = [
  "a\r\nSet-Cookie: stolen=1",
  "b\nLocation: https://evil.example/",
  "c\r\n\r\n<script>alert(1)</script>",
  "d\0e",
  'f"; rel="evil',
  'g>; rel="evil", <https://evil.example/>; rel="self',
  "h\u2028Set-Cookie: stolen=1",
  "i\u560d\u560aSet-Cookie: stolen=1", // whose low bytes are CR and LF
  "j%0d%0aSet-Cookie:%20stolen=1",
  "k, l; m=n",
  "o\\p",
  "q\u202Er",
  "//evil.example/s",
  "/\\evil.example/t",
  "https:evil.example/u",
  "@evil.example/v",
  "w🐟ü日本語",
  "../x",
  "y\ttab\u0085next\u007fdelete",
];

/** Articles by their path: each text as title, slug, category, author, alias and permalink. */
export function hostileArticles(): Record<string, string> {
  const articles: Record<string, string> = {};
  for (const [index, text] of hostileTexts.entries()) {
    const place = (before: string) => JSON.stringify(`${before}${index}-${text}`);
    articles[`2024-11-06-slug${index}.md`] = article({
      title: JSON.stringify(text),
      slug: place("slug"),
      tags: `[${place("tag")}]`,
      authors: `[{ name: ${place("author")} }]`,
      aliases: `[${place("/alias")}]`,
    });
    articles[`2024-11-05-link${index}.md`] = article({
      title: JSON.stringify(text),
      permalink: JSON.stringify(`/p${index}/${text}`),
      id: place("id"),
      lang: index % 2 === 0 ? "en" : "de",
    });
  }
  return articles;
}

function article(frontMatter: Readonly<Record<string, string>>): string {
  const lines = Object.entries(frontMatter).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join("\n")}\n---\nText.\n`;
}

/** Redirects that a site may have; those that are refused when it is compiled do not count. */
export const hostileRedirects: Readonly<Record<string, string>> = Object.fromEntries(
  hostileTexts.flatMap((text, index) => [
    [`/from${index}`, text.startsWith("/") ? text : `/rss.xml?${text}`],
    [`/away${index}`, `https://shop.example/${text}`],
    [`/odd${index}-${text.replace(/[?#]/g, "")}`, "/rss.xml"],
  ]),
);
