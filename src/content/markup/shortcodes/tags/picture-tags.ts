import { escapeMarkup } from "../../../../base/escape.ts";
import { altIn, captionIn } from "./figure.ts";
import type { ShortcodeArguments } from "./shortcode-arguments.ts";

const one = /^(?:fig(?:ure)?|imgc?|image|imgproc|pic(?:ture)?|photo)$/;
const pictureNames =
  /^(?!(?:no|end))[\w-]*(?:(?<!con)figure|img|image|pic(?:ture)?|photo|gallery|lightbox|carousel|slider|screenshot|responsive)/i;
const file = /^[^\s?#{}]*\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]\S*)?$/i;
const sources =
  /^(?:src|source|url|path|file|filename|image|image_path|img|name|light|before|after|images|imgs|photo|picture|large|full|href|link|\d+)$/;
const maxPictures = 100;

/** Returns whether a tag shows pictures, judging by its name: `image`, `postimage`, `picture`, `gallery`. */
export function isPictureTag(name: string): boolean {
  return pictureNames.test(name);
}

/**
 * Returns the pictures whose files a tag of a theme contains: `{{< image src="a.png" alt="b" >}}`, `{% picture wide a.png --alt b %}`,
 * `{{< compare before="a.png" after="b.png" >}}`. Undefined without any.
 */
export function pictureTag(name: string, values: ShortcodeArguments): string | undefined {
  const { named } = values;
  const files = filesOf(values).slice(0, one.test(name) ? 1 : maxPictures);
  if (files.length === 0) return undefined;
  const alt = altOf(values);
  const caption = [named["title"], captionIn(named)].filter(Boolean).map((words) => escapeMarkup(words ?? ""));
  const pictures = files.map((src) => `<img src="${escapeMarkup(src)}" alt="${escapeMarkup(alt)}">`).join(" ");
  return `<figure>${pictures}${caption.length === 0 ? "" : `<figcaption>${caption.join(" ")}</figcaption>`}</figure>`;
}

function filesOf({ named, positional }: ShortcodeArguments): string[] {
  const given = Object.entries(named).flatMap(([key, value]) =>
    sources.test(key) ? value.replace(/^[[{]|[\]}]$/g, "").split(/[,|]\s*/) : [],
  );
  const words = positional.flatMap((word) => word.split(/,\s*/));
  const files = [...given, ...words].map((word) => word.trim().replace(/^["']|["']$/g, "")).filter((word) => file.test(word));
  return [...new Set(files)];
}

// As in the attribute `sizes`, which Eleventy's tag has as its last argument.
const sizes = /\b\d+(?:vw|px|r?em)\b/;

// The words after `--alt` (jekyll_picture_tag), or the last positional argument that has several words.
function altOf({ named, positional, text }: ShortcodeArguments): string {
  const given = altIn(named) ?? captionIn(named) ?? named["title"];
  if (given !== undefined) return given;
  const [, words] = text.split(/(?:^|\s)--alt\s/);
  return words?.split(/\s--/)[0]?.trim() ?? positional.findLast((word) => /\s/.test(word) && !file.test(word) && !sizes.test(word)) ?? "";
}
