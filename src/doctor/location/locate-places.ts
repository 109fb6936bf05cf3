import { withoutHtml } from "../../conformance/xml/xml.ts";
import { locateJsonPlaces } from "./json-places.ts";
import { type Location, locationsAt } from "./location.ts";
import { locateXmlPlaces } from "./xml-places.ts";

/**
 * Finds the positions of places in a feed document. A place that does not exist has none.
 * @param places paths of elements, such as `/rss/channel/item[2]`, or of values in JSON, such as `$.items[1].url`
 */
export function locatePlaces(text: string, places: readonly string[]): Map<string, Location> {
  const wanted = [...new Set(places.map(withoutHtml))].filter((place) => place.length > 1); // "/" and "$" are the document
  if (wanted.length === 0) return new Map();
  const offsets = wanted[0]?.startsWith("$") ? locateJsonPlaces(text, wanted) : locateXmlPlaces(text, wanted);
  const locations = locationsAt(text, offsets.values());
  return new Map(
    places.flatMap((place) => {
      const location = locations.get(offsets.get(withoutHtml(place)) ?? -1);
      return location === undefined ? [] : [[place, location] as const];
    }),
  );
}
