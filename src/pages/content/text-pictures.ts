import { decodeReferences } from "../../base/escape.ts";
import type { Entry } from "../../model/entry.ts";
import { isIcon } from "../../model/is-icon.ts";
import { tagPattern } from "./tag-pattern.ts";

/** A picture that represents an entry. */
export type Picture = Pick<NonNullable<Entry["image"]>, "alt" | "height" | "url" | "width">;

/** The pictures of an entry's content, and whether it has nothing else. */
export interface TextPictures {
  /** In the order of the content, without icons. */
  readonly pictures: readonly Picture[];
  /** True if the content has no text but captions, and no recording. */
  readonly isPicturesOnly: boolean;
}

/** Finds the pictures in sanitized content. */
export function textPictures(content: string): TextPictures {
  const pictures: Picture[] = [];
  let text = "";
  let captions = 0;
  let hasRecording = false;
  let end = 0;
  for (const { 0: tag, 1: slash, 2: name = "", 3: attributes = "", index } of content.matchAll(tagPattern)) {
    if (captions === 0) text += content.slice(end, index);
    end = index + tag.length;
    if (name === "figcaption") captions += slash === "" ? 1 : -1;
    hasRecording ||= name === "audio" || name === "video";
    const picture = name === "img" ? pictureOf(attributes) : undefined;
    if (picture !== undefined && !isIcon(picture)) pictures.push(picture);
  }
  const isPicturesOnly = pictures.length > 0 && !hasRecording && (text + content.slice(end)).trim() === "";
  return { pictures, isPicturesOnly };
}

/** Marks the pictures with these URLs, each where it is first, as photos of the entry (microformats2). Sanitized pictures have no class. */
export function markPhotos(html: string, urls: Iterable<string>): string {
  const unmarked = new Set(urls);
  if (unmarked.size === 0) return html;
  return html.replace(tagPattern, (tag, _slash, name: string, attributes: string) =>
    name === "img" && unmarked.delete(attributesOf(attributes)["src"] ?? "") ? tag.replace(/^<img/, '<img class="u-photo"') : tag,
  );
}

function pictureOf(attributes: string): Picture | undefined {
  const { alt, height, src, width } = attributesOf(attributes);
  if (src === undefined) return undefined;
  const size = [Number(width), Number(height)].every((pixels) => pixels > 0) ? { width: Number(width), height: Number(height) } : {};
  return { url: src, ...(alt !== undefined && alt !== "" && { alt }), ...size };
}

function attributesOf(attributes: string): Readonly<Record<string, string | undefined>> {
  const pairs = [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, decodeReferences(value)]));
}
