import { shortcodeHtml } from "../../../content/markup/shortcodes/tags/shortcode-html.ts";
import type { NoteOfText } from "../../site-rules/old-site.ts";

// getnikola.com/handbook.html, "Shortcodes"
const media = /\{\{%[ \t]{0,9}media[ \t]{1,9}(?:url=)?["']?(https?:\/\/[^\s"'{}]{1,2000})["']?[ \t]{0,9}%\}\}/g;
const start = /\{\{%[ \t]{0,9}([\w-]{1,60})/g;

/** Writes the media that Nikola embeds, `{{% media url=https://example.com/1 %}}`, as the shortcode of an address that other generators have. */
export function withMediaAddresses(body: string): string {
  return body.replace(media, (_, url: string) => `{{% embed ${url} %}}`);
}

/** Adds a note for each shortcode of a text that only Nikola can run. */
export function noteNikolaShortcodes(body: string, note: NoteOfText | undefined): void {
  const names = new Set([...body.matchAll(start)].map(([, name = ""]) => name));
  for (const name of names)
    if (name !== "media" && name !== "raw" && !Object.hasOwn(shortcodeHtml, name))
      note?.(`Kept the shortcode {{% ${name} %}}, which only Nikola can run; write what it showed`);
}
