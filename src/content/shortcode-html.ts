import { readArguments, type ShortcodeArguments } from "./shortcode-arguments.ts";

/** What a tag needs to know beside its arguments. */
export interface ShortcodeContext {
  /** The path of an article from the articles folder, as a link: of `x.md`, `_posts/x.md`, `2024-01-01-x`; undefined if there is none. */
  readonly locate: (name: string) => string | undefined;
}

type Convert = (values: ShortcodeArguments, context: ShortcodeContext) => string | undefined;

/** The HTML of the tags whose meaning is known, by their name; undefined where the arguments say nothing. Nothing is fetched. */
export const shortcodeHtml: Readonly<Record<string, Convert>> = {
  figure: ({ named, places }) => figure({ src: places[0], ...named }),
  img: ({ text }) => hexoPicture(text),
  asset_img: ({ text }) => hexoPicture(text),
  asset_path: ({ places }) => places[0],
  asset_link: ({ places: [file, ...title] }) => (file === undefined ? undefined : link(file, title.join(" ") || file)),
  include: (values) => include(values),
  youtube: ({ named, places }) => video("https://www.youtube.com/watch?v=", named["id"] ?? places[0], named["title"]),
  vimeo: ({ named, places }) => video("https://vimeo.com/", named["id"] ?? places[0], named["title"]),
  tweet: tweet,
  twitter: tweet,
  x: tweet,
  instagram: ({ named, places }) => video("https://www.instagram.com/p/", named["id"] ?? places[0]),
  gist: ({ places: [first = "", second] }) =>
    first === ""
      ? undefined
      : video("https://gist.github.com/", first.includes("/") || second === undefined || /\./.test(second) ? first : `${first}/${second}`),
  ref: target,
  relref: target,
  post_url: target,
  link: ({ text }, { locate }) => locate(text) ?? `/${encodeURI(text.replace(/^\/+/, ""))}`,
  post_path: target,
  post_link: ({ places: [name = "", ...title] }, { locate }) => {
    const url = locate(name);
    return url === undefined ? undefined : link(url, title.filter((word) => !/^(?:true|false)$/.test(word)).join(" ") || name);
  },
  more: () => "<!--more-->",
  details: ({ named, places }) =>
    `\n<details><summary>${escaped(named["summary"] ?? named["title"] ?? places[0] ?? "Details")}</summary>\n\n`,
  enddetails: () => "\n\n</details>\n",
  blockquote: () => "\n<blockquote>\n\n",
  quote: () => "\n<blockquote>\n\n",
  endblockquote: endQuotation,
  endquote: endQuotation,
  rawhtml: () => "",
  endrawhtml: () => "",
};

/** Code as a block that no Markdown is read in. */
export function codeBlock(language: string, code: string): string {
  const className = /^[\w+#.-]+$/.test(language) ? ` class="language-${language}"` : "";
  return `<pre><code${className}>${escaped(code.replace(/^[ \t]*\n/, "").trimEnd())}\n</code></pre>`;
}

/** Text as it stands in HTML and in an attribute. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function figure(values: Readonly<Record<string, string | undefined>>): string | undefined {
  const src = ["src", "image_path", "url", "path", "file", "image", "filename"].map((key) => values[key]).find(Boolean);
  if (src === undefined) return undefined;
  const { title, caption, attr, link: href } = values;
  const alt = values["alt"] ?? caption ?? title ?? "";
  const picture = `<img src="${escaped(src)}" alt="${escaped(alt)}">`;
  const words = [title && `<strong>${escaped(title)}</strong>`, caption && escaped(caption), attr && escaped(attr)]
    .filter(Boolean)
    .join(" ");
  const shown = href === undefined ? picture : `<a href="${escaped(href)}">${picture}</a>`;
  return `<figure>${shown}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
}

// hexo.io/docs/tag-plugins: [class names] file [width] [height] "title text 'alt text'"
function hexoPicture(text: string): string | undefined {
  const file = /(?<![^\s"'])(?:[^\s"']+\.\w{2,5}|https?:\S+)/.exec(text);
  if (file === null || /["']/.test(text.slice(0, file.index))) return undefined;
  const [src] = file;
  const after = text.slice(file.index + src.length).trim();
  const quote = after.search(/["']/);
  const isQuoted = quote >= 0 && quote < after.length - 1 && /["']$/.test(after);
  const words = (isQuoted ? after.slice(quote + 1, -1) : after.replace(/^[\s\d]+/, "")).trim();
  const alt = /["']([^"']+)["']?$/.exec(words)?.[1] ?? words;
  return figure({ src, alt })?.replace(/^<figure>|<\/figure>$/g, "");
}

// Jekyll's themes: {% include figure image_path="a.png" alt="b" %}, {% include youtube.html id="c" %}
function include({ named, places: [file = ""] }: ShortcodeArguments): string | undefined {
  const name = file.replace(/^.*\//, "").replace(/\.html$/, "");
  if (/^(?:figure|image|img|picture)/.test(name)) return figure(named);
  const provider = /youtube|vimeo/i.exec(`${name} ${named["provider"] ?? ""}`)?.[0].toLowerCase();
  if (provider === undefined) return undefined;
  return shortcodeHtml[provider]?.({ places: [], named, text: "" }, { locate: () => undefined });
}

function video(start: string, id: string | undefined, title?: string): string | undefined {
  if (id === undefined || id === "") return undefined;
  const url = /^https?:/.test(id) ? id : start + encodeURI(id);
  return link(url, title ?? url.replace(/^https?:\/\/(?:www\.)?/, "")); // a whole URL would be made a link once more
}

function tweet({ named, places }: ShortcodeArguments): string | undefined {
  return video(`https://x.com/${encodeURIComponent(named["user"] ?? "i")}/status/`, named["id"] ?? places[0]);
}

function target({ places: [written = ""], named }: ShortcodeArguments, { locate }: ShortcodeContext): string | undefined {
  const [, name = "", anchor = ""] = /^([^#]*)(#.*)?$/.exec(named["path"] ?? written) ?? [];
  if (name === "") return anchor || undefined;
  return (locate(name) ?? encodeURI(name)) + anchor;
}

// Its arguments are those of its beginning: Hexo's words, Zola's author.
function endQuotation({ named, text }: ShortcodeArguments): string {
  const credit = named["author"] ?? text.replaceAll('"', "");
  return `\n\n${credit === "" ? "" : `— ${escaped(credit)}\n\n`}</blockquote>\n`;
}

function link(url: string, label: string): string {
  return `<a href="${escaped(url)}">${escaped(label)}</a>`;
}

/** The language that a tag for code names: `go "linenos"`, `lang:go`, `type="go"`. */
export function languageOfCode(text: string): string {
  const { named, places } = readArguments(text);
  return named["lang"] ?? named["type"] ?? named["language"] ?? places.find((word) => /^[\w+#.-]+$/.test(word)) ?? "";
}
