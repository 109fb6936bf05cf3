import { pathOf } from "../../base/canonical-url.ts";
import { directionOf } from "../../base/language/canonical-language.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { Author, CompiledEntry, Entry } from "../../model/entry.ts";
import { isIcon } from "../../model/is-icon.ts";
import { findAuthorPictures } from "../links/author-pictures.ts";
import { findEnclosure, findImage, reportArtwork, reportMissingEnclosure } from "../links/entry-media.ts";
import { findEpisodeFiles } from "../links/episode-files.ts";
import { findExternalUrl } from "../links/external-url.ts";
import type { ParsedArticle } from "./article.ts";
import { durationOf } from "./article-targets.ts";
import { contentOfLink, type EntryContent, finishContent, parseContent, summaryOf } from "./entry-content.ts";
import { type EntryContext, type EntryOptions, entryContext } from "./entry-context.ts";
import type { EntryInstants } from "./entry-instants.ts";

/** Compiles a parsed article: sanitizes its content, makes its links absolute, and fills missing fields from the site. */
export async function compileEntry(
  article: ParsedArticle,
  instants: EntryInstants,
  options: EntryOptions,
  report: Report,
): Promise<CompiledEntry> {
  const context = entryContext(article, options, report);
  const { reportAtKey } = context;
  const entry = entryOf(context, instants, await compileParts(context));
  if (entry.content === "")
    reportAtKey("title", "error", "Cannot compile an article without a title and without a text: write one or the other");
  return { ...entry, hash: await options.digest(JSON.stringify(entry)) };
}

/** The fields of an entry that need other files, the settings of the site, or the content. */
interface EntryParts extends Pick<CompiledEntry, "authors" | "content" | "summary"> {
  readonly enclosure: Entry["enclosure"];
  readonly externalUrl: Entry["externalUrl"];
  readonly image: Entry["image"];
  readonly podcast: NonNullable<Entry["podcast"]>;
}

async function compileParts(context: EntryContext): Promise<EntryParts> {
  const { article, reportAtKey, targets } = context;
  const { identity, metadata } = article;
  const parsed = await parseContent(context);
  const image = findImage(metadata, targets, reportAtKey);
  const authors = authorsOf(context);
  const content = finishContent(parsed, image, context);
  const enclosure = await enclosureOf(context, image);
  const externalUrl = findExternalUrl(metadata, identity.url, reportAtKey);
  const summary = metadata.summary ?? summaryOf(content);
  return {
    ...{ authors, enclosure, externalUrl, summary },
    content: content.html || contentOfLink(externalUrl, enclosure),
    image: image ?? (summary === "" && enclosure === undefined ? photoOf(content, context) : undefined),
    podcast: findEpisodeFiles(metadata, targets, reportAtKey),
  };
}

// An article without authors is by that of the site, whose details other articles by the same author have, too.
function authorsOf({ article: { metadata }, reportAtKey, site, targets }: EntryContext): readonly Author[] {
  const authors = findAuthorPictures(metadata.authors, targets, (message) =>
    reportAtKey(metadata.keys["authors"] ?? "authors", "warning", message),
  );
  if (authors.length === 0) return [site.author];
  return authors.map((author) => (author.name === site.author.name ? { ...site.author, ...author } : author));
}

// Reports the faults for which the directories of podcasts refuse an episode.
async function enclosureOf(context: EntryContext, image: Entry["image"]): Promise<Entry["enclosure"]> {
  const { article, inputs, reportAtKey, site, targets } = context;
  const { metadata, title } = article;
  const isPodcast = site.podcast !== undefined;
  const recording = { durationOf: (reference: string) => durationOf(article, reference, inputs), isPodcast };
  const enclosure = await findEnclosure(metadata, targets, recording, reportAtKey);
  if (!isPodcast) return enclosure;
  if (enclosure !== undefined && title === "")
    reportAtKey("title", "warning", "Cannot offer an episode without a title to podcast directories: add a title");
  reportMissingEnclosure(metadata, reportAtKey);
  reportArtwork(metadata, image, enclosure, reportAtKey);
  return enclosure;
}

// The picture of an article that consists of pictures. Its faults are reported with the text that contains it.
function photoOf({ firstPicture }: EntryContent, { article, targets }: EntryContext): Entry["image"] {
  if (firstPicture === undefined) return undefined;
  const photo = findImage({ ...article.metadata, image: firstPicture }, targets, () => {});
  return photo === undefined || isIcon(photo) ? undefined : photo;
}

// The order of the fields is a part of the hash.
function entryOf({ article, language }: EntryContext, instants: EntryInstants, parts: EntryParts) {
  const { expires, identity, metadata, source, title } = article;
  const { authors, content, enclosure, externalUrl, image, podcast, summary } = parts;
  return {
    id: identity.id,
    source,
    path: identity.path,
    url: identity.url,
    ...(externalUrl !== undefined && { externalUrl }),
    title,
    ...instants,
    ...(expires !== undefined && { expires }),
    authors,
    categories: metadata.categories,
    language,
    direction: directionOf(language),
    summary,
    ...(image !== undefined && { image }),
    ...(enclosure !== undefined && { enclosure }),
    ...(Object.keys(podcast).length > 0 && { podcast }),
    aliases: [...new Set(metadata.aliases.map(pathOf))],
    draft: metadata.draft,
    ...(metadata.unlisted && { unlisted: true as const }),
    ...(metadata.excludedFrom !== undefined && { excludedFrom: metadata.excludedFrom }),
    content,
  };
}
