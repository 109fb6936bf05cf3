import { oneLine } from "../../base/one-line.ts";

// The words of titles, apart from articles ("The Player" is a film), that the code to copy from a service has, or that an author writes for
// validators.
const stockWords = new Set(
  `airtable and apple app article asciinema audio bandcamp by calendar clip code codepen codesandbox content dailymotion de do docs document drive element
  embed embedded embeddable embeds external facebook file for form forms frame from gist github google html html5 iframe in inline instagram lecteur
  link lite livestream loom map maps mastodon media music null of object on page pdf peertube pinterest placeholder play player podcast
  podcasts post posts preview reddit replit reproductor responsive sheets slides soundcloud spotify stream ted this tiktok title track tweet twitch twitter
  undefined untitled video videoplayer videos view vimeo vídeo vidéo watch web website widget window wistia x youtube`.split(/\s+/),
);

/** Returns the part of an embed's title that describes the content; undefined for a stock title such as "YouTube video player". */
export function meaningfulTitle(title: string | undefined): string | undefined {
  const text = oneLine(title ?? "");
  const colon = text.indexOf(": ");
  const rest = colon > 0 && isStock(text.slice(0, colon)) ? text.slice(colon + 2) : text; // "Spotify Embed: A song"
  return isStock(rest) ? undefined : rest;
}

function isStock(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.every((word) => stockWords.has(word) || /^\d{1,3}$/.test(word));
}
