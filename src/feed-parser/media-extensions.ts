import type { RssFeed } from "feedsmith";
import type { Episode } from "../model/entry.ts";
import { httpUrl } from "./entry-url.ts";
import type { ParsedEntry } from "./parsed-entry.ts";

// What elements of other namespaces say of an entry, in RSS and in Atom alike.

type Item = NonNullable<Partial<RssFeed.Feed<string>>["items"]>[number];
type Extended = Pick<Partial<Item>, "itunes" | "media">;

/** What the elements of podcast directories say of an entry as an episode; undefined where they say nothing. */
export function podcastOf(itunes: Item["itunes"]): Episode | undefined {
  const { episode, episodeType, explicit, season } = itunes ?? {};
  const type = (["full", "trailer", "bonus"] as const).find((known) => known === episodeType?.toLowerCase());
  const said = {
    ...(isCount(episode) && { episode }),
    ...(isCount(season) && { season }),
    ...(type !== undefined && { episodeType: type }),
    ...(explicit !== undefined && { explicit }),
  };
  return Object.keys(said).length === 0 ? undefined : said;
}

function isCount(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value) && value > 0;
}

/** The picture that stands for an entry, and the recording that media elements tell of (rssboard.org/media-rss). */
export function mediaOf({ itunes, media }: Extended, base: string | undefined) {
  const contents = [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap((group) => group.contents ?? [])];
  // WordPress.com shows the author's face as the picture of every entry.
  const pictures = contents.filter(({ medium, type, url }) => (medium === "image" || /^image\//.test(type ?? "")) && !isFace(url));
  const candidates = [itunes?.image, pictures[0]?.url, media?.thumbnails?.find(({ url }) => !isFace(url))?.url];
  const url = candidates.map((candidate) => httpUrl(candidate, base)).find((found) => found !== undefined)?.href;
  const image: ParsedEntry["image"] = url === undefined ? undefined : { url };
  return { image, recording: contents.find(({ duration }) => duration !== undefined) };
}

function isFace(url: string | undefined): boolean {
  return /^https?:\/\/(?:\w+\.)?gravatar\.com\//.test(url ?? "");
}
