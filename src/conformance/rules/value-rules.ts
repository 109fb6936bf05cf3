import type { RuleTable } from "./rule-table.ts";

const absolute = "Write an absolute URL such as https://example.com/a, with characters outside ASCII percent-encoded";
const count = "Write a whole number, in digits only";
const person = "Write mail@example.com (Name), or only the name, in dc:creator";
const date = "Write an existing date in this format: Wed, 06 Nov 2024 12:00:00 GMT";

/** The rules of addresses, dates, numbers, languages and people. */
export const valueRules = {
  InvalidFullLink: ["error", absolute],
  InvalidIRI: ["error", "Write a URL, or one that is relative to the base of the document"],
  InvalidUriChar: ["error", "Percent-encode spaces and other characters that a URL must not contain"],
  UriNotIri: ["error", absolute],
  InvalidTAG: ["error", "Write a tag URI as in RFC 4151: tag:example.com,2024:name"],
  InvalidUUID: ["error", "Write urn:uuid: and a UUID"],
  InvalidURN: ["error", "Write a URN as in RFC 8141"],
  SchemeNotIANARegistered: ["warning", "Use an address with a registered scheme, such as https"],
  NonCanonicalURI: ["warning", "Keep the ids of published entries; give new entries ids in canonical spelling (RFC 3986 §6)"],
  SameDocumentReference: ["warning", "Link to another document than the one in xml:base, or write the address of the feed into xml:base"],
  InvalidURLAttribute: ["error", absolute],
  InvalidRFC2822Date: ["error", date],
  IncorrectDOW: ["error", "Write the correct day of the week, or omit it"],
  ProblematicalRFC822Date: ["warning", date],
  "Broadsheet: one spelling of dates": ["note", date],
  InvalidRFC3339Date: ["error", "Write an existing date in this format: 2024-11-06T12:00:00Z"],
  InvalidW3CDTFDate: ["error", "Write a date such as 2024-11-06, or with a time and its zone, as in 2024-11-06T12:00:00Z"],
  InvalidISO8601DateTime: ["error", "Write a date such as 2024-11-06, or with a time, as in 2024-11-06T12:00"],
  ImplausibleDate: ["warning", "Write the actual date: no feed is from before 1990, and none from the future"],
  InvalidLanguage: ["error", "Write a language tag of BCP 47, such as en or pt-BR"],
  MissingDCLanguage: ["note", "Declare the language of the feed: language in RSS, xml:lang in Atom"],
  InvalidCountryCode: ["error", "Write country codes of ISO 3166, such as DE FR, separated by spaces"],
  InvalidMIMEType: ["error", "Write a media type, such as text/html"],
  InvalidMIMEAttribute: ["error", "Write a media type, such as audio/mpeg"],
  InvalidContact: ["error", person],
  InvalidAddrSpec: ["error", "Write an e-mail address, or omit it"],
  EmailFormat: ["warning", person],
  MissingRealName: ["warning", person],
  ContainsEmail: ["warning", "Write the address into the email element"],
  InvalidNonNegativeInteger: ["error", count],
  InvalidPositiveInteger: ["error", "Write a whole number of at least 1, or omit it"],
  InvalidInteger: ["error", count],
  InvalidIntegerAttribute: ["error", count],
  InvalidFloatUnit: ["error", "Write a number of metres without the unit, such as 12 or -12.5"],
  InvalidFloat: ["error", "Write a number, such as 12 or 12.5"],
  InvalidCommaSeparatedIntegers: ["error", "Write whole numbers with commas between them"],
  InvalidBooleanAttribute: ["error", "Write true or false"],
  InvalidTrueFalse: ["error", "Write true or false"],
  InvalidYesNoClean: ["error", "Write Yes, or omit the element"],
  UseZeroForUnknown: ["error", "Write 0 for an unknown length"],
  TooLong: ["error", "Shorten the text"],
} as const satisfies RuleTable;
