import { type Atom, type Json, parseFeed, type Rss } from "feedsmith";
import { parseFragment, serialize } from "parse5";
import { describe, expect } from "vitest";
import { compile } from "../../src/content/compile/compile.ts";
import { entryLabel } from "../../src/feed/entry-label.ts";
import { markDirection } from "../../src/feed/mark-direction.ts";
import { type CompiledEntry, isUpdated } from "../../src/model/entry.ts";
import type { Site } from "../../src/settings/site-settings.ts";
import fc from "../fast-check.ts";
import { noMedia } from "../no-media.ts";
import { renderSamples, sampleSite } from "../samples.ts";
import { anyTexts } from "./arbitrary-entries.ts";
import { anySite } from "./arbitrary-site.ts";
import { anyText, cleaned, onOneLine } from "./arbitrary-text.ts";
import { law } from "./law.ts";

// A feed with the complete texts and nothing else.
const siteWithTexts = anySite.map((site): Site => ({ ...site, content: "full", footer: "" }));

describe("any text survives a round trip", () => {
  law("feedsmith reads the original text from RSS", [anyTexts, siteWithTexts], (entries, site) => {
    const { copyright, description, items, language, title } = read(renderSamples(entries, site).rss, "rss");
    expect({ title, description: description ?? "", copyright: copyright ?? "", language }).toEqual(textsOf(site));
    expect(
      items?.map(({ atom, categories, content, dc, description, guid, link, pubDate, title }) => ({
        id: guid?.value,
        url: link,
        title: title ?? "",
        summary: content === undefined ? "" : textOf(description ?? ""),
        content: plainHtml(content?.encoded ?? description),
        authors: dc?.creators,
        categories: categories?.map(({ name }) => name) ?? [],
        language: dc?.languages?.[0] ?? site.language,
        published: pubDate,
        updated: atom?.updated,
      })),
    ).toEqual(
      entries.map((entry) => ({
        ...fieldsOf(entry, site),
        published: new Date(entry.published).toUTCString(), // whole seconds
        updated: !isUpdated(entry) ? undefined : new Date(entry.updated).toISOString(),
      })),
    );
  });

  law("feedsmith reads the original text from Atom", [anyTexts, siteWithTexts], (entries, site) => {
    const feed = read(renderSamples(entries, site).atom, "atom");
    expect({
      title: feed.title?.value,
      description: feed.subtitle?.value ?? "",
      copyright: feed.rights?.value ?? "",
      language: feed.xml?.lang,
    }).toEqual(textsOf(site));
    expect(
      feed.entries?.map(({ authors, categories, content, id, links, published, summary, title, updated, xml }) => ({
        id,
        url: links?.[0]?.href,
        title: title?.value,
        summary: summary?.value ?? "",
        content: plainHtml(content?.value),
        authors: authors?.map(({ name }) => name),
        categories: categories?.map(({ term }) => term) ?? [],
        language: xml?.lang ?? site.language,
        published,
        updated,
      })),
    ).toEqual(
      entries.map((entry) => ({
        ...fieldsOf(entry, site),
        ...datesOf(entry),
        id: isIri(entry.id) ? entry.id : `${site.idBase}/#${encodeURIComponent(entry.id)}`,
        title: entryLabel(entry, site), // RFC 4287 wants one
      })),
    );
  });

  law("feedsmith reads the original text from JSON Feed", [anyTexts, siteWithTexts], (entries, site) => {
    const { description, items, language, title } = read(JSON.parse(renderSamples(entries, site).json), "json");
    expect({ title, description: description ?? "", language }).toEqual({ ...textsOf(site), copyright: undefined });
    expect(
      items?.map(({ authors, content_html, date_modified, date_published, id, language, summary, tags, title, url }) => ({
        id,
        url,
        title: title ?? "",
        summary: summary ?? "",
        content: plainHtml(content_html),
        authors: authors?.map(({ name }) => name),
        categories: tags ?? [],
        language: language ?? site.language,
        published: date_published,
        updated: date_modified,
      })),
    ).toEqual(entries.map((entry) => ({ ...fieldsOf(entry, site), ...datesOf(entry) })));
  });

  law(
    "an entry has the values of its front matter",
    [fc.record({ title: anyText, summary: anyText, id: anyText, category: anyText, author: anyText })],
    async ({ author, category, id, summary, title }) => {
      const frontMatter = { date: "2024-11-06", title, summary, id, categories: [category], author: { name: author } };
      const text = `---\n${JSON.stringify(frontMatter)}\n---\nText.`;
      const { entries, problems } = await compile([{ source: "a.md", text }], {
        site: sampleSite,
        media: noMedia,
        development: false,
        now: Date.UTC(2025, 0, 1),
      });
      const [entry] = entries;
      expect([problems.filter(({ severity }) => severity === "error"), entry?.title]).toEqual([[], said(title)]);
      expect(entry?.summary).toBe(said(summary) || "Text.");
      expect(entry?.id).toBe(said(id) || entry?.url);
      expect(entry?.categories).toEqual(said(category) === "" ? [] : [said(category)]);
      expect(entry?.authors[0]?.name).toBe(said(author) || sampleSite.author.name);
    },
  );
});

interface Feeds {
  readonly rss: Rss.Feed<string>;
  readonly atom: Atom.Feed<string>;
  readonly json: Json.Feed<string>;
}

function read<Format extends keyof Feeds>(document: unknown, format: Format): Feeds[Format] {
  const parsed = parseFeed(document);
  if (parsed.format !== format) throw new Error(`Cannot be ${parsed.format}`);
  return parsed.feed as Feeds[Format];
}

function textsOf({ copyright, description, language, title }: Site) {
  return { title, description, copyright, language };
}

function fieldsOf(entry: CompiledEntry, site: Site) {
  const { authors, categories, id, language, summary, title, url } = entry;
  const content = plainHtml(markDirection(entry.content, entry, site.language));
  return { id, url, title, summary, content, authors: authors.map(({ name }) => name), categories, language };
}

function datesOf({ published, updated }: CompiledEntry) {
  return { published: new Date(published).toISOString(), updated: new Date(updated).toISOString() };
}

// The part of RFC 3987 §2.2 that ids of other systems use.
function isIri(id: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id);
}

// Normalizes equivalent HTML: a CDATA section cannot contain "]]>".
function plainHtml(html: string | undefined): string {
  return serialize(parseFragment(html ?? ""));
}

function textOf(html: string): string {
  const [node] = parseFragment(html).childNodes;
  return node !== undefined && "value" in node ? node.value : "";
}

function said(text: string): string {
  const value = onOneLine(cleaned(text));
  return /^(?:null|~)$/.test(value) ? "" : value;
}
