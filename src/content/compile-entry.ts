import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import type { Site } from "../site.ts";
import { prefixAnchors } from "./anchors.ts";
import type { ParsedArticle } from "./article.ts";
import { beforeMark } from "./before-mark.ts";
import { digest } from "./digest.ts";
import type { Entry } from "./entry.ts";
import { findEnclosure, findImage } from "./entry-media.ts";
import { toHtml } from "./html.ts";
import { directionOf } from "./language.ts";
import { type LinkTargets, resolveLinks } from "./links.ts";
import { tooLarge } from "./media-files.ts";
import { sanitizeHtml } from "./sanitize-html.ts";
import { summarize, summarizeAll } from "./summary.ts";
import type { Times } from "./times.ts";
import { pathOf } from "./urls.ts";

/** Who and where an article is: known for all of them before the first is compiled, since they link to each other. */
export interface Identity {
  readonly id: string;
  readonly path: string;
  readonly url: string;
  /** What its anchors begin with. */
  readonly anchorPrefix: string;
}

/** An entry with its content, as it is stored. */
export type CompiledEntry = Entry & { readonly content: string };

/** The files of the articles folder as one article names them: relative to itself, or from the folder with `/` in front. */
export interface FileFinder {
  readonly find: LinkTargets["file"];
  /** Whole seconds of a recording; undefined where nobody knows. */
  durationOf(reference: string): Promise<number | undefined>;
}

/** Completes a parsed article: its content made safe and absolute, its gaps filled from the site. */
export async function compileEntry(
  article: ParsedArticle,
  identity: Identity,
  times: Times,
  site: Site,
  files: FileFinder,
): Promise<CompiledEntry> {
  const { metadata, reportAt, reportIn, source, title, tree } = article;
  const targets: LinkTargets = { base: identity.url, anchorPrefix: identity.anchorPrefix, file: files.find };
  const image = findImage(article, targets);
  const marked = beforeMark(tree);

  prefixAnchors(tree, identity.anchorPrefix);
  resolveLinks(tree, targets, {
    missing: (reference, element) => reportIn(element, "warning", `Cannot find the file ${JSON.stringify(reference)} beside the article`),
    found: (reference, element, file) => {
      const fault = tooLarge(reference, file);
      if (fault !== undefined) reportIn(element, "error", `${fault}; put it on another host and use its URL`);
    },
  });
  if (image !== undefined) showImage(tree, image);
  const told = new Set<string>();
  const clean = sanitizeHtml(tree, (element) => {
    if (told.has(element.tagName)) return;
    told.add(element.tagName);
    reportIn(element, "warning", `Cannot keep <${element.tagName}>: feed readers do not show it; only what it holds as text may stay`);
  });

  const language = metadata.language ?? site.language;
  const direction = directionOf(language);
  const html = toHtml(clean) || toHtml(paragraph(title));
  const enclosure = await findEnclosure(article, targets, { durationOf: files.durationOf, isPodcast: site.podcast !== undefined });
  const entry = {
    id: identity.id,
    source,
    path: identity.path,
    url: identity.url,
    title,
    ...times,
    authors:
      metadata.authors.length === 0
        ? [site.author]
        : metadata.authors.map((author) => (author.name === site.author.name ? { ...site.author, ...author } : author)),
    categories: metadata.categories,
    language,
    direction,
    summary: metadata.summary ?? ((marked && summarizeAll(sanitizeHtml(marked, () => {}))) || summarize(clean)),
    ...(image !== undefined && { image }),
    ...(enclosure !== undefined && { enclosure }),
    ...(metadata.podcast !== undefined && { podcast: metadata.podcast }),
    aliases: metadata.aliases.map(pathOf),
    draft: metadata.draft,
    // Readers show entries on pages of their own direction.
    content: direction === directionOf(site.language) ? html : `<div dir="${direction}" lang="${language}">\n${html}\n</div>`,
  };
  if (html === "") reportAt("title", "error", "Cannot compile an article without a title and without a text: write one or the other");
  return { ...entry, hash: await digest(JSON.stringify(entry)) };
}

function paragraph(text: string): Root {
  const children: Element["children"] = text === "" ? [] : [{ type: "text", value: text }];
  return { type: "root", children: children.length === 0 ? [] : [{ type: "element", tagName: "p", properties: {}, children }] };
}

// Readers show the content and seldom anything else: the entry's picture begins it unless it stands there already.
function showImage(tree: Root, image: NonNullable<Entry["image"]>): void {
  let isShown = false;
  visit(tree, "element", ({ tagName, properties }) => {
    isShown ||= tagName === "img" && properties["src"] === image.url;
  });
  if (isShown) return;
  const { url, alt, width, height } = image;
  const properties = { src: url, alt: alt ?? "", ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  const picture: Element = { type: "element", tagName: "img", properties, children: [] };
  tree.children.unshift({ type: "element", tagName: "p", properties: {}, children: [picture] });
}
