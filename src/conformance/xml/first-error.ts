import { explainAfterRoot } from "./after-root.ts";
import { findEarlyCdataEnd } from "./early-cdata-end.ts";
import { explainPhpOutput } from "./php-output.ts";
import { explainSource } from "./published-source.ts";
import { findUnclosedElement } from "./unclosed-element.ts";
import { findUnfinishedPart } from "./unfinished-part.ts";
import { explainXmlError, findBareAmpersand, type XmlError } from "./xml-error.ts";

/** The part of `SaxesParser` that is needed here. */
interface Parser {
  /** UTF-16 units that it has read. */
  readonly position: number;
  on(name: "error", handler: (error: Error) => void): void;
}

/**
 * Records the first error of a parser, before it reads the document.
 * @param written the document as received
 * @param document the same without white space and a byte order mark before it, as the parser gets it, in one piece
 * @returns a function that returns the first error of the document; undefined if it is well-formed
 */
export function recordFirstError(parser: Parser, written: string, document: string): () => XmlError | undefined {
  let first: { readonly message: string; readonly offset: number } | undefined;
  parser.on("error", ({ message }) => {
    first ??= { message, offset: Math.min(parser.position, document.length) };
  });
  return () => {
    if (first === undefined) return undefined;
    const skipped = written.length - document.length;
    const offset = first.offset + skipped;
    const bare = findBareAmpersand(written);
    const ampersand = bare !== undefined && bare.offset <= offset ? bare : undefined;
    const noticed = ampersand === undefined ? offset : ampersand.offset + 1;
    return (
      explainSource(written, noticed) ??
      explainAfterRoot(written, noticed) ??
      explainPhpOutput(written, noticed) ??
      findEarlyCdataEnd(written, noticed) ??
      ampersand ??
      (noticed >= written.trimEnd().length ? findUnfinishedPart(written) : undefined) ??
      findUnclosedElement(first.message, written, offset) ??
      explainXmlError(first.message, written, offset)
    );
  };
}
