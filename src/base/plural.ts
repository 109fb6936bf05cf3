/** Writes a number with its noun: `1 entry`, `2 entries`. @param many the plural; by default with an s */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
