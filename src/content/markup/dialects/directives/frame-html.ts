import { escapeMarkup } from "../../../../base/escape.ts";

const services: Readonly<Record<string, string>> = { vimeo: "https://vimeo.com/", youtube: "https://www.youtube.com/watch?v=" };

/**
 * Returns the frame that a directive of MyST or Sphinx shows: `{iframe} https://…`, `{youtube} ID`, `{video} film.mp4`. Returns undefined
 * for an argument that is no address.
 */
export function frameHtml(name: string, argument: string, title: string): string | undefined {
  if (!/^[^\s<>]{1,2000}$/.test(argument)) return undefined;
  const address = /^https?:/.test(argument) ? argument : (services[name] ?? "") + argument;
  return `<iframe src="${escapeMarkup(address)}"${title === "" ? "" : ` title="${escapeMarkup(title)}"`}></iframe>`;
}
