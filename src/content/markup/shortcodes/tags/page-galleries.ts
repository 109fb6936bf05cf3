import { escapeMarkup } from "../../../../base/escape.ts";
import { shortAddress } from "../../../../base/short-address.ts";
import { isTable, type Table, textIn } from "../../../../base/table-values.ts";
import { wordsHtml } from "./card-tags.ts";
import { figure, withCaption } from "./figure.ts";
import { isPictureFile } from "./picture-tags.ts";
import type { ShortcodeArguments } from "./shortcode-arguments.ts";

const maxPictures = 100;

/** Returns the name of the list of pictures in front matter that Minimal Mistakes shows: `{% include gallery id="gallery2" %}`. */
function galleryKey(theme: string, { named }: Pick<ShortcodeArguments, "named">): string | undefined {
  return theme === "gallery" || theme === "feature_row" ? (named["id"] ?? theme) : undefined;
}

/** Converts a list of pictures or features in front matter. Undefined for an empty one. */
export function pageGallery(
  theme: string,
  values: Pick<ShortcodeArguments, "named">,
  data: Table,
  isMarkdown: boolean,
): string | undefined {
  const key = galleryKey(theme, values);
  const list = key === undefined || !Object.hasOwn(data, key) ? undefined : data[key];
  const items = Array.isArray(list) ? list.slice(0, maxPictures) : [];
  if (theme === "feature_row") {
    const features = items.map((item) => feature(item, isMarkdown)).join("");
    return features === "" ? undefined : wordsHtml([{ text: values.named["title"], isTitle: true }], isMarkdown) + features;
  }
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

// A feature may have no picture.
function feature(item: unknown, isMarkdown: boolean): string {
  if (!isTable(item)) return "";
  const of = (key: string) => textIn(item[key]);
  const [src, link, title, label] = [of("image_path"), of("url"), of("title"), of("btn_label")];
  const button = link !== undefined && label !== undefined && { text: label, link };
  if (src === undefined) {
    const head = {
      text: title ?? (button || !link ? undefined : shortAddress(link)),
      link: button ? undefined : link,
      isTitle: true,
    };
    return wordsHtml([head, { text: of("excerpt") }, ...(button ? [button] : [])], isMarkdown);
  }
  const caption = [of("image_caption"), of("excerpt")].filter(Boolean).join(" ");
  const shown = figure({ src, alt: of("alt") ?? "", link, title, caption }, isMarkdown) ?? "";
  return shown + (button ? wordsHtml([button], isMarkdown) : "");
}
