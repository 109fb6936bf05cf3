import { secondValue, visitJsonValues } from "../../conformance/values/json-values.ts";

/**
 * Returns the offsets of values in a JSON document, in UTF-16 units.
 * @param places paths such as `$.items[1].url`, or `$.title (2)` for the second value of a key
 */
export function locateJsonPlaces(text: string, places: readonly string[]): Map<string, number> {
  const wanted = new Set(places);
  const repeated = new Set(places.filter((place) => place.endsWith(secondValue)).map((place) => place.slice(0, -secondValue.length)));
  const offsets = new Map<string, number>(); // in bytes of UTF-8
  const seen = new Set<string>();
  const bytes = new TextEncoder().encode(text);
  visitJsonValues(bytes, (path, offset) => {
    const place = repeated.has(path) && seen.has(path) ? `${path}${secondValue}` : path;
    if (repeated.has(path)) seen.add(path);
    if (wanted.has(place) && !offsets.has(place)) offsets.set(place, offset);
    return offsets.size === wanted.size; // most places are near the beginning
  });
  return inUnits(offsets, bytes);
}

// Tokens begin with ASCII characters, so that the text can be decoded in pieces between them.
function inUnits(offsets: ReadonlyMap<string, number>, bytes: Uint8Array): Map<string, number> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: false });
  let end = 0;
  let units = 0;
  return new Map(
    [...offsets]
      .sort(([, a], [, b]) => a - b)
      .map(([path, offset]) => {
        units += decoder.decode(bytes.subarray(end, offset)).length;
        end = offset;
        return [path, units];
      }),
  );
}
