import { join } from "node:path";
import { setKeys } from "../../content/front-matter/set-keys.ts";
import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { ContentFolder } from "../../files/content-folder.ts";
import { createFile } from "../../files/create-file.ts";
import { concernsOneFile, isSystemError } from "../../files/failure.ts";
import { replaceFile } from "../../files/replace-file.ts";
import type { AttachedFile } from "../../import/attached-file.ts";
import { checkArticle } from "../../import/check-article.ts";
import type { ExistingArticles } from "../../import/existing-articles.ts";
import { undatedLine } from "../../import/imported-dates.ts";
import { type ImportOptions, type PreparedEntry, prepareEntry } from "../../import/prepared-entry.ts";
import { LimitError } from "../../limits/limit-error.ts";

/** The options of writing an entry. */
export interface WriteEntryOptions extends ImportOptions {
  /** The articles folder. */
  readonly folder: string;
  /** True to write nothing. */
  readonly isDryRun: boolean;
  readonly existing: ExistingArticles;
  /** Copies the uploaded files of an entry, and returns the entry with references to the copies. */
  readonly copyUploads: (entry: PreparedEntry) => PreparedEntry;
}

/** The outcome of writing an entry: it has a new article, or one that existed (`there`), or it was left out. */
export type WrittenEntry =
  | { readonly outcome: "existing" }
  | { readonly outcome: "new"; readonly source: string; readonly notes: readonly string[] }
  | { readonly outcome: "left out"; readonly reason: string };

/** Writes an entry as an article, with the files next to it. @throws Failure for a fault of the whole disk */
export async function writeEntry(entry: ParsedEntry, options: WriteEntryOptions): Promise<WrittenEntry> {
  if (entry.refusal !== undefined) return leftOut(entry.refusal);
  try {
    return await write(entry, options);
  } catch (error) {
    if (error instanceof LimitError) return leftOut(error.message);
    if (error instanceof RangeError) return leftOut(describeRange(error));
    throw error;
  }
}

// Parsers are recursive.
function describeRange({ message }: RangeError): string {
  return message.includes("call stack") ? "its content is nested too deeply" : message;
}

async function write(entry: ParsedEntry, options: WriteEntryOptions): Promise<WrittenEntry> {
  const placed = options.existing.planFile(options.copyUploads(await prepareEntry(entry, options)));
  if (placed.outcome === "existing") return { outcome: placed.outcome };
  if (placed.outcome === "dated") return publishDraft(placed, options);
  if (placed.outcome !== "new") return leftOut(reasons[placed.outcome]);
  await checkArticle(placed, options);
  const { files, notes, source, text } = placed;
  if (options.isDryRun) return { outcome: "new", source, notes };
  try {
    createFile(options.folder, source, text);
  } catch (error) {
    if (!concernsOneFile(error)) throw error;
    const isTaken = isSystemError(error.cause) && error.cause.code === "EEXIST";
    return leftOut(isTaken ? `${source} exists already, perhaps from an import that ran at the same time` : error.message);
  }
  return { outcome: "new", source, notes: [...notes, ...files.flatMap((file) => writeAttachedFile(options.folder, file))] };
}

// The draft may have been edited, so only its front matter changes.
function publishDraft({ date, source }: { readonly date: string; readonly source: string }, options: WriteEntryOptions): WrittenEntry {
  const text = ContentFolder.open(options.folder)?.readAt(source)?.toString() ?? "";
  const dated = setKeys(text.replace(`${undatedLine(text)}\n`, ""), { date, draft: undefined });
  if (dated === undefined) return leftOut(`Cannot write the date into ${source}: add "date: ${date}" and remove "draft: true"`);
  if (!options.isDryRun) replaceFile(join(options.folder, source), [Buffer.from(dated)]);
  return { outcome: "new", source, notes: [] };
}

const reasons = {
  twice: "an entry before it has the same id",
  empty: "it has neither a title nor a text",
} as const;

function leftOut(reason: string): WrittenEntry {
  return { outcome: "left out", reason };
}

// Returns a note if it cannot be written.
function writeAttachedFile(folder: string, { bytes, path }: AttachedFile): string[] {
  try {
    createFile(folder, path, bytes);
    return [];
  } catch (error) {
    if (!concernsOneFile(error)) throw error;
    return [`Cannot keep its file ${path}: ${error.message}`];
  }
}
