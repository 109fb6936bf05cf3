import type { RssFeed } from "feedsmith";
import { oneLine } from "../base/one-line.ts";
import { truncate } from "../base/truncate.ts";
import type { Person } from "../model/entry.ts";
import type { DroppedElements } from "./dropped-elements.ts";
import { dropPlatforms, maxName, maxRead, personsOf, shortText } from "./episode-elements.ts";
import { nameText } from "./plain-text.ts";

type Feed = Partial<RssFeed.Feed<string>>;
/** The elements of a feed that describe a podcast. Atom has those of iTunes. */
export type PodcastElements = Pick<Feed, "acast" | "googleplay" | "itunes" | "podcast" | "rawvoice" | "spotify">;

/** The properties of a podcast that its feed states, by the names of the settings. A default is undefined. */
export interface FeedPodcast {
  /** Categories in the spelling of the feed, a sub-category after ` > `. */
  readonly category: readonly string[];
  readonly email?: string | undefined;
  readonly explicit?: true | undefined;
  readonly type?: "serial" | undefined;
  readonly persons?: readonly Person[] | undefined;
  readonly funding?: readonly { readonly url: string; readonly text: string }[] | undefined;
  readonly locked?: boolean | undefined;
  readonly guid?: string | undefined;
  readonly block?: true | undefined;
  readonly complete?: true | undefined;
}

// Elements that weblogs have, too.
const blogElements = ["author", "image", "keywords", "subtitle", "summary", "title"];
// The settings repeat in every document, and Cloudflare limits their size.
const personLimits = { count: 20, length: 3000 };
const fundingLimits = { count: 10, length: 1000 };
const maxCategories = 10;
const maxAddress = 254; // RFC 5321 §4.5.3.1.3

/** Reads the properties of a podcast from its feed; undefined if the feed is that of a weblog. */
export function parsePodcast(feed: PodcastElements, dropped: DroppedElements, base: string | undefined): FeedPodcast | undefined {
  const { googleplay = {}, itunes = {}, podcast = {} } = feed;
  dropUnread(feed, dropped);
  const members = [...Object.keys(itunes).filter((name) => !blogElements.includes(name)), ...Object.keys(podcast)];
  if (members.length === 0) return undefined;
  const type = itunes.type?.toLowerCase();
  if (type !== undefined && !["episodic", "serial"].includes(type)) dropped.add("itunes:type (not episodic or serial)");
  const persons = personsOf(podcast.persons, { dropped, base, limits: personLimits });
  const funding = fundingOf(podcast.fundings, dropped, base);
  return {
    category: categoriesOf(itunes.categories, dropped),
    email: addressOf([itunes.owner?.email, podcast.locked?.owner, googleplay.email], dropped),
    explicit: itunes.explicit === true || undefined,
    type: type === "serial" ? type : undefined,
    persons: persons.length > 0 ? persons : undefined,
    funding: funding.length > 0 ? funding : undefined,
    locked: podcast.locked?.value,
    guid: podcast.guid === undefined ? undefined : oneLine(podcast.guid.slice(0, maxName)),
    block: itunes.block === true || undefined,
    complete: itunes.complete === true || undefined,
  };
}

function categoriesOf(categories: NonNullable<Feed["itunes"]>["categories"], dropped: DroppedElements): string[] {
  const names = dropped.first("itunes:category", categories, maxCategories).flatMap(({ categories: inner = [], text = "" }) => {
    const outer = nameText(text.slice(0, maxName));
    const nested = dropped
      .first("itunes:category", inner, maxCategories)
      .map((category) => nameText((category.text ?? "").slice(0, maxName)));
    return nested.length === 0 ? [outer] : nested.map((name) => `${outer} > ${name}`);
  });
  return [...new Set(names)].filter((name) => name !== "");
}

// Some hosts give the address only in podcast:locked.
function addressOf(candidates: readonly (string | undefined)[], dropped: DroppedElements): string | undefined {
  const addresses = [...new Set(candidates.flatMap((address) => address?.trim().toLowerCase() || []))];
  if (addresses.length > 1) dropped.add("a second address of the owner");
  const email = candidates.find((address) => address?.trim())?.trim();
  if (email === undefined || email.length <= maxAddress) return email;
  dropped.add(`itunes:email of more than ${maxAddress} characters`);
  return undefined;
}

function fundingOf(fundings: NonNullable<Feed["podcast"]>["fundings"], dropped: DroppedElements, base: string | undefined) {
  const found = dropped.first("podcast:funding", fundings, fundingLimits.count).flatMap(({ display = "", url: reference }) => {
    const url = dropped.url("podcast:funding", reference, base);
    if (url === undefined) return [];
    const text = shortText("podcast:funding", nameText(display.slice(0, maxRead)), maxName, dropped);
    return [{ url, text: text === "" ? new URL(url).hostname.slice(0, maxName) : text }]; // the settings require a text
  });
  return dropped.fitting("podcast:funding", found, fundingLimits.length);
}

const readElements = ["blocks", "fundings", "guid", "locked", "medium", "persons"];

function dropUnread(feed: PodcastElements, dropped: DroppedElements): void {
  const { itunes = {}, podcast = {} } = feed;
  dropped.addMembers("podcast", podcast, readElements);
  if (podcast.medium !== undefined && podcast.medium !== "podcast") dropped.add("podcast:medium");
  if (podcast.blocks?.some(({ value }) => value)) dropped.add("podcast:block");
  for (const name of ["applePodcastsVerify", "keywords"] as const) if (itunes[name] !== undefined) dropped.add(`itunes:${name}`);
  if (itunes.newFeedUrl !== undefined)
    dropped.add(
      `itunes:new-feed-url ${JSON.stringify(truncate(itunes.newFeedUrl.slice(0, maxRead), maxName))}, since directories would follow it to another feed than yours`,
    );
  dropPlatforms(feed, dropped);
}
