import { closestWord } from "../base/closest-word.ts";

// A scheme with too few or too many marks, as in `http:/`, `https//` and `//`.
const scheme = /^(?<name>[a-z]{3,6})?(?:[:;]\/{0,3}|\/{2,3})/i;
const hostAndRest = /^(?:localhost|[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+)(?::\d+)?(?:[/?#].*)?$/iu;

/** Returns the http(s) URL that a text such as `moon.example` or `http:/moon.example` probably means, and its origin; or nothing. */
export function meantUrls(text: string): string[] {
  let name: string | undefined;
  let rest = text.replace(/[\s<>"'`]+/g, "").replaceAll("\\", "/");
  for (let count = 0; count < 2; count++) {
    const match = scheme.exec(rest);
    if (match === null) break;
    name = match.groups?.["name"]?.toLowerCase();
    if (/^s?ftps?$/.test(name ?? "")) return [];
    if (name !== undefined && closestWord(name, ["https", "http"]) === undefined) return [];
    rest = rest.slice(match[0].length);
  }
  rest = rest.replace(/[.,;:!]{1,9}$/, "");
  if (!hostAndRest.test(rest)) return [];
  const isHttp = name === "http" || (name === undefined && rest.startsWith("localhost"));
  const url = URL.parse(`${isHttp ? "http" : "https"}://${rest}`);
  if (url === null) return [];
  return [url.pathname === "/" && url.search + url.hash === "" ? url.origin : url.href, url.origin];
}
