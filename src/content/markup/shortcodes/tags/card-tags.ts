import { escapeMarkup } from "../../../../base/escape.ts";
import { shortAddress } from "../../../../base/short-address.ts";
import { figure } from "./figure.ts";
import type { ShortcodeArguments, ShortcodeContext } from "./shortcode-arguments.ts";

/**
 * Converts a card to its title, which is a link, and its words: `{{< card link="docs/start" title="Start" subtitle="Words" >}}` of Hugo's
 * themes. Returns undefined for a card whose only words are between its tags.
 */
export function card({ named }: ShortcodeArguments, { isMarkdown = false }: ShortcodeContext): string | undefined {
  const link = named["link"] ?? named["href"] ?? named["url"];
  const title = named["title"] ?? named["header"] ?? named["name"];
  const words = named["subtitle"] ?? named["description"];
  const picture = named["image"] ?? named["img"];
  if (picture !== undefined) return figure({ src: picture, alt: named["alt"], link, title, caption: words }, isMarkdown);
  const label = title || (link && shortAddress(link));
  if (!label) return undefined;
  const strong = `<strong>${escapeMarkup(label)}</strong>`;
  const head = link ? `<a href="${escapeMarkup(link)}">${strong}</a>` : strong;
  return `<p>${head}${words ? `<br>${escapeMarkup(words)}` : ""}</p>`;
}
