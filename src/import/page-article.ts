import { Readability } from "@mozilla/readability";
import { plural } from "../base/plural.ts";

// The used part of the DOM, since the types of browsers are not loaded here.
interface Element {
  readonly localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  readonly parentElement: Element | null;
  querySelector(selector: string): Element | null;
}
interface Root {
  querySelectorAll(selector: string): Iterable<Element>;
}

/** The article of a web page. */
export interface PageArticle {
  readonly title?: string | null | undefined;
  readonly byline?: string | null | undefined;
  readonly content: string;
  readonly notes: readonly string[];
}

/**
 * Extracts the main content of a web page.
 * @param document a copy, since Readability takes it apart
 * @throws Error if the page has no article
 */
export function articleOf(document: Root): PageArticle {
  markCells(document);
  const elements = [...document.querySelectorAll(`${blocks}, ${media}`)];
  for (const [index, element] of elements.entries()) element.setAttribute(order, String(index));
  const around = new Set(document.querySelectorAll(boilerplate));
  const players = new Set(elements.filter(({ localName }) => localName === "a"));
  const shown = elements.map((element) => {
    const isPart = element.localName !== "img" || !isWithin(element, players);
    return isPart && !isWithin(element, around) ? addressOf(element) : undefined;
  });
  const kept = new Set<number>();
  // Readability wraps its result in an element.
  const serializer = (root: Root & { firstElementChild: { innerHTML: string } | null }) => {
    restoreCells(root);
    for (const element of root.querySelectorAll(`[${order}]`)) {
      kept.add(Number(element.getAttribute(order)));
      element.removeAttribute(order);
    }
    return root.firstElementChild?.innerHTML ?? "";
  };
  const article = new Readability(document, { serializer }).parse();
  const content = article?.content?.trim() ?? "";
  if (article === null || article === undefined || content === "")
    throw new Error("Cannot find an article in the page; save its text as .txt or .md");
  return { title: article.title, byline: article.byline, content, notes: lossNotes(shown, kept) };
}

const order = "data-broadsheet-order";
const blocks = "p, h2, h3, h4, h5, h6, li, dd, blockquote, pre, td, div";
const media = "img, video, audio, a[data-embed]";
const boilerplate = "nav, aside, footer, form, button, [hidden], [aria-hidden=true], [role=navigation], [role=complementary]";

function isWithin(element: Element, ancestors: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) if (ancestors.has(at)) return true;
  return false;
}

function addressOf(element: Element): string | undefined {
  switch (element.localName) {
    case "a":
      return element.getAttribute("href") ?? undefined;
    case "img":
      return isPixel(element) ? undefined : (element.getAttribute("src") ?? undefined);
    case "audio":
    case "video":
      return element.getAttribute("src") ?? element.querySelector("source[src]")?.getAttribute("src") ?? undefined;
    default:
      return undefined;
  }
}

function isPixel(element: Element): boolean {
  return ["width", "height"].some((name) => ["0", "1"].includes(element.getAttribute(name) ?? ""));
}

const maxAddress = 200; // UTF-16 units that are shown

// Pictures before and after the kept text are those of the page, such as its logo.
function lossNotes(addresses: readonly (string | undefined)[], kept: ReadonlySet<number>): string[] {
  const last = [...kept].reduce((highest, index) => Math.max(highest, index), -1);
  const first = [...kept].reduce((lowest, index) => Math.min(lowest, index), last);
  const present = new Set([...kept].map((index) => addresses[index]));
  const lost = new Set(
    addresses.filter((address, index) => index > first && index < last && address !== undefined && !present.has(address)),
  );
  const [example] = lost;
  if (example === undefined) return [];
  const are = lost.size === 1 ? "is" : "are";
  return [
    `${plural(lost.size, "picture or player", "pictures or players")} between parts of its text ${are} left out: copy what belongs to it, such as ${example.slice(0, maxAddress)}`,
  ];
}

const alignment = "data-broadsheet-align";

// Readability removes `align` and `style`.
function markCells(document: Root): void {
  for (const cell of document.querySelectorAll("td, th")) {
    const style = /(?:^|;)\s*text-align\s*:\s*(left|center|right)\b/i.exec(cell.getAttribute("style") ?? "")?.[1];
    const value = (style ?? cell.getAttribute("align") ?? "").trim().toLowerCase();
    if (/^(?:left|center|right)$/.test(value)) cell.setAttribute(alignment, value);
  }
}

function restoreCells(root: Root): void {
  for (const cell of root.querySelectorAll(`[${alignment}]`)) {
    const value = cell.getAttribute(alignment) ?? "";
    cell.removeAttribute(alignment);
    if (/^t[dh]$/.test(cell.localName)) cell.setAttribute("align", value);
  }
}
