import type { Root } from "hast";
import { directionOf } from "../../base/canonical-language.ts";
import { pathOf } from "../../base/canonical-url.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { isIcon } from "../../model/is-icon.ts";
import type { Site } from "../../settings/site-settings.ts";
import { cutAtMoreMark } from "../html/cut-at-more-mark.ts";
import { findOpenComment } from "../html/find-open-comment.ts";
import { elementNode, textNode } from "../html/hast-nodes.ts";
import { toHtml } from "../html/html.ts";
import { sanitizeHtml } from "../html/sanitize-html.ts";
import { summarize, summarizeAll } from "../html/summary.ts";
import { ArticleError } from "../limits/article-error.ts";
import { findAuthorPictures } from "../links/author-pictures.ts";
import { findEnclosure, findImage, reportArtwork, reportMissingEnclosure } from "../links/entry-media.ts";
import { findEpisodeFiles } from "../links/episode-files.ts";
import { findExternalUrl } from "../links/external-url.ts";
import { translateEmbeds } from "../plain-html/translate-embeds.ts";
import { withoutEmbeds } from "../plain-html/without-embeds.ts";
import type { AnchorLink } from "./anchor-link.ts";
import { type ParsedArticle, reporterAtKeys, reporterAtNodes } from "./article.ts";
import { parseArticleBody } from "./article-body.ts";
import { durationOf, type TargetOptions, targetsOf } from "./article-targets.ts";
import type { CompileInputs } from "./compile-inputs.ts";
import { firstImageOf, showImage } from "./content-image.ts";
import type { EntryInstants } from "./entry-instants.ts";
import { linkContent } from "./link-content.ts";

/** The options of compiling an entry. */
export interface EntryOptions extends TargetOptions {
  readonly site: Site;
  readonly inputs: TargetOptions["inputs"] & Pick<CompileInputs, "durationOf" | "locate">;
  /** Returns the first 32 hexadecimal digits of a text's SHA-256. */
  readonly digest: (text: string) => string | Promise<string>;
  /** Receives the links to anchors of other articles. */
  readonly onAnchorLink?: (link: AnchorLink) => void;
}

/** Compiles a parsed article: sanitizes its content, makes its links absolute, and fills missing fields from the site. */
export async function compileEntry(
  article: ParsedArticle,
  instants: EntryInstants,
  options: EntryOptions,
  report: Report,
): Promise<CompiledEntry> {
  const { body, identity, metadata, source, title } = article;
  const { digest, inputs, onAnchorLink = () => {}, site } = options;
  if (body === undefined)
    throw new ArticleError("Cannot read the article: it was replaced while the site was compiled; run the command again", {
      isTransient: true,
    });
  const reportAtKey = reporterAtKeys(article, report);
  const reportAtNode = reporterAtNodes(source, body.line, report);
  const language = metadata.language ?? site.language;
  const locate = (name: string) => inputs.locate(name, source);
  const { titleId, tree } = await parseArticleBody(source, body, metadata.title, { language, locate, reportAtNode });
  translateEmbeds(tree, site.words, language);
  const position = findOpenComment(tree, body.text);
  if (position !== undefined)
    reportAtNode({ position }, "warning", "Cannot show the text after <!--: the comment is not closed; write --> at its end");
  const targets = targetsOf(article, options);
  const image = findImage(metadata, targets, reportAtKey);
  const authors = findAuthorPictures(metadata.authors, targets, (message) =>
    reportAtKey(metadata.keys["authors"] ?? "authors", "warning", message),
  );
  const firstPicture = firstImageOf(tree); // its reference, before it becomes an address
  const marked = cutAtMoreMark(tree);
  linkContent(tree, { identity, metadata, source, titleId, firstLine: body.line }, targets, onAnchorLink, report);
  if (image !== undefined) showImage(tree, image);
  const prose = withoutEmbeds(tree);
  const removed = new Set<string>();
  const clean = sanitizeHtml(tree, (element) => {
    const { tagName } = element;
    if (removed.has(tagName)) return;
    removed.add(tagName);
    reportAtNode(element, "warning", `Cannot keep <${tagName}>: feed readers do not show it; only its text may stay`);
  });

  const html = toHtml(clean) || toHtml(paragraph(title));
  const isPodcast = site.podcast !== undefined;
  const recording = { durationOf: (reference: string) => durationOf(article, reference, inputs), isPodcast };
  const enclosure = await findEnclosure(metadata, targets, recording, reportAtKey);
  if (isPodcast) {
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
      authors.length === 0
        ? [site.author]
        : authors.map((author) => (author.name === site.author.name ? { ...site.author, ...author } : author)),
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

function paragraph(text: string): Root {
  return { type: "root", children: text === "" ? [] : [elementNode("p", {}, [textNode(text)])] };
}
