/** The results of all items in their order, of which at most `limit` are worked on at once. */
export async function mapLimited<Item, Result>(
  items: readonly Item[],
  limit: number,
  transform: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries(); // shared: whoever is free takes the next one
  const work = async () => {
    for (const [index, item] of rest) results[index] = await transform(item);
  };
  await Promise.all(Array.from({ length: limit }, work));
  return results;
}
