import { LimitError } from "../limits/limit-error.ts";
import { ChunkedParser } from "./chunked-parser.ts";
import { ElementBuilder } from "./element-builder.ts";
import type { StreamedElement, XmlElementOptions } from "./streamed-element.ts";

/**
 * Parses the elements at a depth of an XML document, each as soon as it is complete, since a document may be larger than memory.
 * It is lenient with malformed documents, but skips an element that is not closed.
 * @throws LimitError if anything between the elements, or one tag, is too large to keep in memory
 */
export async function* xmlElements(chunks: AsyncIterable<string>, options: XmlElementOptions): AsyncGenerator<StreamedElement> {
  const builder = new ElementBuilder(options);
  const parser = new ChunkedParser(builder);
  for await (const chunk of chunks) {
    try {
      parser.write(chunk);
      builder.checkLength(parser.written);
    } catch (error) {
      throw error instanceof LimitError ? builder.locate(error).withAdvice(options.advice) : error;
    }
    yield* builder.take();
  }
  parser.end();
  yield* builder.take();
}
