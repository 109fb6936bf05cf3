import type { Element } from "hast";
import { unescapeMarkup } from "../../base/escape.ts";
import { descendants } from "../html/find-elements.ts";
import { classesOf, firstProperty } from "../html/hast-nodes.ts";
import { textStart } from "../html/text-start.ts";
import type { Convert } from "./convert.ts";
import { embedNodes } from "./embed-link.ts";
import { embedPage, unwrapAddress } from "./embed-services.ts";
import { widgetAddress } from "./services/widget.ts";

/**
 * Replaces an element that the script of a service fills, such as `<div class="fb-post" data-href="…">`, with a link. An element with a
 * text or a picture of its own keeps it before the link, and one with a link to its page stays.
 */
export const convertScriptEmbed: Convert = (element, context) => {
  const given = contentOf(element);
  if (given === undefined) return undefined;
  const address = unwrapAddress(given);
  if (descendants(element, "a").some((link) => hasWords(link) && leadsTo(link, element, address))) {
    element.properties["dataEmbed"] = ""; // "See the Pen …" is not a summary
    return undefined;
  }
  const [still] = descendants(element, "img", 1);
  if (element.tagName === "a" && still !== undefined) return undefined;
  const title = firstProperty(element, "title", "dataTitle", "dataPenTitle", "ariaLabel") ?? (still && firstProperty(still, "alt"));
  const words = textStart(element, 2000).trim();
  const isEmpty = still === undefined && (words === "" || words === address);
  if (element.tagName === "a" || isEmpty) return embedNodes({ address, title }, context);
  element.properties["dataEmbed"] = "";
  const { children } = element;
  children.push(...((embedNodes({ address, title }, { ...context, parent: element, index: children.length }) ?? []) as typeof children));
  return undefined;
};

function hasWords(element: Element): boolean {
  return textStart(element, 200).trim() !== "";
}

// The address of a post also has its author, and parameters that count visits.
function leadsTo(link: Element, element: Element, address: string): boolean {
  const url = URL.parse(embedPage(address)?.url ?? address);
  const [end = "", before = ""] = (url?.pathname ?? "").split("/").filter(Boolean).reverse();
  const id = url?.searchParams.get("v") ?? (end.length < minId ? `${before}/${end}` : end);
  return link === element || firstProperty(link, "href")?.includes(id) === true;
}

const minId = 5; // UTF-16 units; shorter ids are parts of other addresses, too

function contentOf(element: Element): string | undefined {
  const { properties } = element;
  if (!Object.keys(properties).some((name) => name.startsWith("data") || name === "className")) return undefined; // most elements
  const classes = classesOf(element);
  const text = (name: string) => firstProperty(element, name);
  const [slug, user] = [text("dataSlugHash"), text("dataUser")];
  if (slug !== undefined && user !== undefined) return `https://codepen.io/${encodeURIComponent(user)}/pen/${encodeURIComponent(slug)}`;
  if (classes.includes("wp-block-embed__wrapper")) return addressIn(element);
  const permalink = text("dataInstgrmPermalink") ?? text("dataTextPostPermalink") ?? text("dataOembedUrl");
  const named = permalink ?? frameAddress(text("dataHtml")) ?? widgetAddress(element, classes);
  if (named !== undefined) return named;
  if (element.tagName === "a") return isWidgetLink(element, classes) ? (text("href") ?? text("dataIframelyUrl")) : undefined;
  const [, author, post] = /^at:\/\/(did:[\w.:%-]+)\/app\.bsky\.feed\.post\/(\w+)$/.exec(text("dataBlueskyUri") ?? "") ?? [];
  if (post !== undefined) return `https://bsky.app/profile/${author}/post/${post}`;
  const wistia = classes.map((name) => /^wistia_async_(\w+)$/.exec(name)?.[1]).find((id) => id !== undefined);
  return wistia === undefined ? filmOf(element, classes) : `https://fast.wistia.net/embed/iframe/${wistia}`;
}

// Squarespace: the code of a frame, as a text.
function frameAddress(code = ""): string | undefined {
  const [, address] = /^\s{0,20}<iframe\s(?:[^<>]{0,2000}\s)?src=["']([^"'<>]{1,2000})["']/i.exec(code) ?? [];
  return address && unescapeMarkup(address).replace(/^(?=\/\/)/, "https:");
}

// Iframely, Embedly and Pinterest replace links of their own.
function isWidgetLink(link: Element, classes: readonly string[]): boolean {
  return firstProperty(link, "dataIframelyUrl", "dataPinDo", "dataEmbedlyUrl") !== undefined || classes.includes("embedly-card");
}

// WordPress stores the address of an embed alone, and shows its content.
function addressIn(element: Element): string | undefined {
  const text = textStart(element, 2000).trim();
  return /^https?:\/\/\S+$/.test(text) ? text : undefined;
}

// The players that scripts of themes and plug-ins make.
function filmOf(element: Element, classes: readonly string[]): string | undefined {
  const provider = firstProperty(element, "dataPlyrProvider") ?? "";
  const id = firstProperty(element, "dataPlyrEmbedId", "dataYoutubeId", "dataYoutube", "dataVimeoId", "dataVideoId", "dataId");
  if (id === undefined) return undefined;
  if (/^https?:\/\//.test(id)) return provider === "" ? undefined : id;
  const isVimeo =
    provider === "vimeo" || firstProperty(element, "dataVimeoId") !== undefined || classes.some((name) => /vimeo/i.test(name));
  if (isVimeo) return /^\d+$/.test(id) ? `https://vimeo.com/${id}` : undefined;
  const isYoutube = provider === "youtube" || classes.some((name) => /youtube|lazyyt/i.test(name)) || hasYoutubeId(element);
  return isYoutube && /^[\w-]{6,20}$/.test(id) ? `https://www.youtube.com/watch?v=${id}` : undefined;
}

function hasYoutubeId(element: Element): boolean {
  return firstProperty(element, "dataYoutubeId", "dataYoutube") !== undefined;
}
