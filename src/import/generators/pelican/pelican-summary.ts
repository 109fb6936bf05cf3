import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../../content/front-matter/keys/metadata-keys.ts";
import { summarizeAll } from "../../../content/html/summary.ts";
import { ArticleError } from "../../../content/limits/article-error.ts";
import { parseByRemark } from "../../../content/markup/markdown-by-remark.ts";
import type { PythonSettings } from "../../configuration/python/python-settings.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import { stripMarkup } from "./pelican-slug.ts";

/**
 * Returns front matter whose summary is the text that readers of the old feed saw. Pelican renders the fields of FORMATTED_FIELDS as
 * Markdown, and its feed has the summary as HTML (pelican/readers.py, MarkdownReader).
 * @param path the article
 */
export function withPlainSummary(frontMatter: FrontMatterTable, path: string, settings: PythonSettings): FrontMatterTable {
  const formatted = isMarkdown(path) ? (settings.texts("FORMATTED_FIELDS") ?? ["summary"]) : [];
  const entries = Object.entries(frontMatter).flatMap(([key, value]): [string, FrontMatterValue][] => {
    if (typeof value !== "string" || !fields.has(key)) return [[key, value]];
    const text = formatted.includes(key) ? textOfMarkdown(value) : key === "summary" ? stripMarkup(value) : value;
    return text === "" ? [] : [[key, text]];
  });
  return Object.fromEntries(entries);
}

const fields: ReadonlySet<string> = new Set(metadataKeys.summary);
const maxLength = 100_000; // UTF-16 units

function textOfMarkdown(written: string): string {
  if (!/[\\`*_[<&#>]/.test(written)) return written;
  const numbered = written.replace(/^(\d{1,9})([.)])/, "$1\\$2"); // the number of a list is no text
  try {
    return summarizeAll(parseByRemark(numbered), maxLength);
  } catch (error) {
    if (error instanceof ArticleError) return written;
    throw error;
  }
}
