import { parseFrontMatter } from "../../../content/front-matter/front-matter.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";

/** The metadata of a text, and the text after it. */
export interface NikolaHeader {
  readonly metadata: FrontMatterTable;
  readonly body: string;
  /** True if there is text below the metadata before the first empty line, which Nikola does not publish. */
  readonly hasLostText?: true;
}

const field = /^\s*\.\. ([^:]+): (.*)$/;

/**
 * Reads the lines `.. title: Moon` before the first empty line, which may be a comment of HTML; or front matter in YAML or TOML
 * (getnikola.com/handbook.html, "Metadata formats").
 */
export function readNikolaHeader(path: string, source: string): NikolaHeader {
  const text = source.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  if (/^(?:---|\+\+\+)\n/.test(text)) {
    try {
      const { body, data } = parseFrontMatter(path, text);
      return { metadata: data, body };
    } catch {
      return { metadata: {}, body: text };
    }
  }
  const start = text.replace(/^\s+/, "");
  const end = start.indexOf("\n\n");
  const head = end === -1 ? start : start.slice(0, end);
  const fields = head.split("\n").flatMap((line): [string, string][] => {
    const [, name, value = ""] = field.exec(line) ?? [];
    return name === undefined || value.trim() === "" ? [] : [[name.trim(), value.trim()]];
  });
  const hasHeader = /^(?:<!--)?\s*\.\. [^:\n]+:/.test(head);
  if (!hasHeader) return { metadata: Object.fromEntries(fields), body: text };
  const rest = afterFields(head);
  return {
    metadata: Object.fromEntries(fields),
    body: (end === -1 ? rest : start.slice(end)).replace(/^\n+/, ""),
    ...(end !== -1 && rest.trim() !== "" && { hasLostText: true }),
  };
}

// The text after the comment or the last field. Nikola publishes it only if no empty line follows.
function afterFields(head: string): string {
  if (head.startsWith("<!--")) return head.split("-->").slice(1).join("-->");
  const lines = head.split("\n");
  return lines.slice(lines.findLastIndex((line) => /^\s*\.\. [^:]+:/.test(line)) + 1).join("\n");
}

/** Reads a file `moon.meta`, which has the metadata of `moon.md`; empty if there is none. */
export function readMetaFile(path: string, source: string | undefined): FrontMatterTable {
  if (source === undefined) return {};
  const { metadata } = readNikolaHeader(path, source);
  if (Object.keys(metadata).length > 0 || /^(?:---|\+\+\+|\s*\.\. )/.test(source)) return metadata;
  const [title, slug, date, tags, link, description] = source.split(/\r?\n/).map((line) => line.trim()); // before Nikola 8
  const lines = Object.entries({ title, slug, date, tags, link, description });
  return Object.fromEntries(lines.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ""));
}
