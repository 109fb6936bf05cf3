import { markDirection } from "../../src/feed/mark-direction.ts";
import { isUpdated, type Person } from "../../src/model/entry.ts";
import type { EntryAsRead, FeedAsRead, FormatName } from "./reader.ts";
import type { ReaderSample, SampledEntry } from "./reader-samples.ts";

/** Returns the fields that a reader should find for the feed of a sample. */
export function expectedFeed({ site }: ReaderSample): FeedAsRead {
  const { email, funding = [], guid, locked, persons = [] } = site.podcast ?? {};
  return {
    title: site.title,
    guid,
    locked: locked === undefined ? undefined : { owner: email, name: locked ? "yes" : "no" },
    funding: funding.map(({ text, url }) => ({ url, name: text })),
    persons: persons.map(person),
  };
}

/** Returns the fields that a reader should find for an entry of a sample. */
export function expectedEntry(entry: SampledEntry, { site }: ReaderSample, format: FormatName): EntryAsRead {
  const { authors, categories, enclosure, externalUrl, id, image, published, shown, summary, title, updated, url } = entry;
  const content = shown?.content?.[format] ?? markDirection(entry.content, entry, site.language);
  const podcast = site.podcast === undefined ? {} : (entry.podcast ?? {});
  return {
    id,
    url: format === "json" ? url : (externalUrl ?? url),
    title: format === "atom" ? (shown?.label ?? title) : title,
    authors: authors.map(({ name }) => name),
    categories,
    published: published / 1000,
    updated: format === "rss" && !isUpdated(entry) ? undefined : updated / 1000,
    content,
    summary: format === "rss" ? (shown?.notes ?? (summary === "" ? content : escapeHtml(summary))) : summary,
    image: image?.url,
    enclosures: enclosure === undefined ? [] : [{ url: enclosure.url, type: enclosure.type, length: enclosure.length }],
    duration: format === "json" || site.podcast !== undefined ? enclosure?.duration : undefined,
    episode: podcast.episode,
    season: podcast.season,
    episodeType: podcast.episodeType,
    transcripts: (podcast.transcripts ?? []).map(({ language, type, url }) => ({ url, type, language })),
    chapters: podcast.chapters && { ...podcast.chapters },
    persons: (podcast.persons ?? []).map(person),
  };
}

function person({ group, image, name, role, url }: Person) {
  return { role, group, img: image, href: url, name };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
