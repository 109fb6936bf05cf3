import { SaxesParser } from "saxes";
import { readDoctype } from "./doctype.ts";
import { recordFirstError } from "./first-error.ts";
import type { XmlError } from "./xml-error.ts";

const maxDepth = 10_000; // elements that the parser keeps
const chunkLength = 65_536; // UTF-16 units

/**
 * Finds the first error of a document that is nested too deeply: if an element is not closed in every entry, each entry is within the one
 * before. Returns undefined if the document is well-formed, or as far as it can be parsed.
 */
export function findNestedError(text: string): XmlError | undefined {
  const document = text.replace(/^[\s\uFEFF]+/, "");
  const parser = new SaxesParser({ position: true });
  const firstError = recordFirstError(parser, text, document);
  let depth = 0;
  parser.on("doctype", (doctype) => {
    const ignore = () => {};
    Object.assign(parser.ENTITIES, readDoctype(doctype, ignore));
  });
  parser.on("opentag", () => void depth++);
  parser.on("closetag", () => void depth--);
  for (let start = 0; start < document.length; start += chunkLength) {
    parser.write(document.slice(start, start + chunkLength));
    const error = firstError();
    if (error !== undefined) return error;
    if (depth > maxDepth) return undefined;
  }
  parser.close();
  return firstError();
}
