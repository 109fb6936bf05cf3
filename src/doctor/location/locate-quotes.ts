import { elementPlace } from "../../conformance/xml/xml.ts";
import { type Location, locationsAt } from "./location.ts";
import { locateXmlPlaces } from "./xml-places.ts";

/** A fault in the HTML of an element: `/rss/channel/item/description <img> src`, and its value. */
export interface FaultInHtml {
  readonly place: string;
  readonly message: string;
}

/** Finds the positions of faults in the HTML of elements of an XML feed, which may have many lines. A fault that is not found has none. */
export function locateQuotes<Fault extends FaultInHtml>(text: string, faults: readonly Fault[]): Map<Fault, Location> {
  const quoted = faults.flatMap((fault) => {
    const quotes = quotesOf(fault);
    return quotes.length === 0 ? [] : [{ fault, quotes, element: elementPlace(fault.place) }];
  });
  const starts = quoted.length === 0 ? new Map() : locateXmlPlaces(text, [...new Set(quoted.map(({ element }) => element))]);
  const offsets = quoted.flatMap(({ element, fault, quotes }) => {
    const offset = findQuote(text, starts.get(element), element, quotes);
    return offset === undefined ? [] : [[fault, offset] as const];
  });
  const locations = locationsAt(
    text,
    offsets.map(([, offset]) => offset),
  );
  return new Map(
    offsets.flatMap(([fault, offset]) => {
      const location = locations.get(offset);
      return location === undefined ? [] : [[fault, location] as const];
    }),
  );
}

/** Returns the forms in which the value may be written, the most certain first. */
function quotesOf({ message, place }: FaultInHtml): string[] {
  const tag = /^<([\w-]+)>/.exec(message)?.[1];
  if (tag !== undefined) return [`<${tag}`, `&lt;${tag}`, `&#60;${tag}`];
  const code = /^U\+([\dA-F]{4,6})$/.exec(message)?.[1];
  if (code !== undefined) return [String.fromCodePoint(Number.parseInt(code, 16))];
  if (!/ <[\w-]+>/.test(place) || message === "") return [];
  const escaped = message.replaceAll("&", "&amp;");
  const values = [...new Set([message, escaped, escaped.replaceAll("&", "&amp;")])];
  return values.flatMap((value) => [...['"', "'", "=", "&quot;", "&#34;"].map((before) => before + value), value]);
}

function findQuote(text: string, start: number | undefined, element: string, quotes: readonly string[]): number | undefined {
  if (start === undefined) return undefined;
  const name = element.split("/").at(-1)?.split("[")[0]?.split(":").at(-1) ?? "";
  const end = text.indexOf(`${name}>`, text.indexOf(">", start) + 1);
  const content = text.slice(start, end < 0 ? undefined : end);
  const found = quotes.map((quote) => content.indexOf(quote)).find((index) => index >= 0);
  return found === undefined ? undefined : start + found;
}
