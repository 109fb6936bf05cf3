import { canonicalUrl } from "../base/canonical-url.ts";
import { describeOversize } from "../content/links/media-files.ts";
import { developmentOrigin } from "../http/development.ts";
import type { MediaFile } from "../model/entry.ts";
import { rss } from "../model/format.ts";
import type { Site, ValidSettings } from "../settings/site-settings.ts";
import { podcastGuid } from "./podcast-guid.ts";
import type { MediaFolder } from "./source/media-folder.ts";
import { readWords } from "./source/read-words.ts";
import { ownFavicon } from "./write-build.ts";

/**
 * Completes the settings that depend on others or on files.
 * @param reportError reports an error of a setting
 * @param warn reports a warning of a setting
 */
export function completeSettings(
  valid: ValidSettings,
  origin: string,
  media: MediaFolder,
  reportError: (key: string, message: string) => void,
  warn: (key: string, message: string) => void,
): Site {
  const locate = (key: string, value: string | undefined): string | undefined => {
    if (value === undefined) return undefined;
    if (isUrl(value)) {
      const url = canonicalUrl(value); // it becomes a header, and an attribute
      if (url === undefined) reportError(key, `Cannot use SITE.${key} ${JSON.stringify(value)}: it is not a URL`);
      return url;
    }
    const file = publishedIcon(value, media);
    if (file === undefined)
      reportError(key, `Cannot find SITE.${key} ${JSON.stringify(value)}: it is neither a URL nor a file in articles/`);
    const fault = file && describeOversize(value, file);
    if (fault !== undefined) reportError(key, `${fault}; make SITE.${key} a smaller picture`);
    return file?.url;
  };
  const { image, ...author } = valid.author;
  const portrait = locate("author.image", image);
  const { redirects: _, ...shown } = valid; // part of the compiled redirects
  const idBase = valid.idBase ?? (valid.url || origin);
  return {
    ...shown,
    url: origin,
    idBase,
    ...(valid.podcast !== undefined && { podcast: { ...valid.podcast, guid: valid.podcast.guid ?? podcastGuid(idBase + rss.path) } }),
    maxAge: origin === developmentOrigin ? 0 : valid.maxAge, // an edit must be visible immediately
    author: { ...author, ...(portrait !== undefined && { image: portrait }) },
    icon: locate("icon", valid.icon) ?? `${origin}/icon.png`,
    favicon: locate("favicon", valid.favicon) ?? origin + ownFavicon,
    words: readWords(valid.language, (message) => warn("language", message)),
  };
}

/** Returns the file in articles/ that a setting names; undefined for a URL. */
export function publishedIcon(name: string | undefined, media: MediaFolder): MediaFile | undefined {
  if (name === undefined || isUrl(name)) return undefined;
  return media.publish(name.replace(/^(?:\.?\/)?(?:articles\/)?/, ""));
}

function isUrl(name: string): boolean {
  return /^https?:\/\//i.test(name);
}
