import type { EntryStore } from "../store/entry-store.ts";
import type { StoredContent } from "../store/stored-content.ts";
import { changedFeeds } from "./changed-feeds.ts";
import { describeFailure } from "./describe-pings.ts";
import { type PingOptions, pingAll } from "./ping.ts";

/** What an announcement depends on. */
export interface AnnouncementOptions extends Pick<PingOptions, "fetch" | "wait"> {
  readonly content: Pick<StoredContent, "entries" | "older" | "site">;
  readonly store: Pick<EntryStore, "snapshot">;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Takes one record for each failure, and one for all that was told. */
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
}

// Milliseconds. The cron trigger in wrangler.toml comes every five minutes, but not to the second, and not always. Three
// ticks see every publication: a hub that hears of one twice finds nothing new, one that never hears of it tells nobody.
const announcementWindow = 15 * 60_000;

// A Worker on the free plan may make 50 requests at a time. What fails twice is tried again at the next tick.
const attempts = 2;
const mostTopics = 24;
const tick = 5 * 60_000;

/** Tells the site's hub, where it has one, which feeds hold what was published in the last minutes. */
export async function announceScheduled({ content, now, fetch, log, store, wait }: AnnouncementOptions): Promise<void> {
  const { entries, older, site } = content;
  const { hub } = site;
  // Most ticks find nothing, and should cost nothing.
  const isRecent = (published: number) => published > now - announcementWindow && published <= now;
  if (hub === undefined || ![...entries.map(({ published }) => published), ...(older?.published ?? [])].some(isRecent)) return;

  const changed = changedFeeds(site, await (await store.snapshot(now)).complete(), now, announcementWindow);
  const rounds = Math.ceil(changed.length / mostTopics);
  const start = (Math.floor(now / tick) % rounds) * mostTopics; // what one tick leaves out is the next one's
  const topics = changed.slice(start, start + mostTopics);
  const results = await pingAll(hub, topics, { fetch, wait, attempts });
  const failures = results.filter(({ ok }) => !ok);
  for (const failure of failures) {
    const { topic, status, attempts: tried } = failure;
    log({ level: "error", message: describeFailure([failure]), hub, topic, status, attempts: tried });
  }
  const told = results.length - failures.length;
  log({
    level: "info",
    message: `Told ${hub} about ${told} of ${changed.length} feeds`,
    hub,
    leftOut: changed.filter((topic) => !topics.includes(topic)),
  });
}
