import { parseHTML } from "linkedom";
import { oneLine } from "../base/one-line.ts";
import { httpUrl } from "../feed-parser/entry-url.ts";
import { EntryUrls } from "../feed-parser/entry-urls.ts";
import type { ParsedEntry } from "../feed-parser/parsed-entry.ts";
import { checkJson } from "../limits/json-limits.ts";
import { LimitError } from "../limits/limit-error.ts";
import { checkNesting, checkPage } from "../limits/page-limits.ts";
import { articleOf } from "./page-article.ts";
import { plainPage } from "./plain-page.ts";
import { instantOf } from "./site-rules/front-matter-date.ts";
import { dateMetas } from "./site-rules/page-date.ts";

// The used part of the DOM, since the types of browsers are not loaded here.
interface Element {
  readonly textContent: string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  remove(): void;
}
interface Document {
  readonly firstElementChild: Parameters<typeof checkNesting>[0]["firstElementChild"];
  readonly documentElement: Element | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  cloneNode(deep: boolean): Parameters<typeof articleOf>[0];
}

/** Returns whether the beginning of a document is that of a web page. */
export function isWebPage(start: string): boolean {
  let rest = start.trimStart().replace(/^<\?xml[^>]*>\s*/i, "");
  while (rest.startsWith("<!--")) {
    const end = rest.indexOf("-->");
    if (end < 0) return false;
    rest = rest.slice(end + "-->".length).trimStart();
  }
  return /^<(?:!doctype html|html)[\s>]/i.test(rest);
}

/**
 * Extracts the article of a web page: its main content, and the metadata in its head.
 * @param documentUrl the page's absolute URL; undefined for a file, which may contain its URL
 * @throws LimitError
 * @throws Error if the page has no article, or is the front page of a site
 */
export function pageEntry(html: string, documentUrl: string | undefined): ParsedEntry {
  checkPage(html);
  const plain = plainPage(html);
  const document: Document = parseHTML(plain.html).document;
  checkNesting(document);
  removeHeavyParts(document);
  if (documentUrl !== undefined && URL.parse(documentUrl)?.pathname === "/") throw new Error(adviseFeeds(document, documentUrl));
  const metas = metasOf(document);
  const linked = document.querySelector("link[rel~=canonical][href]")?.getAttribute("href") ?? metas("og:url");
  const urls = new EntryUrls();
  const link = urls.read("page", linked ?? savedFrom(html), documentUrl) ?? documentUrl;
  const data = structuredData(document);
  const found = articleOf(document.cloneNode(true));
  const base = httpUrl(document.querySelector("base[href]")?.getAttribute("href") ?? undefined, link)?.href ?? link;
  const image = urls.readFirst("picture", [metas("og:image"), metas("twitter:image")], base);
  const author = metas("author") ?? data["author"] ?? found.byline ?? undefined;
  const dates = [metas("article:published_time"), data["datePublished"], ...dateMetas.map((name) => metas(name)), timeOf(document)];
  return {
    id: undefined,
    title: oneLine(metas("og:title") ?? headingIn(document, found.title) ?? found.title ?? ""),
    link,
    published: dates.find((date) => instantOf(date) !== undefined) ?? dates.find((date) => date !== undefined),
    updated: metas("article:modified_time") ?? data["dateModified"],
    authors: author === undefined ? [] : [{ name: oneLine(author).replace(/^by\s+/i, "") }],
    categories: metas.all("article:tag"),
    summary: metas("description") ?? metas("og:description"),
    content: found.content,
    base,
    image: image === undefined ? undefined : { url: image, alt: metas("og:image:alt") },
    language: document.documentElement?.getAttribute("lang") || undefined,
    draft: false,
    aliases: [],
    notes: [...plain.notes, ...found.notes, ...urls.notes],
  };
}

const maxAttributeLength = 2048; // UTF-16 units

// Readability parses all structured data, and its search in the attributes of pictures takes quadratic time. `src` is exempt, because
// it may be a data URL of any length. Other long attributes list sizes of a picture, which articles do not keep.
function removeHeavyParts(document: Document): void {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    if (!isJsonReadable(script.textContent ?? "")) script.remove();
  }
  for (const element of document.querySelectorAll("img, picture, figure, source, video, audio")) {
    const heavy = [...element.attributes].filter(({ name, value }) => name !== "src" && value.length > maxAttributeLength);
    for (const { name } of heavy) element.removeAttribute(name);
  }
}

function isJsonReadable(json: string): boolean {
  try {
    checkJson(json);
    return true;
  } catch (error) {
    if (error instanceof LimitError) return false;
    throw error;
  }
}

// The front page has no article; its feeds have the entries.
function adviseFeeds(document: Document, documentUrl: string): string {
  const links = document.querySelectorAll("link[rel~=alternate][href]");
  const feeds = [...links].filter((link) => /\b(?:rss|atom|feed)\+(?:xml|json)\b/.test(link.getAttribute("type") ?? ""));
  const urls = feeds.map((link) => httpUrl(link.getAttribute("href") ?? undefined, documentUrl)?.href).filter((url) => url !== undefined);
  const advice = urls.length === 0 ? "give the address of its feed" : `import one of its feeds, ${urls.join(", ")}`;
  return `Cannot import the front page of a site: ${advice}`;
}

// The page's title often contains the site's name, but the heading does not.
function headingIn(document: Document, title: string | null | undefined): string | undefined {
  const headings = [...document.querySelectorAll("h1")].map(({ textContent }) => oneLine(textContent ?? ""));
  return headings.find((heading) => heading !== "" && title?.includes(heading));
}

// Browsers write the page's address into a saved page.
function savedFrom(html: string): string | undefined {
  return /<!-- saved from url=\(\d+\)(?!about:)(\S+) -->/.exec(html.slice(0, 2000))?.[1];
}

function metasOf(document: Document): ((name: string) => string | undefined) & { all: (name: string) => string[] } {
  const all = (name: string) =>
    [...document.querySelectorAll("meta[content]")]
      .filter(
        (meta) => (meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("itemprop"))?.toLowerCase() === name,
      )
      .map((meta) => meta.getAttribute("content")?.trim() ?? "")
      .filter((content) => content !== "");
  return Object.assign((name: string) => all(name)[0], { all });
}

function timeOf(document: Document): string | undefined {
  const time = document.querySelector(
    "article time[datetime], time[itemprop=datePublished], time.dt-published, time.published, time[pubdate]",
  );
  return time?.getAttribute("datetime") ?? undefined;
}

const articleTypes = /^(?:\w*Article|BlogPosting|Report|WebPage)$/;

// schema.org metadata, as search engines read it.
function structuredData(document: Document): Readonly<Record<"author" | "datePublished" | "dateModified", string | undefined>> {
  const nodes = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => nodesIn(script.textContent ?? ""));
  const node = nodes.find((found) => [found["@type"]].flat().some((type) => typeof type === "string" && articleTypes.test(type))) ?? {};
  const author = [node["author"]].flat()[0];
  return {
    author: typeof author === "object" && author !== null ? textOf((author as Record<string, unknown>)["name"]) : textOf(author),
    datePublished: textOf(node["datePublished"]),
    dateModified: textOf(node["dateModified"]),
  };
}

function nodesIn(json: string): Record<string, unknown>[] {
  try {
    return [JSON.parse(json)]
      .flat()
      .flatMap((node) => [node?.["@graph"] ?? node])
      .flat()
      .filter((node) => typeof node === "object" && node !== null);
  } catch {
    return [];
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
