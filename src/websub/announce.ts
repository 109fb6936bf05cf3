import { plural } from "../base/plural.ts";
import type { EntryStore } from "../store/entry-store.ts";
import type { StoredContent } from "../store/stored-content.ts";
import { changedFeeds } from "./changed-feeds.ts";
import { describeFailedPings } from "./describe-pings.ts";
import { type PingOptions, pingAll } from "./ping.ts";

/** The dependencies of an announcement. */
export interface AnnouncementOptions extends Pick<PingOptions, "fetch" | "wait"> {
  readonly content: Pick<StoredContent, "entries" | "older" | "site">;
  readonly store: Pick<EntryStore, "snapshot">;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Receives one record per failure, and one summary. */
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
}

// Milliseconds. The cron trigger in wrangler.toml fires about every five minutes, and may miss a tick. Each publication is in the window of
// three ticks. A repeated ping does no harm, but without any ping the hub notifies no one.
const announcementWindow = 15 * 60_000;

// A Worker on the free plan may make 50 requests per invocation. The next tick retries topics that fail twice.
const attempts = 2;
const maxTopics = 24;
const tick = 5 * 60_000;

/** Pings the site's hub, if it has one, about the feeds with entries of the last minutes. */
export async function announceScheduled({ content, now, fetch, log, store, wait }: AnnouncementOptions): Promise<void> {
  const { entries, older, site } = content;
  const { hub } = site;
  // Returns early, since most ticks find nothing and should cost nothing.
  const isRecent = (published: number) => published > now - announcementWindow && published <= now;
  const times = [...entries.map(({ published }) => published), ...(older?.published ?? []), ...(older?.others ?? [])];
  if (hub === undefined || !times.some(isRecent)) return;

  const changed = changedFeeds(site, await (await store.snapshot(now)).complete(), now, announcementWindow);
  if (changed.length === 0) return; // only an unlisted entry was published
  const rounds = Math.ceil(changed.length / maxTopics);
  const start = (Math.floor(now / tick) % rounds) * maxTopics; // the next tick pings the remaining topics
  const topics = changed.slice(start, start + maxTopics);
  const results = await pingAll(hub, topics, { fetch, wait, attempts });
  const failures = results.filter(({ ok }) => !ok);
  for (const failure of failures) {
    const { topic, status, attempts: tried } = failure;
    log({ level: "error", message: describeFailedPings([failure]), hub, topic, status, attempts: tried });
  }
  const notified = results.length - failures.length;
  log({
    level: "info",
    message: `Pinged ${hub} for ${notified} of ${plural(changed.length, "feed")}`,
    hub,
    leftOut: changed.filter((topic) => !topics.includes(topic)),
  });
}
