import { escapeMarkup } from "../../../../base/escape.ts";
import { isTable, type Table, textIn } from "../../../../base/table-values.ts";
import { figure, withCaption } from "./figure.ts";
import { isPictureFile } from "./picture-tags.ts";
import type { ShortcodeArguments } from "./shortcode-arguments.ts";

const maxPictures = 100;

/** Returns the name of the list of pictures in front matter that Minimal Mistakes shows: `{% include gallery id="gallery2" %}`. */
function galleryKey(theme: string, { named }: Pick<ShortcodeArguments, "named">): string | undefined {
  return theme === "gallery" || theme === "feature_row" ? (named["id"] ?? theme) : undefined;
}

/** Converts a list of pictures in front matter. Undefined without pictures. */
export function pageGallery(
  theme: string,
  values: Pick<ShortcodeArguments, "named">,
  data: Table,
  isMarkdown: boolean,
): string | undefined {
  const key = galleryKey(theme, values);
  const list = key === undefined || !Object.hasOwn(data, key) ? undefined : data[key];
  const items = Array.isArray(list) ? list.slice(0, maxPictures) : [];
  if (theme === "feature_row") return items.map((item) => feature(item, isMarkdown) ?? "").join("") || undefined;
  const pictures = items.flatMap((item) => picture(item) ?? []).join(" ");
  if (pictures === "") return undefined;
  return withCaption(pictures, values.named["caption"] ?? "", isMarkdown);
}

// The address of an item is a page, or the same picture in its full size.
function picture(item: unknown): string | undefined {
  const values = isTable(item) ? item : { image_path: item };
  const [small, url] = [textIn(values["image_path"]), textIn(values["url"])];
  const src = small ?? (url !== undefined && isPictureFile(url) ? url : undefined);
  if (src === undefined) return undefined;
  const title = textIn(values["title"]);
  const tooltip = title === undefined ? "" : ` title="${escapeMarkup(title)}"`;
  const image = `<img src="${escapeMarkup(src)}" alt="${escapeMarkup(textIn(values["alt"]) ?? "")}"${tooltip}>`;
  return url === undefined || isPictureFile(url) ? image : `<a href="${escapeMarkup(url)}">${image}</a>`;
}

function feature(item: unknown, isMarkdown: boolean): string | undefined {
  if (!isTable(item)) return undefined;
  const [src, alt, link, title, caption] = ["image_path", "alt", "url", "title", "excerpt"].map((key) => textIn(item[key]));
  return figure({ src, alt: alt ?? "", link, title, caption }, isMarkdown);
}
