import { SaxesParser, type SaxesTagNS } from "saxes";
import { qualify } from "../../conformance/xml/namespaces.ts";
import { textStep } from "../../conformance/xml/xml.ts";

/** An open element: the wanted paths that lead into it, with the lengths of their parts up to it. */
interface OpenElement {
  readonly paths: readonly (readonly [place: string, length: number])[];
  /** The number of children with each name. */
  readonly counts: Map<string, number>;
}

const chunkLength = 100_000; // UTF-16 units

/**
 * Returns the offsets of the start tags of elements, and of the first texts in elements, in UTF-16 units.
 * @param places paths such as `/rss/channel/item[2]/title` and `/rss/channel/text()`; names outside the vocabulary of the document have
 * a prefix
 */
export function locateXmlPlaces(text: string, places: readonly string[]): Map<string, number> {
  return new PlaceFinder(text, places).find();
}

class PlaceFinder {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #places: readonly string[];
  readonly #start: number;
  readonly #document: string;
  readonly #found = new Map<string, number>();
  readonly #settled = new Set<string>(); // found, or in an element that has ended
  readonly #open: OpenElement[];
  #home: string | undefined;
  /** The offset at which the last tag, comment, CDATA section or instruction ends. */
  #markupEnd = 0;

  constructor(text: string, places: readonly string[]) {
    this.#places = places;
    this.#start = Math.max(0, text.search(/[^\s\uFEFF]/));
    this.#document = text.slice(this.#start);
    this.#open = [{ paths: places.map((place) => [place, 0] as const), counts: new Map() }];
    this.#listen();
  }

  find(): Map<string, number> {
    for (let from = 0; from < this.#document.length && this.#settled.size < this.#places.length; from += chunkLength) {
      this.#parser.write(this.#document.slice(from, from + chunkLength)); // most places are near the beginning
    }
    return this.#found;
  }

  #listen(): void {
    const parser = this.#parser;
    const pass = (rest = 0) => {
      this.#markupEnd = parser.position + rest;
    };
    parser.on("error", () => {}); // another check reports it
    parser.on("opentag", (tag) => {
      this.#openElement(tag);
      pass();
    });
    parser.on("closetag", () => {
      this.#closeElement();
      pass();
    });
    parser.on("text", (text) => this.#readText(text));
    parser.on("cdata", (text) => {
      this.#readText(text);
      pass();
    });
    parser.on("comment", () => pass(1)); // its > follows
    parser.on("processinginstruction", () => pass());
  }

  #openElement(tag: SaxesTagNS): void {
    this.#home ??= tag.uri;
    const parent = this.#open.at(-1) ?? { paths: [], counts: new Map() };
    const key = `${tag.uri} ${tag.local}`;
    const position = (parent.counts.get(key) ?? 0) + 1;
    parent.counts.set(key, position);
    const names = tag.uri === this.#home ? [tag.local] : prefixedNames(tag, this.#home);
    const paths = parent.paths.flatMap(([place, length]) => {
      const end = names.map((name) => endOfStep(place, length, name, position)).find((end) => end !== undefined);
      return end === undefined ? [] : [[place, end] as const];
    });
    const offset = this.#document.lastIndexOf("<", this.#parser.position - 1);
    for (const [place, length] of paths) if (length === place.length) this.#settle(place, offset);
    this.#open.push({ paths, counts: new Map() });
  }

  #closeElement(): void {
    const ended = this.#open.pop()?.paths.filter(([place, length]) => length === place.length) ?? [];
    for (const [element] of ended) for (const place of this.#places) if (place.startsWith(`${element}/`)) this.#settled.add(place);
  }

  #readText(text: string): void {
    if (text.trim() === "") return;
    for (const [place, length] of this.#open.at(-1)?.paths ?? []) {
      const isText = place.length === length + textStep.length && place.endsWith(textStep);
      if (isText) this.#settle(place, this.#markupEnd + this.#document.slice(this.#markupEnd).search(/\S/));
    }
  }

  #settle(place: string, offset: number): void {
    if (!this.#found.has(place)) this.#found.set(place, this.#start + offset);
    this.#settled.add(place);
  }
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
