import type { Element } from "hast";
import { oneLine } from "../../base/one-line.ts";
import { descendants } from "../html/find-elements.ts";
import { firstProperty } from "../html/hast-nodes.ts";
import { textStart } from "../html/text-start.ts";

// The words of titles, apart from articles ("The Player" is a film), that the code to copy from a service has, or that an author writes for
// validators.
const stockWords = new Set(
  `airtable and apple app article asciinema audio bandcamp by calendar clip code codepen codesandbox content dailymotion de do docs document drive element
  embed embedded embeddable embeds external facebook file for form forms frame from gist github google html html5 iframe in inline instagram lecteur
  link lite livestream loom map maps mastodon media music null of object on page pdf peertube pinterest placeholder play player podcast
  podcasts post posts preview reddit replit reproductor responsive sheets slides soundcloud spotify stream ted this tiktok title track tweet twitch twitter
  undefined untitled video videoplayer videos view vimeo vídeo vidéo watch web website widget window wistia x youtube`.split(/\s+/),
);

/** Returns the part of an embed's title that describes the content; undefined for a stock title such as "YouTube video player". */
export function meaningfulTitle(title: string | undefined): string | undefined {
  const text = oneLine(title ?? "");
  const colon = text.indexOf(": ");
  const rest = colon > 0 && isStock(text.slice(0, colon)) ? text.slice(colon + 2) : text; // "Spotify Embed: A song"
  return isStock(rest) ? undefined : rest;
}

function isStock(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.every((word) => stockWords.has(word) || /^\d{1,3}$/.test(word));
}

// What a browser shows instead of an object that it cannot show, in the languages of most sites.
const excuse =
  /browser|plug-?in\b|adobe (?:acrobat|reader)|navigat(?:eu|o)r|navegador|przegl[aą]dark|prohlížeč|обозревател|браузер|浏览器|瀏覽器|ブラウザ|브라우저|דפדפן|متصفح|\b(?:unable to|can(?:not|['’]t| not)|could not|couldn['’]t|do(?:es)?(?: not|n['’]t)) (?:be )?(?:display|show|support|load|render|view)/i;

// Words that only offer the file, whatever it is.
const offer = new Set(
  `abrir anzeigen aquí au baixar bitte can click da datei de der descargar descarregar die directly download downloaden el en es fichier file ficheiro fichero
  het hier herunterladen here ici il in instead it la le lire now o ohne open or öffnen pdf please read scarica télécharger qui scaricare
  see sie the this to um una view voir ver you`.split(/\s+/),
);

/** Returns whether a text only says that a browser cannot show something. */
export function isExcuse(text: string): boolean {
  return excuse.test(text);
}

/** Returns the title of an object: that of its author, or the words of a link in its fallback. */
export function titleOfObject(object: Element): string | undefined {
  return ownTitle(object) ?? linkWords(object).find((words) => words !== undefined);
}

/**
 * Returns whether the fallback of an object only offers its file, in words that are untrue for a reader or say less than the title of the
 * object. A fallback with a picture, or with a link to another page, shows more.
 */
export function isOffer(object: Element, address: string): boolean {
  const file = (given = "") => given.split("#", 1)[0];
  const parts = ["a", "iframe", "embed", "object"].flatMap((name) => descendants(object, name)).filter((part) => part !== object);
  const isSame = parts.every((part) => file(firstProperty(part, "href", "src", "data")) === file(address));
  const isPlain = ["img", "video", "audio"].every((name) => descendants(object, name, 1).length === 0);
  const text = textStart(object, 300).trim();
  return isSame && isPlain && text.length < 300 && (isExcuse(text) || (ownTitle(object) !== undefined && onlyOffers(text)));
}

function ownTitle(object: Element): string | undefined {
  return meaningfulTitle(firstProperty(object, "title", "ariaLabel"));
}

function linkWords(object: Element): (string | undefined)[] {
  return descendants(object, "a").map((link) => {
    const text = textStart(link, 200);
    return onlyOffers(text) ? undefined : meaningfulTitle(text);
  });
}

// "Download the PDF here" says nothing about the file.
function onlyOffers(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.every((word) => offer.has(word));
}
