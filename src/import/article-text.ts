import { stringify } from "yaml";
import { isNull } from "../content/front-matter/front-matter-value.ts";
import type { EpisodeMetadata } from "../content/metadata/episode-metadata.ts";
import type { PreparedEntry } from "./prepared-entry.ts";

/**
 * Writes an entry as an article: YAML front matter, then its HTML or plain text.
 * @param ownId the id that the article gets without an `id` in its front matter
 */
export function articleText(entry: PreparedEntry, ownId: string | undefined): string {
  const { content, day, enclosure, image, notes, plain, podcast, published, title } = entry;
  const isTitled = title !== "" && !isNull(title);
  const data = withoutEmpty({
    title: isTitled ? title : undefined,
    date: day ?? (published === undefined ? undefined : toSecond(published)),
    updated: entry.updated === undefined ? undefined : toSecond(entry.updated),
    id: entry.id === ownId ? undefined : entry.id,
    permalink: entry.permalink,
    aliases: entry.aliases,
    authors: entry.authors.map(({ email, name, url }) => withoutEmpty({ name, url, email })),
    categories: entry.categories,
    summary: entry.summary,
    image: image && (image.alt || image.caption ? withoutEmpty({ ...image }) : image.url),
    enclosure:
      enclosure && withoutEmpty({ ...enclosure, length: enclosure.length || undefined, duration: enclosure.duration || undefined }),
    ...episodeKeys(podcast),
    language: entry.language,
    draft: entry.draft || undefined,
    feed: entry.unlisted ? false : undefined,
    noindex: entry.noindex || undefined,
  });
  const comments = entry.draft ? notes.map((note) => `# ${note.replace(/\s+/g, " ")}\n`).join("") : "";
  // In front matter, `title: null` means no title. Such a title becomes the heading instead.
  const heading = title !== "" && !isTitled ? `<h1>${title}</h1>\n` : "";
  return `---\n${comments}${stringify(data, { lineWidth: 0 })}---\n${plain ?? heading + withoutShortcodes(content)}\n`;
}

function episodeKeys({ block, transcripts, ...fields }: EpisodeMetadata = {}): Record<string, unknown> {
  return { ...fields, itunesBlock: block, transcript: transcripts };
}

// Escapes braces, since the HTML of another system contains no shortcodes.
function withoutShortcodes(html: string): string {
  return html.replace(/\{(?=[{%:])/g, "&#123;");
}

function toSecond(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");
}

function withoutEmpty(table: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isEmpty = (value: unknown) => value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(table).filter(([, value]) => !isEmpty(value)));
}
