/**
 * A cache with a size limit.
 *
 * It contains values, never promises: a computation belongs to its request, and if that is cancelled, no other request may be left
 * waiting for it.
 */
export interface LruCache<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
}

/**
 * Creates an LRU cache. The total size of its values never exceeds the limit: it evicts the least recently used values first, and
 * ignores a value that is larger than the limit.
 * @param sizeOf returns the size of a value with its key, in the unit of the limit; 1 to count values
 */
export function createLruCache<Value>(limit: number, sizeOf: (value: Value, key: string) => number): LruCache<Value> {
  const entries = new Map<string, Value>(); // in the order of last use
  let total = 0;

  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      evict(key);
      const size = sizeOf(value, key);
      if (size > limit) return;
      entries.set(key, value);
      total += size;
      for (const oldest of entries.keys()) {
        if (total <= limit) break;
        evict(oldest);
      }
    },
  };

  function evict(key: string): void {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    total -= sizeOf(value, key);
  }
}
