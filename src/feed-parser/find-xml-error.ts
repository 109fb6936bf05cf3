import { SaxesParser } from "saxes";

/** Finds what keeps an XML document from being well-formed. */
export interface XmlError {
  /** Takes the next part of the document. */
  write(chunk: string): void;
  /** Ends the document. Returns the first mistake, a sentence with its line; undefined where there is none. */
  close(): string | undefined;
}

/** Other parsers take what they can get: to them, a document that ends in the middle is like a whole one. */
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
      return first && `it is no well-formed XML (line ${first})`;
    },
  };
}
