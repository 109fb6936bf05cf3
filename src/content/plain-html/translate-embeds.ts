import type { Root } from "hast";
import type { Words } from "../../settings/words.ts";
import { walkElements } from "../html/walk-tree.ts";
import { isEmbedLabel } from "./embed-services.ts";

/**
 * Writes the names of embedded content without a title, such as "Video on YouTube", with the words of the site, in place. In an article in
 * another language, they stay English.
 */
export function translateEmbeds(tree: Root, { embeds, tag }: Words, language: string): void {
  if (tag !== language && new Intl.Locale(tag).language !== new Intl.Locale(language).language) return;
  walkElements(tree, ({ children, properties, tagName }) => {
    const text = tagName === "a" && "dataEmbed" in properties ? children.at(-1) : undefined; // a picture may come first
    if (text?.type !== "text" || !isEmbedLabel(text.value)) return undefined;
    const [kind = "", service = ""] = text.value.split(" on ");
    const words = embeds[kind as keyof typeof embeds];
    text.value = words.replace("{service}", tag === "en" ? service : service.replace(/^the /, ""));
    return undefined;
  });
}
