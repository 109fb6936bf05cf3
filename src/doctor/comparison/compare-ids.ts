import { withoutWww } from "../../base/short-address.ts";
import type { IdentifiedEntry } from "../live-site/identified-entry.ts";
import { addressKey, type LocalEntry } from "./local-entry.ts";

/** An entry whose id would change: all subscribers would see it as new. */
export interface ChangedId {
  readonly live: IdentifiedEntry;
  readonly local: LocalEntry;
  /** The property by which the two were matched. */
  readonly by: "address" | "title";
}

/** The changes that a deployment would bring to subscribers of the live feed. */
export interface Comparison {
  /** The number of entries that keep their ids. */
  readonly kept: number;
  readonly changed: readonly ChangedId[];
  /** Live entries without a counterpart. */
  readonly vanished: readonly IdentifiedEntry[];
  /** Local entries that are missing from the live feed although it goes back further, oldest first. */
  readonly late: readonly LocalEntry[];
  /** The number of local entries older than the live feed. Their former ids are unknown. */
  readonly beyond: number;
  /** The value of `SITE.idBase` that keeps all ids; undefined if that setting alone is not enough. */
  readonly idBase?: string;
}

const day = 86_400_000; // milliseconds

/**
 * Compares the entries of the live feed with those that a deployment would publish.
 * @param live all entries of the feed and its archive
 * @param hosts hosts of the site's addresses, with or without `www.`
 */
export function compareIds(live: readonly IdentifiedEntry[], local: readonly LocalEntry[], hosts: readonly string[]): Comparison {
  const existing = [...new Map(live.filter(({ id }) => id !== "").map((entry) => [entry.id, entry])).values()];
  const byId = new Map(local.map((entry) => [entry.id, entry]));
  const liveIds = new Set(existing.map(({ id }) => id));
  const find = finder(
    local.filter(({ id }) => !liveIds.has(id)),
    hosts,
  );
  const changed: ChangedId[] = [];
  const vanished: IdentifiedEntry[] = [];
  for (const entry of existing.filter(({ id }) => !byId.has(id))) {
    const found = find(entry);
    if (found === undefined) vanished.push(entry);
    else changed.push({ live: entry, ...found });
  }
  const matched = new Set(changed.map((change) => change.local));
  const fresh = local.filter((entry) => entry.isListed && !liveIds.has(entry.id) && !matched.has(entry));
  const kept = existing.length - changed.length - vanished.length;
  const idBase = kept === 0 ? commonBase(changed) : undefined;
  return { kept, changed, vanished, ...ages(fresh, existing), ...(idBase !== undefined && { idBase }) };
}

type Found = Pick<ChangedId, "local" | "by">;

// Each local entry matches at most one live entry.
function finder(local: readonly LocalEntry[], hosts: readonly string[]): (entry: IdentifiedEntry) => Found | undefined {
  const free = new Set(local);
  const byKey = new Map(local.flatMap((entry) => entry.keys.map((key) => [key, entry] as const)));
  const byTitle = Map.groupBy(local, ({ title }) => titleKey(title));
  return (entry) => {
    const key = keyOf(entry.url, hosts);
    const there = key === undefined ? undefined : byKey.get(key);
    if (there !== undefined && free.delete(there)) return { local: there, by: "address" };
    const title = titleKey(entry.title);
    const namesakes = title === "" ? [] : (byTitle.get(title) ?? []).filter((local) => free.has(local) && areClose(local, entry));
    const [first, second] = namesakes;
    if (first === undefined || second !== undefined) return undefined;
    free.delete(first);
    return { local: first, by: "title" };
  };
}

// In other systems the query identifies the page. Ignoring it here would match all such pages with the front page.
function keyOf(address: string | undefined, hosts: readonly string[]): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (url === null || url.search !== "" || url.pathname === "/") return undefined;
  return hosts.map(withoutWww).includes(withoutWww(url.host)) ? addressKey(url.pathname) : undefined;
}

function titleKey(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

// A date without a zone starts at a different instant in each time zone.
function areClose({ published: a }: LocalEntry, { published: b }: IdentifiedEntry): boolean {
  return b !== undefined && Math.abs(a - b) <= day;
}

function ages(fresh: readonly LocalEntry[], live: readonly IdentifiedEntry[]): Pick<Comparison, "late" | "beyond"> {
  const instants = live.map(({ published }) => published).filter((instant) => instant !== undefined);
  if (instants.length === 0) return { late: [], beyond: 0 };
  const [oldest, newest] = instants.reduce(
    ([low, high], instant) => [Math.min(low, instant), Math.max(high, instant)],
    [Infinity, -Infinity],
  );
  const late = fresh.filter(({ published }) => published >= oldest && published < newest);
  return { late: late.sort((a, b) => a.published - b.published), beyond: fresh.filter(({ published }) => published < oldest).length };
}

// Ids that are based on addresses all change together when the site moves.
function commonBase(changed: readonly ChangedId[]): string | undefined {
  const bases = new Set(
    changed.map(({ live, local }) => (live.id.endsWith(local.path) ? live.id.slice(0, -local.path.length) : undefined)),
  );
  const [base] = bases;
  return bases.size === 1 && base !== undefined && /^https?:\/\/[^/?#]+$/.test(base) ? base : undefined;
}
