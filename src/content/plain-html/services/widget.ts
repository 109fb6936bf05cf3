import type { Element } from "hast";
import { firstProperty } from "../../html/hast-nodes.ts";

/** Returns the address of the content of an element that the script of a service fills, by its class. */
export function widgetAddress(element: Element, classes: readonly string[]): string | undefined {
  const { address } = widgets.find(({ name }) => classes.includes(name)) ?? {};
  if (address !== undefined) return address((attribute) => firstProperty(element, attribute));
  const form = firstProperty(element, "dataTfWidget");
  return form === undefined ? undefined : `https://form.typeform.com/to/${encodeURIComponent(form)}`;
}

type Read = (attribute: string) => string | undefined;

interface Widget {
  /** A class. */
  readonly name: string;
  readonly address: (read: Read) => string | undefined;
}

const attribute =
  (name: string) =>
  (read: Read): string | undefined =>
    read(name);

const id =
  (start: string, name = "dataId") =>
  (read: Read): string | undefined =>
    read(name)?.replace(/^/, start);

const widgets: readonly Widget[] = [
  { name: "fb-post", address: attribute("dataHref") },
  { name: "fb-video", address: attribute("dataHref") },
  { name: "tiktok-embed", address: attribute("cite") },
  { name: "typeform-widget", address: attribute("dataUrl") },
  { name: "calendly-inline-widget", address: attribute("dataUrl") },
  { name: "imgur-embed-pub", address: id("https://imgur.com/") },
  { name: "infogram-embed", address: id("https://infogram.com/") },
  { name: "flourish-embed", address: id("https://public.flourish.studio/", "dataSrc") },
  { name: "strava-embed-placeholder", address: strava },
];

function strava(read: Read): string | undefined {
  const [kind, number] = [read("dataEmbedType"), read("dataEmbedId")];
  const folder = { activity: "activities", route: "routes", segment: "segments" }[kind ?? ""];
  return folder === undefined || number === undefined ? undefined : `https://www.strava.com/${folder}/${encodeURIComponent(number)}`;
}
