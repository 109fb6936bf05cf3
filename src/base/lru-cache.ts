/**
 * Remembers what was made under a name.
 *
 * It holds values and never promises of them: making one belongs to its request, and if that is cancelled nobody else must
 * be left waiting for it.
 */
export interface LruCache<Value> {
  get(name: string): Value | undefined;
  set(name: string, value: Value): void;
}

/**
 * Makes a memo whose values are together no larger than a limit, whatever is asked for: those that were not asked for
 * longest go first.
 * @param sizeOf of a value under its name, in the unit of the limit; 1 where values are counted
 */
export function createLruCache<Value>(limit: number, sizeOf: (value: Value, name: string) => number): LruCache<Value> {
  const entries = new Map<string, Value>(); // in the order of last use
  let total = 0;

  return {
    get(name) {
      const value = entries.get(name);
      if (value === undefined) return undefined;
      entries.delete(name);
      entries.set(name, value);
      return value;
    },
    set(name, value) {
      evict(name);
      const size = sizeOf(value, name);
      if (size > limit) return;
      entries.set(name, value);
      total += size;
      for (const oldest of entries.keys()) {
        if (total <= limit) break;
        evict(oldest);
      }
    },
  };

  function evict(name: string): void {
    const value = entries.get(name);
    if (value === undefined) return;
    entries.delete(name);
    total -= sizeOf(value, name);
  }
}
