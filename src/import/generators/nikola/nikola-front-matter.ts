import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";

/** The state of a text: a private one is published, but in no list, no feed and no sitemap. */
export type NikolaState = "published" | "draft" | "private";

/** Returns the state, by the key `status` or, as before Nikola 8, a tag. */
export function stateOf(metadata: FrontMatterTable): NikolaState {
  const status = [metadata["status"], metadata["type"]].map((value) => textIn(value)?.toLowerCase());
  const tags = listOf(metadata["tags"] ?? "").map((tag) => tag.toLowerCase());
  for (const state of ["draft", "private"] as const) if (status.includes(state) || tags.includes(state)) return state;
  return "published";
}

const names: Readonly<Record<string, string | undefined>> = {
  ...{
    previewimage: "image",
    section: "category",
    status: undefined,
    type: undefined,
    hidetitle: undefined,
    pretty_url: undefined,
    id: undefined,
  },
};
const stateTags = /^(?:draft|private|mathjax)$/i;

/** Converts Nikola's metadata to front matter. */
export function frontMatterOf(metadata: FrontMatterTable): FrontMatterTable {
  const entries = Object.entries(metadata).flatMap(([key, value]): [string, FrontMatterValue][] => {
    const name = Object.hasOwn(names, key) ? names[key] : key;
    if (name === undefined || value === "") return [];
    if (name === "tags") return [[name, listOf(value).filter((tag) => !stateTags.test(tag))]];
    return name === "author" ? [["authors", listOf(value)]] : [[name, value]];
  });
  const state = stateOf(metadata);
  return {
    ...Object.fromEntries(entries),
    ...(state === "draft" && { draft: "true" }),
    ...(state === "private" && { unlisted: "true" }),
  };
}

function listOf(value: FrontMatterValue): string[] {
  const items = typeof value === "string" ? value.split(",") : Array.isArray(value) ? value.flatMap((item) => textIn(item) ?? []) : [];
  return items.map((item) => item.trim()).filter((item) => item !== "");
}

/** Writes the end of a teaser as the compiler reads it. */
export function withMoreMark(body: string): string {
  return body.replace(/<!--[ \t]{0,20}(?:TEASER_END|END_TEASER)\b[^<>]{0,200}-->/gi, "<!-- more -->");
}
