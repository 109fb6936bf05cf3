/** Yields a text in chunks of a length, like a file. */
export function inChunks(text: string, length = 7): () => AsyncIterable<string> {
  return async function* () {
    for (let start = 0; start < text.length; start += length) yield text.slice(start, start + length);
  };
}

/** Collects all items of an asynchronous iterable. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
