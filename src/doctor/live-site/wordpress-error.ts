import { oneLine } from "../../base/one-line.ts";
import { cutOff } from "../../base/truncate.ts";

const xml = /<code>wp_die<\/code>/;
const xmlMessage = /<message>(?:<!\[CDATA\[)?/;
const page = /<div class="wp-die-message">/;
const maxStart = 20_000; // UTF-16 units
const maxMessage = 200; // UTF-16 units that are shown

/** Returns the message of WordPress's wp_die() in quotation marks, as XML or as a page; undefined for another document. */
export function quoteWordPressError(document: string): string | undefined {
  const start = document.slice(0, maxStart);
  const begin = xml.test(start) ? xmlMessage.exec(start) : page.exec(start);
  if (begin === null) return undefined;
  const rest = start.slice(begin.index + begin[0].length);
  const [written = ""] = rest.split(/\]\]>|<\/message>|<\/div>/, 1);
  const message = oneLine(written.replace(/<[^<>]*>/g, ""));
  return message === "" ? undefined : JSON.stringify(cutOff(message, maxMessage));
}

/** The remedy for such an error, a sentence without its full stop. */
export const wordPressErrorAdvice = "Find the plugin, the theme or the code snippet that calls wp_die() with this text, and correct it";
