import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { readRegularFile } from "../../files/regular-file.ts";
import { type DecodedDocument, decodeDocument, readDocument } from "../../import/read-document.ts";
import { LimitError } from "../../limits/limit-error.ts";
import type { ForeignDocument, ReaderAnswer, ReaderRequest } from "./document-reader.ts";

// The process of a DocumentReader: it reads a document, and gives its entries when they are asked for.
let entries: ParsedEntry[] = [];

process.on("message", (request: ReaderRequest) => process.send?.(answer(request)));

function answer({ document }: ReaderRequest): ReaderAnswer {
  try {
    return document === undefined ? { entries: nextBatch() } : read(document);
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

function read(document: ForeignDocument): ReaderAnswer {
  const { entries: found, ...head } = readDocument(decode(document), document);
  entries = found.toReversed();
  return head;
}

// The bytes of a file are free again before its text is taken apart.
function decode(document: ForeignDocument): DecodedDocument {
  const { content } = document;
  return decodeDocument(typeof content === "string" ? readRegularFile(content) : content, document);
}

const batchLength = 1024 * 1024; // UTF-16 units

function nextBatch(): ParsedEntry[] {
  const batch: ParsedEntry[] = [];
  for (let length = 0; length < batchLength; ) {
    const entry = entries.pop();
    if (entry === undefined) break;
    batch.push(entry);
    length += 1000 + entry.content.length;
  }
  return batch;
}

function reasonOf(error: unknown): string {
  if (error instanceof LimitError) return `Cannot read it: ${error.message}`;
  const { message } = error as Error;
  return message === "Maximum call stack size exceeded" ? "Cannot read it: its elements are nested too deeply" : message;
}
