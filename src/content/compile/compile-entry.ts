import type { Root } from "hast";
import { directionOf } from "../../base/canonical-language.ts";
import { pathOf } from "../../base/canonical-url.ts";
import { isDataUrl } from "../../base/data-picture.ts";
import { truncate } from "../../base/truncate.ts";
import { maxWarnings, type Report } from "../../model/diagnostic.ts";
import type { CompiledEntry, Entry } from "../../model/entry.ts";
import { isIcon } from "../../model/is-icon.ts";
import type { Site } from "../../settings/site-settings.ts";
import { cutAtMoreMark } from "../html/cut-at-more-mark.ts";
import { findOpenComment } from "../html/find-open-comment.ts";
import { elementNode, textNode } from "../html/hast-nodes.ts";
import { toHtml } from "../html/html.ts";
import { prefixAnchors } from "../html/prefix-anchors.ts";
import { repairAnchors } from "../html/repair-anchors.ts";
import { sanitizeHtml } from "../html/sanitize-html.ts";
import { summarize, summarizeAll } from "../html/summary.ts";
import { walkElements } from "../html/walk-tree.ts";
import { ArticleError } from "../limits/article-error.ts";
import { findEnclosure, findImage, reportArtwork, reportMissingEnclosure } from "../links/entry-media.ts";
import { findEpisodeFiles } from "../links/episode-files.ts";
import { findExternalUrl } from "../links/external-url.ts";
import { describeContentFault, describeOversize } from "../links/media-files.ts";
import { type ArticlePlace, referencePaths } from "../links/reference-paths.ts";
import { type LinkTargets, resolveLinks } from "../links/resolve-links.ts";
import { withoutEmbeds } from "../plain-html/without-embeds.ts";
import type { AnchorLink } from "./anchor-link.ts";
import { locateNode, type ParsedArticle, reporterAtKeys, reporterAtNodes } from "./article.ts";
import { parseArticleBody } from "./article-body.ts";
import type { CompileInputs } from "./compile-inputs.ts";
import type { EntryInstants } from "./entry-instants.ts";
import { describeDraftLink, describeFaultyLink } from "./link-problems.ts";

/** The options of compiling an entry. */
export interface EntryOptions {
  readonly site: Site;
  readonly inputs: Pick<CompileInputs, "durationOf" | "file" | "fileNamed" | "hasArticle" | "locate" | "otherSpelling">;
  /** Returns the first 32 hexadecimal digits of a text's SHA-256. */
  readonly digest: (text: string) => string | Promise<string>;
  /** The addresses that the settings redirect, as `redirectKey` returns them. */
  readonly redirected?: ReadonlySet<string> | undefined;
  /** Receives the links to anchors of other articles. */
  readonly onAnchorLink?: (link: AnchorLink) => void;
}

