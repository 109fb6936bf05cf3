import { escapeMarkup } from "../../../../base/escape.ts";
import { shortAddress } from "../../../../base/short-address.ts";
import { embedPage } from "../../../plain-html/embed-services.ts";
import { meaningfulTitle } from "../../../plain-html/embed-title.ts";

/** Returns the link to embedded content, with a mark that keeps it out of summaries. */
export function embedHtml(address: string, title?: string): string {
  const page = embedPage(address) ?? { url: address, label: shortAddress(address) }; // a complete URL would become a link again
  return `<a href="${escapeMarkup(page.url)}" data-embed>${escapeMarkup(meaningfulTitle(title) ?? page.label)}</a>`;
}

/** Returns a link with its words. */
export function linkHtml(url: string, label: string): string {
  return `<a href="${escapeMarkup(url)}">${escapeMarkup(label)}</a>`;
}

/** Returns the player of a film or a recording. Readers that remove it show the link with its title. */
export function playerHtml(
  tagName: "audio" | "video",
  src: string,
  { poster, title }: { readonly poster?: string | undefined; readonly title?: string | undefined },
): string {
  const still = poster ? ` poster="${escapeMarkup(poster)}"` : "";
  return `<${tagName} src="${escapeMarkup(src)}"${still} controls>${title ? linkHtml(src, title) : ""}</${tagName}>`;
}
