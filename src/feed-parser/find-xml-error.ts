import { SaxesParser } from "saxes";

/** A validator that finds the first well-formedness error of an XML document. */
export interface XmlError {
  /** Reads the next chunk of the document. */
  write(chunk: string): void;
  /** Ends the document. Returns the first error, a clause with its line; undefined if the document is well-formed. */
  close(): string | undefined;
}

/** Creates a strict XML validator. Feed parsers are lenient: they read a truncated document without an error. */
export function findXmlError(): XmlError {
  let first: string | undefined;
  const parser = new SaxesParser({ position: true });
  parser.on("error", ({ message }) => {
    first ??= message;
  });
  return {
    write: (chunk) => void (first === undefined && parser.write(chunk)),
    close() {
      if (first === undefined) parser.close();
      return first && `it is not well-formed XML (line ${first})`;
    },
  };
}
