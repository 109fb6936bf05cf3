const length = 16_384; // UTF-16 units: WordPress writes a page of advice before the root element

/** Returns the beginning of a document, without a byte order mark, for detecting its kind. */
export async function documentStart(chunks: AsyncIterable<string>): Promise<string> {
  let start = "";
  for await (const chunk of chunks) {
    start += chunk;
    if (start.length >= length) break;
  }
  return start.slice(0, length).replace(/^\uFEFF/, "");
}
