import { SaxesParser, type SaxesTagNS } from "saxes";
import { qualify } from "../../conformance/xml/namespaces.ts";

/** An open element: the wanted paths that lead into it, with the lengths of their parts up to it. */
interface OpenElement {
  readonly paths: readonly (readonly [place: string, length: number])[];
  /** The number of children with each name. */
  readonly counts: Map<string, number>;
}

const chunkLength = 100_000; // UTF-16 units

/**
 * Returns the offsets of the start tags of elements, in UTF-16 units.
 * @param places paths such as `/rss/channel/item[2]/title`; names outside the vocabulary of the document have a prefix
 */
export function locateXmlPlaces(text: string, places: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  const settled = new Set<string>(); // found, or in an element that has ended
  const start = Math.max(0, text.search(/[^\s\uFEFF]/));
  const document = text.slice(start);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: OpenElement[] = [{ paths: places.map((place) => [place, 0] as const), counts: new Map() }];
  let home: string | undefined;
  parser.on("error", () => {}); // another check reports it
  parser.on("opentag", (tag) => {
    home ??= tag.uri;
    const parent = open.at(-1) ?? { paths: [], counts: new Map() };
    const key = `${tag.uri} ${tag.local}`;
    const position = (parent.counts.get(key) ?? 0) + 1;
    parent.counts.set(key, position);
    const names = tag.uri === home ? [tag.local] : prefixedNames(tag, home);
    const paths = parent.paths.flatMap(([place, length]) => {
      const end = names.map((name) => endOfStep(place, length, name, position)).find((end) => end !== undefined);
      return end === undefined ? [] : [[place, end] as const];
    });
    const offset = start + document.lastIndexOf("<", parser.position - 1);
    for (const [place, length] of paths) {
      if (length !== place.length || found.has(place)) continue;
      found.set(place, offset);
      settled.add(place);
    }
    open.push({ paths, counts: new Map() });
  });
  parser.on("closetag", () => {
    const ended = open.pop()?.paths.filter(([place, length]) => length === place.length) ?? [];
    for (const [element] of ended) for (const place of places) if (place.startsWith(`${element}/`)) settled.add(place);
  });
  for (let from = 0; from < document.length && settled.size < places.length; from += chunkLength) {
    parser.write(document.slice(from, from + chunkLength)); // most places are near the beginning
  }
  return found;
}

// The usual prefix, and the one that the document declares.
function prefixedNames({ local, name, uri }: SaxesTagNS, home: string): string[] {
  return [qualify(uri, local, home), name];
}

// The first of several siblings may have no number.
function endOfStep(place: string, start: number, name: string, position: number): number | undefined {
  const forms = position === 1 ? [`/${name}[1]`, `/${name}`] : [`/${name}[${position}]`];
  const form = forms.find((form) => place.startsWith(form, start) && /^(?:\/|$)/.test(place.slice(start + form.length)));
  return form === undefined ? undefined : start + form.length;
}
