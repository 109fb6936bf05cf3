import { oneLine } from "../../base/one-line.ts";
import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { plainText } from "../../feed-parser/plain-text.ts";
import { readableEntry } from "../../feed-parser/readable-entry.ts";
import { checkContent } from "../../limits/content-limits.ts";
import { ownOrigin } from "../configuration/site-url.ts";
import type { OldSettings, SiteFolder } from "../site-rules/old-site.ts";
import { withCodeLanguages } from "./code-languages.ts";
import { type MediumAddress, MediumPosts, ownUrl } from "./medium-posts.ts";

// `2024-01-02_Walking-at-night-abcdef123456.html`; `draft_` for a draft. The hexadecimal number is Medium's id.
const postName = /(?:^|\/)posts\/(?:(\d{4}-\d{2}-\d{2})|draft)_[^/]*-([0-9a-f]{9,12})\.html$/;

/** Returns whether a folder is an unpacked export of Medium. */
export function isMediumExport({ paths }: SiteFolder): boolean {
  return paths.some((path) => postName.test(path));
}

/**
 * Reads the posts of an unpacked export of Medium.
 * @param note receives the count of the other files
 * @param offer receives the settings of the account, before the first entry
 */
export function* mediumEntries(
  folder: SiteFolder,
  note: (text: string) => void,
  offer: (settings: OldSettings) => void = () => {},
): Generator<ParsedEntry> {
  const posts = folder.paths.filter((path) => postName.test(path));
  offer(settingsOf(folder, posts));
  const links = linksOf(folder, posts);
  for (const path of posts) yield readableEntry(path, () => mediumEntry(path, folder.read(path) ?? "", links));
  if (posts.some((path) => !/(?:^|\/)draft_/.test(path)))
    note("The export of Medium does not say which posts were unlisted or only for members: add draft: true or unlisted: true to those");
  const others = folder.paths.length - posts.length;
  if (others > 0) note(`Left out ${others} other files of the export of Medium: profile, lists, claps and the like`);
}

// The feed of an account has the name of its author. Only a post on a domain of its own shows the URL.
function settingsOf({ paths, read }: SiteFolder, posts: readonly string[]): OldSettings {
  const profile = read(paths.find((path) => /(?:^|\/)profile\/profile\.html$/.test(path)) ?? "") ?? "";
  const texts = posts.slice(0, maxPosts).map((path) => read(path) ?? "");
  const names = [textOf(profile, 'class="p-name"', "</h1>"), ...texts.map((text) => textOf(text, 'class="p-author h-card"', "</a>"))];
  const name = names.find((found) => found !== undefined);
  const urls = texts.map((text) => ownOrigin(attributeBefore(text, 'class="p-canonical"', "href")));
  return { title: name, author: name === undefined ? undefined : { name }, url: urls.find((url) => url !== undefined) };
}

const maxPosts = 1000; // to look at for the URL

function linksOf({ read }: SiteFolder, posts: readonly string[]): MediumPosts {
  const links = new MediumPosts();
  for (const path of posts) {
    const html = read(path) ?? "";
    if (isPublished(path, bodyOf(html))) links.add(addressOf(path, html));
  }
  for (const path of posts) links.readLinks(bodyOf(read(path) ?? ""));
  return links;
}

function addressOf(path: string, html: string): MediumAddress {
  return { id: postName.exec(path)?.[2] ?? "", own: ownUrl(attributeBefore(html, 'class="p-canonical"', "href")) };
}

function bodyOf(html: string): string {
  return withoutEnd(between(html, 'data-field="body"', "<footer>") ?? "", "</section>"); // drafts have no newline after it
}

function isPublished(path: string, body: string): boolean {
  return postName.exec(path)?.[1] !== undefined && body !== "";
}

function mediumEntry(path: string, html: string, links: MediumPosts): ParsedEntry {
  checkContent(html);
  const address = addressOf(path, html);
  const date = postName.exec(path)?.[1];
  const body = bodyOf(html);
  const text = ["h3", "h4"].reduce((rest, name) => withoutHeading(rest, name), withCodeLanguages(body).replace(divider, ""));
  const author = textOf(html, 'class="p-author h-card"', "</a>");
  const isEmpty = body === "";
  return {
    id: `https://medium.com/p/${address.id}`, // as in its feed
    title: oneLine(textOf(html, 'class="p-name"', "</h1>") ?? textOf(html, "<title", "</title>") ?? ""),
    link: address.own?.href, // an address on medium.com contains the name of its account
    published: attributeAfter(html, 'class="dt-published"', "datetime") ?? date,
    authors: author === undefined ? [] : [{ name: oneLine(author), url: attributeBefore(html, 'class="p-author h-card"', "href") }],
    categories: [],
    summary: textOf(html, 'data-field="subtitle"', "</section>"),
    content: links.leadTo(text, address.own?.href),
    isResolved: true,
    draft: !isPublished(path, body),
    aliases: links.aliasesOf(address),
    notes: isEmpty ? [`The file ${path} has no text: it was kept as a draft`] : [],
  };
}

const divider = '<div class="section-divider"><hr class="section-divider"></div>'; // before the first section, too

// The text repeats the title and the subtitle.
function withoutHeading(html: string, name: string): string {
  const mark = html.indexOf(name === "h3" ? "graf--title" : "graf--subtitle");
  const start = mark < 0 ? -1 : html.lastIndexOf(`<${name}`, mark);
  const end = start < 0 ? -1 : html.indexOf(`</${name}>`, mark);
  return end < 0 ? html : html.slice(0, start) + html.slice(end + `</${name}>`.length);
}

// The files of all exports have the same markup, so that searching is enough, and takes linear time.
function between(html: string, mark: string, end: string): string | undefined {
  const start = html.indexOf(">", html.indexOf(mark) < 0 ? html.length : html.indexOf(mark));
  const stop = start < 0 ? -1 : html.indexOf(end, start);
  return stop < 0 ? undefined : html.slice(start + 1, stop).trim();
}

function withoutEnd(html: string, end: string): string {
  return html.endsWith(end) ? html.slice(0, -end.length).trim() : html;
}

function textOf(html: string, mark: string, end: string): string | undefined {
  return plainText(between(html, mark, end) ?? "").trim() || undefined;
}

function attributeAfter(html: string, mark: string, name: string): string | undefined {
  const start = html.indexOf(mark);
  return start < 0 ? undefined : valueIn(html.slice(start, html.indexOf(">", start)), name);
}

function attributeBefore(html: string, mark: string, name: string): string | undefined {
  const start = html.indexOf(mark);
  return start < 0 ? undefined : valueIn(html.slice(html.lastIndexOf("<", start), start), name);
}

function valueIn(tag: string, name: string): string | undefined {
  const start = tag.indexOf(` ${name}="`);
  const value = start < 0 ? -1 : start + ` ${name}="`.length;
  const end = value < 0 ? -1 : tag.indexOf('"', value);
  return end < 0 ? undefined : tag.slice(value, end);
}
