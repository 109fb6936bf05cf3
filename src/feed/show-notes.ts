import { decodeReferences } from "../base/escape.ts";
import { truncate } from "../base/truncate.ts";

const maxLength = 4000; // characters of HTML; Apple Podcasts and Spotify show no more

const lists = new Set(["ul", "ol", "li"]);
const emphasis = new Set(["b", "strong", "i", "em"]);
const blocks = new Set(
  "p h1 h2 h3 h4 h5 h6 div section article blockquote pre address center header footer aside nav figure figcaption table caption tr dl dt dd details summary hr hgroup".split(
    " ",
  ),
);

const token = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>|<!--[\s\S]*?-->|[^<]+/g;

/**
 * Reduces the sanitized content of an entry to the simple HTML that podcast apps show as the notes of an episode: paragraphs, lists, links
 * and emphasis. Longer notes end with the last paragraph or list item that fits into 4000 characters. Empty for content without text.
 */
export function showNotes(content: string): string {
  const writer = createWriter();
  let player = ""; // audio or video, whose text is for browsers that cannot play it
  for (const [text, slash, name = "", attributes = ""] of content.matchAll(token)) {
    if (player !== "") player = slash === "/" && name === player ? "" : player;
    else if (name === "") writer.text(text.startsWith("<") ? "" : text);
    else if (name === "audio" || name === "video") player = name;
    else if (slash === "/") writer.close(name);
    else writer.open(name, attributes);
    if (writer.isFull()) break;
  }
  return writer.end();
}

/** Returns content without the artwork at its start, which podcast apps show already. @param artwork URL */
export function withoutArtwork(content: string, artwork: string): string {
  const [start, wrapper = "", source = ""] =
    /^(<div dir="[a-z]{3}" lang="[^"]*">\n)?<p><img src="([^"]*)"(?:"[^"]*"|[^">])*><\/p>\n?/.exec(content) ?? [];
  return start !== undefined && decodeReferences(source) === artwork ? wrapper + content.slice(start.length) : content;
}

/** A writer of simple HTML, which is well-formed after every block. */
interface Writer {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(html: string): void;
  isFull(): boolean;
  /** Returns the HTML, cut after the last block that fits. */
  end(): string;
}

function createWriter(): Writer {
  let html = "";
  let fitting = ""; // the longest complete result so far that is not too long
  const openLists: string[] = [];
  let open: string[] = []; // the inline elements of the current block
  let pending: { readonly name: string; readonly tag: string }[] = []; // those that have no text yet, such as the link of a picture
  let hasText = false; // in the current block

  function endBlock(): void {
    html += endTags(open);
    [open, pending, hasText] = [[], [], false];
    const complete = html + endTags(openLists);
    if (complete.length <= maxLength) fitting = complete;
  }

  function startBlock(): void {
    hasText = true;
    if (openLists.length > 0) html += /<(?:li|ul|ol)>$/.test(html) ? "" : "<br>";
    else {
      html += "<p>";
      open.push("p");
    }
  }

  function endElement(name: string): void {
    const waiting = pending.findLastIndex((element) => element.name === name);
    if (waiting >= 0) {
      pending = pending.slice(0, waiting);
      return;
    }
    const from = open.lastIndexOf(name);
    if (from < 0) return;
    html += endTags(open.slice(from));
    open = open.slice(0, from);
  }

  return {
    open(name, attributes) {
      if (lists.has(name) || blocks.has(name)) endBlock();
      if (lists.has(name) && (name !== "li" || openLists.length > 0)) {
        html += `<${name}>`;
        openLists.push(name);
      }
      if (emphasis.has(name)) pending.push({ name, tag: `<${name}>` });
      if (name === "a") pending.push({ name, tag: `<a${/ href="[^"]*"/.exec(attributes)?.[0] ?? ""}>` });
      if (/^(?:br|td|th)$/.test(name) && hasText) html += name === "br" ? "<br>" : " | ";
    },
    close(name) {
      if (lists.has(name) || blocks.has(name)) endBlock();
      const from = lists.has(name) ? openLists.lastIndexOf(name) : -1;
      if (from < 0) return endElement(name);
      html += endTags(openLists.splice(from));
      return endBlock();
    },
    text(text) {
      if (text.trim() === "" && !hasText) return;
      if (!hasText) startBlock();
      for (const { name, tag } of pending) {
        html += tag;
        open.push(name);
      }
      pending = [];
      html += text;
    },
    isFull: () => html.length > 2 * maxLength,
    end() {
      endBlock();
      return fitting !== "" || html === "" ? fitting : cutText(html);
    },
  };
}

function endTags(names: readonly string[]): string {
  return names
    .map((name) => `</${name}>`)
    .reverse()
    .join("");
}

// The first paragraph alone is too long.
function cutText(html: string): string {
  const text = html.replace(/<[^>]*>/g, " ").trim();
  return `<p>${truncate(text, maxLength - "<p></p>".length).replace(/&[^;]{0,8}…$/, "…")}</p>`;
}
