import { urlOfPage } from "../model/feed-page.ts";
import { rss } from "../model/format.ts";
import type { Selection } from "../model/selection.ts";
import type { Edition } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";
import { selectionName, selectionTitle } from "./feed-document.ts";
import { escapeXml, xmlElement } from "./library.ts";

const groups = { category: "Categories", author: "Authors", language: "Languages" } as const;

/**
 * Renders OPML 2.0 (opml.org/spec2): every feed of the site once, so that a reader that imports the list subscribes to none
 * of them twice. A feed's other formats are found through its page.
 */
export function renderOpml(site: Site, { selections, entries }: Pick<Edition, "entries" | "selections">): string {
  const outlines = (kind: Selection["kind"]) =>
    [...selections.values()].filter(({ selection }) => selection.kind === kind).map(({ selection }) => outline(site, selection));
  const folders = Object.entries(groups).flatMap(([kind, label]) => {
    const inside = outlines(kind as keyof typeof groups);
    return inside.length === 0 ? [] : [`<outline text="${label}">`, ...inside.map((line) => `  ${line}`), "</outline>"];
  });
  const newest = entries.reduce((latest, { updated }) => Math.max(latest, updated), 0);
  const { author, title } = site;
  const head = [
    `<title>${escapeXml(title)}</title>`,
    ...(newest === 0 ? [] : [`<dateModified>${new Date(newest).toUTCString()}</dateModified>`]),
    `<ownerName>${escapeXml(author.name)}</ownerName>`,
    ...(author.email === undefined ? [] : [`<ownerEmail>${escapeXml(author.email)}</ownerEmail>`]),
    ...(author.url === undefined ? [] : [`<ownerId>${escapeXml(author.url)}</ownerId>`]),
  ];
  const indent = (lines: readonly string[]) => lines.map((line) => `    ${line}`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    "  <head>",
    ...indent(head),
    "  </head>",
    "  <body>",
    ...indent([...outlines("site"), ...folders]),
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}

function outline(site: Site, selection: Selection): string {
  const { kind, name, path } = selection;
  return xmlElement("outline", {
    type: "rss",
    text: selectionName(site, selection),
    title: selectionTitle(site, selection),
    ...(site.description !== "" && { description: site.description }),
    xmlUrl: urlOfPage(site, selection, undefined, rss),
    htmlUrl: `${site.url}${path}/`,
    language: kind === "language" ? name : site.language,
    version: "RSS2",
  });
}
