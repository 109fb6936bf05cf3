import { atom, type Format, rss } from "../../../model/format.ts";
import type { OldList } from "../../old-pages/old-list.ts";
import { addressPath } from "../../site-rules/site-path.ts";
import type { PelicanConfig } from "./pelican-settings.ts";
import { slugMaker } from "./pelican-slug.ts";
import type { PelicanTerms } from "./pelican-terms.ts";

type FeedSetting = readonly [name: string, format: Format, term: string, usual?: string];

// docs.getpelican.com/en/latest/settings.html#feed-settings, with the defaults.
const feeds: readonly FeedSetting[] = [
  ["FEED_ALL_ATOM", atom, "", "feeds/all.atom.xml"],
  ["FEED_ALL_RSS", rss, ""],
  ["FEED_ATOM", atom, ""],
  ["FEED_RSS", rss, ""],
  ["CATEGORY_FEED_ATOM", atom, "{category}", "feeds/{slug}.atom.xml"],
  ["CATEGORY_FEED_RSS", rss, "{category}"],
  ["TAG_FEED_ATOM", atom, "{category}"],
  ["TAG_FEED_RSS", rss, "{category}"],
  ["AUTHOR_FEED_ATOM", atom, "{author}", "feeds/{slug}.atom.xml"],
  ["AUTHOR_FEED_RSS", rss, "{author}", "feeds/{slug}.rss.xml"],
  ["TRANSLATION_FEED_ATOM", atom, "{language}", "feeds/all-{lang}.atom.xml"],
  ["TRANSLATION_FEED_RSS", rss, "{language}"],
];

const lists = [
  ["CATEGORY_URL", "{category}"],
  ["TAG_URL", "{category}"],
  ["AUTHOR_URL", "{author}"],
] as const;

/**
 * Returns the feeds of a site, and the lists of its terms. Older versions write `%s` for the name of a term.
 * @param terms those of its posts; Pelican has separate lists of categories and of tags
 */
export function pelicanLists({ settings, url }: PelicanConfig, terms: PelicanTerms): OldList[] {
  const pathOf = (name: string, term: string, usual?: string) => {
    const written = settings.text(`${name}_URL`) ?? (settings.get(name) === undefined ? usual : settings.text(name));
    const path = written?.replace(/\{(?:slug|lang)\}|%s/, () => term);
    return path === undefined || /[{}%]/.test(path.replace(/\{(?:category|author|language)\}/, ""))
      ? undefined
      : addressPath(url.base, path);
  };
  const slugOf = { AUTHOR: slugMaker(settings, "AUTHOR"), CATEGORY: slugMaker(settings, "CATEGORY"), TAG: slugMaker(settings, "TAG") };
  const all = [...feeds, ...lists.map(([name, term]) => [name, undefined, term] as const)];
  return all.flatMap(([name, format, term, usual]) => {
    const path = pathOf(name, term, usual);
    const kind = (["AUTHOR", "CATEGORY", "TAG"] as const).find((each) => name.startsWith(`${each}_`));
    return path === undefined ? [] : [{ path, format, ...(kind !== undefined && { slugOf: slugOf[kind], ...terms.filterOf(kind) }) }];
  });
}
