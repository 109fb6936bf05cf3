import { SaxesParser } from "saxes";

/** A validator that finds the first well-formedness error of an XML document. */
export interface WellFormednessCheck {
  /** Reads the next chunk of the document. */
  write(chunk: string): void;
  /** Ends the document. Returns the first error, a clause with its line; undefined if the document is well-formed. */
  close(): string | undefined;
}

const maxText = 65_536; // UTF-16 units

/** Creates a strict XML validator. Feed parsers are lenient: they read a truncated document without an error. */
export function checkWellFormedness(): WellFormednessCheck {
  let first: string | undefined;
  const parser = new SaxesParser({ position: true });
  parser.on("error", ({ message }) => {
    first ??= message;
  });
  return {
    write(chunk) {
      // In parts, because the parser goes on after an error: each of 60 million characters might be another one.
      for (let start = 0; start < chunk.length && first === undefined; start += maxText) {
        parser.write(chunk.slice(start, start + maxText));
        // The parser collects text character by character, even without a handler for it: 16 million brackets would need a gigabyte.
        if (parser["text"].length > maxText) parser["text"] = "";
      }
    },
    close() {
      if (first === undefined) parser.close();
      return first && `it is not well-formed XML (line ${first})`;
    },
  };
}
