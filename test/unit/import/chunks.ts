/** A text as it comes from a file, in pieces of a length. */
export function inChunks(text: string, length = 7): () => AsyncIterable<string> {
  return async function* () {
    for (let start = 0; start < text.length; start += length) yield text.slice(start, start + length);
  };
}

/** Everything that an asynchronous iterable has. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
