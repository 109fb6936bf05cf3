import { parseFragment } from "parse5";
import { oneLine } from "../../base/one-line.ts";
import { cutOff } from "../../base/truncate.ts";
import { plainText } from "../../feed-parser/plain-text.ts";
import { LimitError } from "../../limits/limit-error.ts";

const maxStart = 100_000; // UTF-16 units
const maxTitle = 100; // UTF-16 units that are shown

/** Returns the title of a web page in quotation marks, on one line and shortened; undefined without one. */
export function quoteTitle(html: string): string | undefined {
  const written = /<title(?:\s[^<>]*)?>([^<]{1,500})/i.exec(html.slice(0, maxStart))?.[1] ?? "";
  const [node] = parseFragment(written).childNodes;
  const title = node !== undefined && "value" in node ? oneLine(node.value) : "";
  if (title === "") return undefined;
  return JSON.stringify(cutOff(title, maxTitle));
}

const longestError = 1000; // UTF-16 units of text: an article about errors is longer

/** Returns true for a web page whose title says that the server fails, and that has little text besides. */
export function resemblesErrorPage(html: string): boolean {
  const isError = /\b(?:error|exception|not found|unavailable|maintenance|forbidden|offline)\b/i.test(quoteTitle(html) ?? "");
  return isError && hasLittleText(html.slice(0, maxStart));
}

const login =
  /\b(?:log[ -]?in|log on|sign[ -]?in|single sign-on|anmeld(?:en|ung)|einloggen|connexion|se connecter|iniciar sesi\u00f3n|accedi|inloggen|logga in)\b|\u30ed\u30b0\u30a4\u30f3|\u767b\u5f55/i;

const loginPath = /\/(?:wp-login\.php|(?:user[-_]?)?(?:log|sign)[-_]?in(?:\.\w+)?|sso|password)(?:\/|$)/i;

/**
 * Returns the kind of a web page that asks for a login or a password, and that has little text besides; undefined for another page.
 * @param url its address, to which a redirect may have led
 */
export function loginKind(html: string, url: string): "the page of a login" | "a page that asks for a password" | undefined {
  const start = html.slice(0, maxStart);
  const isLogin = login.test(quoteTitle(html) ?? "") || loginPath.test(new URL(url).pathname);
  const isPassword = /<input\s[^<>]*\btype\s*=\s*["']?password\b/i.test(start);
  if ((!isLogin && !isPassword) || !hasLittleText(start)) return undefined;
  return isLogin ? "the page of a login" : "a page that asks for a password";
}

/** Returns true for the reason why a page of such a kind is not a feed. */
export function isLoginReason(reason: string): boolean {
  return /^it is (?:the page of a login|a page that asks for a password)/.test(reason);
}

/** The remedy for the page of a login, a sentence without its full stop. */
export const loginAdvice =
  "Let everybody read the feed: feed readers cannot log in. Exclude it from what asks for a login: a plugin, a rule of the server, or a password for the whole site";

/** Returns true for a page whose text is as short as that of an error. */
export function hasLittleText(html: string): boolean {
  try {
    return plainText(html).length <= longestError;
  } catch (error) {
    if (error instanceof LimitError) return false; // it makes more elements than an error needs
    throw error;
  }
}

/** Returns the remedy for an error page with the status 200, a sentence without its full stop. @param title contains the page's title */
export function errorPageAdvice(title: string): string {
  if (/not found/i.test(title)) return "Check the address for typing errors; if there is no feed, make the server answer with 404";
  if (/forbidden/i.test(title)) return "Let everybody read the feed; if it is private, make the server answer with 403";
  return "Correct the error that the page reports, and answer with 503 or 500 as long as it lasts, so that readers try again";
}
