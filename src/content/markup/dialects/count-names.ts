/** Formats names with their counts as a list: `<Tag> (2 times), <Chart>`. */
export function countNames(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`)).join(", ");
}
