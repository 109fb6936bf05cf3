import { endOfDivision } from "./end-of-division.ts";

const boxStart = /<div class="(?:subscription-widget-wrap|install-substack-app-embed(?=[" ]))/g;
const wrapperStart = /<(p|div)\b[^<>]{0,4000}>/g;

/** Removes the forms to subscribe, with their sentence "Thanks for reading", the boxes for Substack's app, and the buttons that lead to functions of Substack. */
export function withoutForms(html: string): string {
  let [text, done] = ["", 0];
  for (const { index: start } of html.matchAll(boxStart)) {
    if (start < done) continue;
    const end = endOfDivision(html, start);
    if (end === undefined) break;
    text += html.slice(done, start);
    done = end;
  }
  return withoutButtons(text + html.slice(done));
}

// To subscribe, to give a subscription, to share, to comment: `/subscribe?`, `?action=share`, `/comments`, `%%checkout_url%%`.
const siteFunction = /\/subscribe\/?(?:[?#]|$)|[?&;]action=share\b|\/comments(?:[?#]|$)|^%%\w{1,40}%%/;

// Other buttons are links of the author.
function withoutButtons(html: string): string {
  let [text, done] = ["", 0];
  for (const { 0: tag, 1: name = "", index } of html.matchAll(wrapperStart)) {
    if (index < done || !tag.includes(' class="button-wrapper')) continue;
    const end = html.indexOf(`</${name}>`, index + tag.length);
    if (end < 0) break;
    const href = / href="([^"]{0,2000})"/.exec(html.slice(index + tag.length, end))?.[1] ?? "";
    if (!siteFunction.test(href)) continue;
    text += html.slice(done, index);
    done = end + `</${name}>`.length;
  }
  return text + html.slice(done);
}
