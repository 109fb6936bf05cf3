import { readAuthor } from "../../content/metadata/author-metadata.ts";
import type { FeedSite } from "../../feed-parser/feed-site.ts";
import { languageIn, ownOrigin } from "../configuration/site-url.ts";
import type { OldSettings } from "../site-rules/old-site.ts";

/** Returns the settings that the feed of an old site states. */
export function settingsOfFeed(site: FeedSite): OldSettings {
  const { artwork, author, copyright, description, dropped, episodes, home, language, podcast, title } = site;
  return {
    title,
    description,
    author: author === undefined ? undefined : readAuthor(author),
    language: languageIn(language),
    url: ownOrigin(home),
    copyright,
    icon: artwork,
    podcast,
    episodes,
    dropped,
  };
}
