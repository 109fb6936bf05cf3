import { countIn } from "../../base/table-values.ts";
import { maxLimit } from "../../settings/site-settings.ts";

/**
 * Reads the number of entries of a feed. All entries are the largest limit of our feeds.
 * @param all the values with which the generator shows all of them, such as `0`
 */
export function feedLimit(value: unknown, ...all: readonly unknown[]): number | undefined {
  const count = countIn(value);
  if (count !== undefined) return Math.min(count, maxLimit);
  return value !== undefined && all.includes(value) ? maxLimit : undefined;
}
