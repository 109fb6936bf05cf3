import { httpUrl } from "./entry-url.ts";

const maxUrlLength = 2000; // UTF-16 units: an article with a longer one does not compile

/**
 * Collects the names of the elements of an entry, or of a feed, that have no counterpart here, such as `podcast:location`. Each name is
 * there once, so that a report has one line for each kind.
 */
export class DroppedElements {
  readonly #names = new Set<string>();

  /** The names; undefined if nothing was dropped. */
  get names(): readonly string[] | undefined {
    return this.#names.size === 0 ? undefined : [...this.#names];
  }

  add(name: string): void {
    this.#names.add(name);
  }

  /** Adds the members of an extension that are not read, by the names of their elements. */
  addMembers(prefix: string, members: object | undefined, read: readonly string[]): void {
    for (const name of Object.keys(members ?? {})) if (!read.includes(name)) this.add(`${prefix}:${elementName(name)}`);
  }

  /** Adds an extension that is not read at all, in one line, since its elements belong to a single platform. */
  addExtension(prefix: string, members: object | undefined): void {
    if (Object.keys(members ?? {}).length > 0) this.add(`${prefix}:*`);
  }

  /** Returns an absolute http(s) URL; undefined for a missing reference, and for one that is dropped. */
  url(name: string, reference: string | undefined, base: string | undefined): string | undefined {
    const url = httpUrl(reference, base)?.href;
    const isUsable = url !== undefined && url.length <= maxUrlLength;
    if (reference !== undefined && !isUsable) this.add(`${name} (no http(s) URL of up to ${maxUrlLength.toLocaleString("en")} characters)`);
    return isUsable ? url : undefined;
  }

  /** Returns at most `limit` elements of a list. More are dropped. */
  first<Item>(name: string, items: readonly Item[] | undefined, limit: number): readonly Item[] {
    if (items !== undefined && items.length > limit) this.add(`${name} after the first ${limit}`);
    return items?.slice(0, limit) ?? [];
  }

  /** Returns the first elements of a list that are together not longer than a limit of UTF-16 units as JSON. */
  fitting<Item>(name: string, items: readonly Item[], limit: number): Item[] {
    let length = 0;
    const count = items.findIndex((item) => {
      length += JSON.stringify(item).length;
      return length > limit;
    });
    if (count >= 0) this.add(`${name} after the first ${limit.toLocaleString("en")} characters`);
    return count < 0 ? [...items] : items.slice(0, count);
  }
}

// feedsmith names a list in the plural.
function elementName(member: string): string {
  return /^(?:chapters|keywords)$/.test(member) ? member : member.replace(/s$/, "");
}
