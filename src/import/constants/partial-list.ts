/**
 * A list with only some of the items that the code has, such as one post of all: its length, the places of its items, and what depends on the
 * others are unknown.
 */
export class PartialList extends Array<unknown> {
  readonly lacksItems = true;
}

/** Returns a list with only some of its items. */
export function partialList(items: readonly unknown[]): PartialList {
  const list = new PartialList();
  list.push(...items);
  return list;
}

/** Returns whether a value is a list with only some of its items. */
export function isPartial(value: unknown): value is PartialList {
  return value instanceof PartialList;
}

/** Returns a list of items, which lacks some of them if one of the lists that they come from does. */
export function listLike(items: unknown[], sources: readonly unknown[]): unknown[] {
  return sources.some(isPartial) ? partialList(items) : items;
}
