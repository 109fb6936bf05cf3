/** Returns the value of a list that has only one; undefined for any other list. */
export function onlyOne<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
