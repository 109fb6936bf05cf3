import type { Element } from "hast";
import { descendants } from "../html/find-elements.ts";
import { classesOf, firstProperty } from "../html/hast-nodes.ts";
import { textStart } from "../html/text-start.ts";
import type { Convert } from "./convert.ts";
import { embedNodes } from "./embed-link.ts";

/**
 * Replaces an element that the script of a service fills, such as `<div class="fb-post" data-href="…">`, with a link. An element with a
 * text of its own keeps it before the link, and one with a link stays.
 */
export const convertScriptEmbed: Convert = (element, context) => {
  const address = contentOf(element);
  if (address === undefined) return undefined;
  const links = descendants(element, "a");
  if (links.some((link) => textStart(link, 1).trim() !== "")) {
    element.properties["dataEmbed"] = ""; // "See the Pen …" is not a summary
    return undefined;
  }
  const title = firstProperty(element, "title", "dataTitle", "dataPenTitle", "ariaLabel");
  const words = textStart(element, 2000).trim();
  if (element.tagName === "a" || words === "" || words === address) return embedNodes({ address, title }, context);
  element.properties["dataEmbed"] = "";
  const { children } = element;
  children.push(...((embedNodes({ address, title }, { ...context, parent: element, index: children.length }) ?? []) as typeof children));
  return undefined;
};

function contentOf(element: Element): string | undefined {
  const { properties } = element;
  if (!Object.keys(properties).some((name) => name.startsWith("data") || name === "className")) return undefined; // most elements
  const classes = classesOf(element);
  const text = (name: string) => firstProperty(element, name);
  const [slug, user] = [text("dataSlugHash"), text("dataUser")];
  if (slug !== undefined && user !== undefined) return `https://codepen.io/${encodeURIComponent(user)}/pen/${encodeURIComponent(slug)}`;
  if (classes.includes("wp-block-embed__wrapper")) return addressIn(element);
  const named =
    text("dataInstgrmPermalink") ??
    text("dataOembedUrl") ??
    (classes.some((name) => /^fb-(?:post|video)$/.test(name)) ? text("dataHref") : undefined);
  if (named !== undefined) return named;
  if (classes.includes("tiktok-embed")) return text("cite");
  if (element.tagName === "a") return text("dataPinDo") === undefined ? undefined : text("href");
  const [, author, post] = /^at:\/\/(did:[\w.:%-]+)\/app\.bsky\.feed\.post\/(\w+)$/.exec(text("dataBlueskyUri") ?? "") ?? [];
  if (post !== undefined) return `https://bsky.app/profile/${author}/post/${post}`;
  const wistia = classes.map((name) => /^wistia_async_(\w+)$/.exec(name)?.[1]).find((id) => id !== undefined);
  return wistia === undefined ? filmOf(element, classes) : `https://fast.wistia.net/embed/iframe/${wistia}`;
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
