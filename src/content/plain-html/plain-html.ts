import type { Element, Parents, Root, RootContent } from "hast";
import type { ReportAtNode } from "../../model/report-at-node.ts";
import { classesOf, elementNode, firstProperty, hasProperties } from "../html/hast-nodes.ts";
import { walkElements } from "../html/walk-tree.ts";
import { removeGutter, removeNumbersInCode } from "./code-gutters.ts";
import type { Convert } from "./convert.ts";
import { convertComponent, convertRouterLink } from "./convert-component.ts";
import { convertDataAttributes } from "./data-attributes.ts";
import { convertEmbedScript, convertFrame, convertObject, convertPlayer, players } from "./embeds.ts";
import { convertFormulaOfClass } from "./formula-of-class.ts";
import { convertDrawnFormula, convertFormulaImage, convertMath, convertMathScript } from "./formulas.ts";
import { removeHidden, reportShown } from "./hidden-elements.ts";
import { isAddress, lazyAddress, lazyValues } from "./lazy-attributes.ts";
import { mergeNoscriptTwins } from "./noscript-twins.ts";
import { isPlaceholder } from "./picture-address.ts";
import {
  convertImage,
  convertPicture,
  convertPictureBox,
  convertPictureElement,
  convertPictureLink,
  reportBackground,
  showBackground,
} from "./pictures.ts";
import { convertPictureOfMedia } from "./pictures-of-media.ts";
import { removePlayerControls } from "./player-controls.ts";
import { convertScriptEmbed } from "./script-embeds.ts";

const either =
  (...converters: readonly Convert[]): Convert =>
  (element, context) => {
    for (const convert of converters) {
      const result = convert(element, context);
      if (result !== undefined) return result;
    }
    return undefined;
  };

// A film or a recording, too, may wait for a script.
const convertMedia: Convert = (media) => {
  media.properties["src"] ??= lazyAddress(media) ?? lazyValues(media).find(isAddress);
  if (media.properties["src"] === undefined) delete media.properties["src"];
  const [poster, waiting] = [firstProperty(media, "poster"), firstProperty(media, "dataPoster", "dataLazyPoster")];
  if (waiting !== undefined && isAddress(waiting) && (poster === undefined || isPlaceholder(poster))) media.properties["poster"] = waiting;
  else if (poster !== undefined && isPlaceholder(poster)) showBackground(media, "poster");
  return undefined;
};

// Elements of scripts, as the element that every browser has.
const renamed =
  (tagName: string): Convert =>
  (element, context) => {
    const media = { ...element, tagName };
    convertMedia(media, context);
    return [media];
  };

// Substack raises the numbers of notes with a style: otherwise, they would be a part of the word.
const raiseNoteNumber: Convert = (link, { parent }) => {
  const isRaised = parent.type === "element" && parent.tagName === "sup";
  return classesOf(link).includes("footnote-anchor") && !isRaised ? [elementNode("sup", {}, [link])] : undefined;
};

const converters: ReadonlyMap<string, Convert> = new Map<string, Convert>([
  ["math", convertMath],
  ["mjx-container", convertDrawnFormula],
  ["mjx-assistive-mml", convertDrawnFormula],
  ["span", either(convertDrawnFormula, convertFormulaOfClass, convertDataAttributes, convertScriptEmbed, convertPictureBox)],
  [
    "div",
    either(removePlayerControls, convertDrawnFormula, convertFormulaOfClass, convertDataAttributes, convertScriptEmbed, convertPictureBox),
  ],
  ["a", either(raiseNoteNumber, convertDataAttributes, convertScriptEmbed, convertPictureLink)],
  ...["blockquote", "figure", "p"].map((name) => [name, either(convertDataAttributes, convertScriptEmbed)] as const),
  ["script", either(convertMathScript, convertEmbedScript)],
  ["button", removePlayerControls],
  ["img", either(removePlayerControls, convertFormulaImage, convertPictureOfMedia, convertImage)],
  ["picture", convertPicture],
  ...["amp-img", "amp-anim", "nuxt-img", "v-lazy-image", "input"].map((name) => [name, convertPictureElement] as const),
  ...["audio", "source", "video"].map((name) => [name, convertMedia] as const),
  ...["amp-video", "video-js"].map((name) => [name, renamed("video")] as const),
  ["amp-audio", renamed("audio")],
  ["iframe", convertFrame],
  ["embed", convertObject],
  ["object", convertObject],
  ...[...players.keys()].map((name) => [name, convertPlayer] as const),
  ["pre", removeNumbersInCode],
  ["table", removeGutter],
]);

/**
 * Replaces the HTML that only a browser with scripts and styles shows with plain HTML, in place: formulas, pictures that a script loads,
 * embedded content, and line numbers of code. It removes what no browser shows.
 */
export function makePlain(tree: Root, reportAtNode: ReportAtNode): void {
  mergeNoscriptTwins(tree);
  convertAll(tree, reportAtNode);
}

// Without attributes, nothing is to be converted: they are most of an article's elements.
const plain = new Set([
  ...["p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "thead", "tbody", "tr", "th", "td", "hr"],
  ...["em", "strong", "b", "i", "code", "del", "sub", "sup", "br"],
]);

function convertAll(tree: Parents, reportAtNode: ReportAtNode): void {
  walkElements(tree, (element, index, parent) => {
    if (plain.has(element.tagName) && !hasProperties(element)) return undefined;
    const context = { index, parent, reportAtNode };
    const instead =
      removeHidden(element, context) ??
      (converters.get(element.tagName) ?? convertRouterLink)(element, context) ??
      convertComponent(element, context);
    if (instead === undefined) {
      reportBackground(element, reportAtNode);
      reportShown(element, reportAtNode);
      return undefined;
    }
    placeAt(instead, element.position);
    if (!keepsChildren.has(element.tagName)) return { instead };
    const part = { ...parent, children: [...instead] } as Parents;
    convertAll(part, reportAtNode);
    return { instead: part.children as RootContent[] };
  });
}

// Problems of a new element, such as a missing file, are reported at the place of the element that it replaces.
function placeAt(nodes: readonly RootContent[], position: Element["position"]): void {
  if (position === undefined) return;
  for (const node of nodes) {
    if (node.type !== "element") continue;
    node.position ??= position;
    placeAt(node.children, node.position);
  }
}

// Their children may take their place.
const keepsChildren = new Set(["embed", "object", "table"]);