/** Compiles a parsed article: sanitizes its content, makes its links absolute, and fills missing fields from the site. */
export async function compileEntry(
  article: ParsedArticle,
  instants: EntryInstants,
  { digest, onAnchorLink = () => {}, redirected = new Set(), site, inputs }: EntryOptions,
  report: Report,
): Promise<CompiledEntry> {
  const { body, identity, metadata, source, title } = article;
  if (body === undefined)
    throw new ArticleError("Cannot read the article: it was replaced while the site was compiled; run the command again", {
      isTransient: true,
    });
  const reportAtKey = reporterAtKeys(article, report);
  const reportAtNode = reporterAtNodes(source, body.line, report);
  const language = metadata.language ?? site.language;
  const locate = (name: string) => inputs.locate(name, source);
  const { titleId, tree } = await parseArticleBody(source, body, metadata.title, { language, locate, reportAtNode });
  const position = findOpenComment(tree, body.text);
  if (position !== undefined)
    reportAtNode({ position }, "warning", "Cannot show the text after <!--: the comment is not closed; write --> at its end");
  const place = { source, address: identity.path };
  const targets: LinkTargets = {
    base: identity.url,
    idBase: site.idBase,
    redirected,
    anchorPrefix: identity.anchorPrefix,
    file: (reference) => (isDataUrl(reference) ? inputs.file(reference) : firstOf(place, reference, inputs.file)),
    fileNamed: inputs.fileNamed,
    hasArticle: (reference) => referencePaths(place, reference).some(inputs.hasArticle),
    describeMissing: (reference) => describeMissing(reference, firstOf(place, reference, inputs.otherSpelling)),
  };
  const image = findImage(metadata, targets, reportAtKey);
  const firstPicture = pictureIn(tree); // its reference, before it becomes an address
  const marked = cutAtMoreMark(tree);

  const anchors = prefixAnchors(tree, identity.anchorPrefix);
  repairAnchors(tree, anchors, { id: titleId, page: identity.url }, (reference, link) =>
    report({
      ...locateNode(source, body.line, link),
      severity: "warning",
      message: `Cannot find the anchor ${JSON.stringify(reference)} in this article: link to one of its headings`,
      dedupeKey: `anchor ${reference}`,
      dedupeFrom: maxWarnings + 1,
    }),
  );
  resolveLinks(
    tree,
    { ...targets, anchors: anchors.names },
    {
      missing: (path, element) => reportAtNode(element, "warning", `Cannot find the file ${targets.describeMissing(path)}`),
      faulty: (path, element) => reportAtNode(element, "warning", describeFaultyLink(path)),
      lost: (reference, element) =>
        reportAtNode(
          element,
          "warning",
          `Cannot show the picture ${JSON.stringify(truncate(reference.slice(0, 200), 100))}: readers cannot load it; save it as a file next to the article`,
        ),
      anchor: (reference, element, anchor, { anchorPrefix, url }) =>
        onAnchorLink({ ...locateNode(source, body.line, element), reference, url, anchor, prefix: anchorPrefix }),
      found: (reference, element, file) => {
        if (file.isDraft && !metadata.draft) reportAtNode(element, "warning", describeDraftLink(reference));
        const fault = describeOversize(reference, file);
        if (fault !== undefined) reportAtNode(element, "error", `${fault}; put it on another host and use its URL`);
        const contentFault = describeContentFault(reference, file);
        if (contentFault !== undefined) reportAtNode(element, "warning", contentFault);
      },
    },
  );
  if (image !== undefined) showImage(tree, image);
  const reported = new Set<string>();
  const prose = withoutEmbeds(tree);
  const clean = sanitizeHtml(tree, (element) => {
    if (reported.has(element.tagName)) return;
    reported.add(element.tagName);
    reportAtNode(element, "warning", `Cannot keep <${element.tagName}>: feed readers do not show it; only its text may stay`);
  });

  const html = toHtml(clean) || toHtml(paragraph(title));
  const durationOf = (reference: string) => durationIn(place, reference, inputs);
  const enclosure = await findEnclosure(metadata, targets, { durationOf, isPodcast: site.podcast !== undefined }, reportAtKey);
  if (site.podcast !== undefined) {
    if (enclosure !== undefined && title === "")
      reportAtKey("title", "warning", "Cannot offer an episode without a title to podcast directories: add a title");
    reportMissingEnclosure(metadata, reportAtKey);
    reportArtwork(metadata, image, enclosure, reportAtKey);
  }
  const summary =
    metadata.summary ??
    ((marked && summarizeAll(sanitizeHtml(withoutEmbeds(marked), () => {}))) ||
      summarize(prose === tree ? clean : sanitizeHtml(prose, () => {})));
  const isPhotoPost = image === undefined && firstPicture !== undefined && summary === "" && enclosure === undefined;
  // Faults of the picture are reported with the text that contains it.
  const photo = isPhotoPost ? findImage({ ...metadata, image: firstPicture }, targets, () => {}) : undefined;
  const shownImage = image ?? (photo === undefined || isIcon(photo) ? undefined : photo);
  const externalUrl = findExternalUrl(metadata, identity.url, reportAtKey);
  const podcast = findEpisodeFiles(metadata, targets, reportAtKey);
  const entry = {
    id: identity.id,
    source,
    path: identity.path,
    url: identity.url,
    ...(externalUrl !== undefined && { externalUrl }),
    title,
    ...instants,
    ...(article.expires !== undefined && { expires: article.expires }),
    authors:
      metadata.authors.length === 0
        ? [site.author]
        : metadata.authors.map((author) => (author.name === site.author.name ? { ...site.author, ...author } : author)),
    categories: metadata.categories,
    language,
    direction: directionOf(language),
    summary,
    ...(shownImage !== undefined && { image: shownImage }),
    ...(enclosure !== undefined && { enclosure }),
    ...(Object.keys(podcast).length > 0 && { podcast }),
    aliases: [...new Set(metadata.aliases.map(pathOf))],
    draft: metadata.draft,
    ...(metadata.unlisted && { unlisted: true as const }),
    content: html,
  };
  if (html === "") reportAtKey("title", "error", "Cannot compile an article without a title and without a text: write one or the other");
  return { ...entry, hash: await digest(JSON.stringify(entry)) };
}

function describeMissing(reference: string, other: string | undefined): string {
  const name = JSON.stringify(reference);
  return other === undefined
    ? `${name} next to the article`
    : `${name}: articles/${other} is there; on the web, names differ if their case differs, so write it the same way`;
}

// Returns the first result for the paths to which a reference may refer.
function firstOf<T>(place: ArticlePlace, reference: string, find: (path: string) => T | undefined): T | undefined {
  for (const path of referencePaths(place, reference)) {
    const found = find(path);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function durationIn(
  place: ArticlePlace,
  reference: string,
  { durationOf, file }: EntryOptions["inputs"],
): Promise<number | undefined> {
  const path = firstOf(place, reference, (path) => (file(path)?.length === undefined ? undefined : path)); // an article has no length
  return path === undefined ? undefined : durationOf(path);
}

function pictureIn(tree: Root): ParsedArticle["metadata"]["image"] {
  let found: ParsedArticle["metadata"]["image"];
  walkElements(tree, ({ tagName, properties: { alt, src } }) => {
    if (tagName !== "img" || typeof src !== "string" || src === "") return undefined;
    found = { url: src, ...(typeof alt === "string" && alt !== "" && { alt }) };
    return "end";
  });
  return found;
}

function paragraph(text: string): Root {
  return { type: "root", children: text === "" ? [] : [elementNode("p", {}, [textNode(text)])] };
}

// Most readers show only the content, so the entry's picture is put at its start unless the content has it already.
function showImage(tree: Root, image: NonNullable<Entry["image"]>): void {
  let isShown = false;
  walkElements(tree, ({ tagName, properties }) => {
    isShown ||= tagName === "img" && properties["src"] === image.url;
    return isShown ? "end" : undefined;
  });
  if (isShown) return;
  const { url, alt, width, height } = image;
  const properties = { src: url, alt: alt ?? "", ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  tree.children.unshift(elementNode("p", {}, [elementNode("img", properties)]));
}
