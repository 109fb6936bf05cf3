import type { RssFeed } from "feedsmith";
import type { Episode } from "../model/entry.ts";
import type { EntryUrls } from "./entry-urls.ts";
import type { ParsedEntry } from "./parsed-entry.ts";

// Elements of other namespaces, which RSS and Atom share.

type Item = NonNullable<Partial<RssFeed.Feed<string>>["items"]>[number];
type Extended = Pick<Partial<Item>, "itunes" | "media">;

/** Returns the episode data of an entry from the elements of podcast directories; undefined if it has none of them. */
export function episodeOf(itunes: Item["itunes"]): Episode | undefined {
  const { episode, episodeType, explicit, season } = itunes ?? {};
  const type = (["full", "trailer", "bonus"] as const).find((type) => type === episodeType?.toLowerCase());
  const episodeData = {
    ...(isCount(episode) && { episode }),
    ...(isCount(season) && { season }),
    ...(type !== undefined && { episodeType: type }),
    ...(explicit !== undefined && { explicit }),
  };
  return Object.keys(episodeData).length === 0 ? undefined : episodeData;
}

function isCount(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value) && value > 0;
}

/** Returns the picture of an entry, and the recording that its media elements describe (rssboard.org/media-rss). */
export function mediaOf({ itunes, media }: Extended, urls: EntryUrls, base: string | undefined) {
  const contents = [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap((group) => group.contents ?? [])];
  // WordPress.com adds the author's portrait to every entry as a picture.
  const pictures = contents.filter(({ medium, type, url }) => (medium === "image" || /^image\//.test(type ?? "")) && !isFace(url));
  const candidates = [itunes?.image, pictures[0]?.url, media?.thumbnails?.find(({ url }) => !isFace(url))?.url];
  const url = urls.readFirst("picture", candidates, base);
  const image: ParsedEntry["image"] = url === undefined ? undefined : { url };
  return { image, recording: contents.find(({ duration }) => duration !== undefined) };
}

function isFace(url: string | undefined): boolean {
  return /^https?:\/\/(?:\w+\.)?gravatar\.com\//.test(url ?? "");
}
