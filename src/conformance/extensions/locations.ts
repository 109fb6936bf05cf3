import { checkNoText } from "../elements/grammar.ts";
import { between, checkFloat, checkInteger, type ElementCheck, matching } from "../elements/values.ts";
import { childOf, descendantsOf, placeOf } from "../xml/xml.ts";
import { type Extensions, named } from "./extension.ts";

const latitude = between("InvalidLatitude", -90, 90);
const longitude = between("InvalidLongitude", -180, 180);
const NUMBER = String.raw`[-+]?\d+(?:\.\d*)?`;
const DECIMAL = new RegExp(`^${NUMBER}$`);
const POSITION = new RegExp(`^${NUMBER}(?:,|\\s{1,100})${NUMBER}$`); // the validator refuses ", "

/** Checks a latitude and a longitude, which a space separates (GeoRSS). */
const checkPosition: ElementCheck = (element, report) => {
  const value = element.text.trim();
  if (!POSITION.test(value)) report("InvalidCoord", placeOf(element), value);
  else if (value.includes(",")) report("CoordComma", placeOf(element), value);
};

// By mistake, the validator accepts a comma only before a longitude of one digit.
const TOLERATED = /^[-+.\d]{1,40}[, ][-+.\d](?: [-+.\d]{1,40}[, ][-+.\d])+$/;

/** Checks pairs of latitude and longitude. */
const checkPositions: ElementCheck = (element, report) => {
  const value = element.text.trim();
  const isTolerated = value.includes(",") && TOLERATED.test(value);
  const numbers = value.split(isTolerated ? /[\s,]/ : /\s+/);
  const isList = numbers.length > 3 && numbers.length % 2 === 0 && numbers.every((number) => DECIMAL.test(number));
  if (!isList) report("InvalidCoordList", placeOf(element), value);
  else if (isTolerated) report("CoordComma", placeOf(element), value);
};

/** Creates a check of a fixed count of numbers, separated by spaces. */
function numbers(count: number): ElementCheck {
  return (element, report) => {
    const value = element.text.trim();
    const parts = value.split(/\s+/);
    if (parts.length !== count || !parts.every((part) => DECIMAL.test(part))) report("InvalidCoordList", placeOf(element), value);
  };
}

/** Checks two opposite corners, each of them a latitude and a longitude. */
const checkBox = numbers(4);

/** Checks a latitude, a longitude and a radius in metres. */
const checkCircle = numbers(3);

/** Checks a place in the Geography Markup Language. */
const checkGeometry: ElementCheck = (element, report, now) => {
  checkNoText(element, report);
  for (const part of descendantsOf(element)) {
    if (WITHOUT_TEXT.has(part.name)) checkNoText(part, report);
    if (/^gml:(?:pos|lowerCorner|upperCorner)$/.test(part.name)) checkPosition(part, report, now);
    if (part.name === "gml:posList") checkPositions(part, report, now);
    if (part !== element && part.name.startsWith("gml:") && !GEOMETRY.has(part.name)) report("UndefinedElement", placeOf(part), part.name);
  }
};

const GEOMETRY = new Set(
  "Point LineString Polygon Envelope pos posList exterior LinearRing lowerCorner upperCorner".split(" ").map((local) => `gml:${local}`),
);

const WITHOUT_TEXT = new Set("Point LineString Polygon Envelope exterior LinearRing".split(" ").map((local) => `gml:${local}`));

const checkPoint: ElementCheck = (element, report, now) => {
  checkNoText(element, report);
  const parts = [
    ["geo:lat", latitude],
    ["geo:long", longitude],
  ] as const;
  for (const [name, check] of parts) {
    const part = childOf(element, name);
    if (part) check(part, report, now);
    else report("MissingElement", placeOf(element), name);
  }
};

const decimal = matching("InvalidFloatUnit", DECIMAL);

/** The properties of a place, which are elements or attributes of the geometry. */
const PROPERTIES = ["featuretypetag", "relationshiptag", "featurename"];
const attributes = [...PROPERTIES, "elev", "floor", "radius"];

/**
 * The elements for the place of an entry or a feed: GeoRSS and its predecessors. The validator lacks some of GeoRSS Simple, which has no
 * capital letters, such as the box and the name that Blogger writes.
 */
export const locations: Extensions = {
  "geo:Point": { check: checkPoint, isRepeatable: true },
  "geo:lat": { check: latitude, isRepeatable: true },
  "geo:long": { check: longitude, isRepeatable: true },
  "geo:alt": { check: decimal, isRepeatable: true },
  "geourl:latitude": { check: latitude, isRepeatable: true },
  "geourl:longitude": { check: longitude, isRepeatable: true },
  "icbm:latitude": { check: latitude, isRepeatable: true },
  "icbm:longitude": { check: longitude, isRepeatable: true },
  "georss:where": { check: checkGeometry, isRepeatable: true, attributes: [] },
  "georss:point": { check: checkPosition, isRepeatable: true, attributes },
  ...named("georss", "line polygon", { check: checkPositions, isRepeatable: true, attributes }),
  "georss:box": { check: checkBox, isRepeatable: true, attributes },
  "georss:circle": { check: checkCircle, isRepeatable: true, attributes },
  ...named("georss", `${PROPERTIES.join(" ")} featureTypeTag relationshipTag featureName`, { isRepeatable: true }),
  "georss:elev": { check: decimal, isRepeatable: true },
  "georss:floor": { check: checkInteger, isRepeatable: true },
  "georss:radius": { check: checkFloat, isRepeatable: true },
};
