/** Maps items to results in the same order, with a concurrency of at most `limit`. */
export async function mapLimited<Item, Result>(
  items: readonly Item[],
  limit: number,
  transform: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries(); // shared: each free worker takes the next item
  const work = async () => {
    for (const [index, item] of rest) results[index] = await transform(item);
  };
  await Promise.all(Array.from({ length: limit }, work));
  return results;
}
