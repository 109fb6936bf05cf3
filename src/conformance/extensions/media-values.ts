import { checkUri } from "../elements/values.ts";
import type { ReportViolation } from "../rules/violation.ts";
import { placeOf, type XmlElement } from "../xml/xml.ts";

const ICRA_CODE = "(?:[nsvlocx]z [01]|(?:n[a-c]|s[a-f]|v[a-j]|l[a-c]|o[a-h]|c[ab]|x[a-e]) 1)";

/** The ratings of each scheme. */
const RATINGS: Readonly<Record<string, RegExp>> = {
  "urn:simple": /^(?:non)?adult$/,
  "urn:mpaa": /^(?:g|m|nc-17|pg|pg-13|r|x)$/,
  "urn:v-chip": /^(?:14\+|18\+|c|c8|g|pg|tv-(?:14|g|ma|pg|y|y7|y7-fv))$/,
  "urn:icra": new RegExp(`^r \\(${ICRA_CODE}(?: ${ICRA_CODE})*\\)$`),
};

/** Checks the text of an element of Media RSS whose values are defined. */
export function checkMediaValue(element: XmlElement, report: ReportViolation): void {
  switch (element.name) {
    case "media:adult":
      report("DeprecatedMediaAdult", placeOf(element), element.text.trim());
      if (!/^(?:true|false)$/i.test(element.text)) report("InvalidTrueFalse", placeOf(element), JSON.stringify(element.text));
      break;
    case "media:rating":
      checkRating(element, report);
      break;
    case "media:hash":
      checkHash(element, report);
      break;
    case "media:credit":
      checkCredit(element, report);
      break;
    case "media:restriction":
      checkRestriction(element, report);
  }
}

function checkRating(element: XmlElement, report: ReportViolation): void {
  const scheme = element.attributes.get("scheme") || "urn:simple";
  const pattern = Object.hasOwn(RATINGS, scheme) ? RATINGS[scheme] : undefined;
  const value = element.text.trim();
  if (pattern && !pattern.test(value)) report("InvalidMediaRating", placeOf(element), `${value} in ${scheme}`);
  else if (!pattern) checkUri(scheme, placeOf(element), report);
}

function checkHash(element: XmlElement, report: ReportViolation): void {
  const algorithm = element.attributes.get("algo") || "md5";
  const digits = { md5: 32, "sha-1": 40 }[algorithm];
  const value = element.text.trim();
  if (digits === undefined || !/^[\da-z]+$/i.test(value) || value.length !== digits)
    report("InvalidMediaHash", placeOf(element), `${value} for ${algorithm}`);
}

function checkCredit(element: XmlElement, report: ReportViolation): void {
  const role = element.attributes.get("role") ?? "";
  const scheme = element.attributes.get("scheme") || "urn:ebu";
  if (role !== role.toLowerCase()) report("InvalidCreditRole", placeOf(element), role);
  if (scheme !== "urn:ebu") checkUri(scheme, placeOf(element), report);
}

function checkRestriction(element: XmlElement, report: ReportViolation): void {
  const place = placeOf(element);
  const { relationship = "", type = "" } = Object.fromEntries(element.attributes);
  const value = element.text.trim();
  if (relationship === "") report("MissingAttribute", place, "relationship");
  else if (!/^(?:allow|deny)$/.test(relationship)) report("InvalidMediaRestrictionRel", place, relationship);
  if (type === "" && value !== "" && !/^(?:all|none)$/.test(value)) report("InvalidMediaRestriction", place, value);
  if (type === "country") for (const country of value.split(" ")) checkCountry(country, place, report);
  if (type === "uri") checkUri(value, place, report);
  if (!/^(?:country|uri|)$/.test(type)) report("InvalidMediaRestrictionType", place, type);
}

function checkCountry(code: string, place: string, report: ReportViolation): void {
  const name = /^[a-z]{2}$/i.test(code) ? COUNTRIES.of(code.toUpperCase()) : undefined;
  if (name === undefined) report("InvalidCountryCode", place, code);
}

const COUNTRIES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
