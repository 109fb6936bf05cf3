import type { Rule, Violation } from "./violation.ts";

const notes = new Set<Rule>([
  "ContainsSystemEntity",
  "MissingDCLanguage",
  "MissingEncoding",
  "NonstdPrefix",
  "RFC 4287 §4.1.2",
  "RFC 4287 §4.2.7.2",
  "RSS Best Practices Profile: character data",
  "JSON Feed 1.1 extensions",
  "JSON Feed 1.1 feed_url",
  "JSON Feed 1.1 home_page_url",
  "JSON Feed 1.1 url",
  "JSON Feed 1.1 version",
]);

const warnings = new Set<Rule>([
  "ArchiveIncomplete",
  "AtomLinkNotEmpty",
  "AttrNotBlank",
  "AvoidNamespacePrefix",
  "BadCharacters",
  "CharacterData",
  "ContainsHTML",
  "ContainsRelRef",
  "ContainsUndeclaredHTML",
  "DangerousStyleAttr",
  "DuplicateEnclosure",
  "DuplicateEntries",
  "DuplicateItemSemantics",
  "DuplicateSemantics",
  "DuplicateUpdated",
  "EmailFormat",
  "EncodingMismatch",
  "FeedHistoryRelInEntry",
  "ImageLinkDoesntMatch",
  "ImageTitleDoesntMatch",
  "ImageUrlFormat",
  "ImplausibleDate",
  "MisplacedItem",
  "MissingAtomSelfLink",
  "MissingCurrentInArchive",
  "MissingGuid",
  "MissingItunesElement",
  "MissingItunesEmail",
  "MissingRealName",
  "MissingSelf",
  "MissingTextualContent",
  "MissingTypeAttr",
  "NeedDescriptionBeforeContent",
  "NonCanonicalURI",
  "NotBlank",
  "NotHtml",
  "NotSufficientlyUnique",
  "ProblematicalRFC822Date",
  "RelativeSelf",
  "ReservedPrefix",
  "SchemeNotIANARegistered",
  "SecurityRisk",
  "SecurityRiskAttr",
  "SelfDoesntMatchLocation",
  "SelfNotAtom",
  "UndeterminableVocabulary",
  "UnknownNamespace",
  "UnregisteredAtomLinkRel",
  "UnsupportedItunesFormat",
]);

/** Returns true for a rule of this project alone, which other feeds need not keep. */
export function isOwnRule(rule: Rule): boolean {
  return rule.startsWith("Broadsheet: ");
}

/** Returns the severity of a broken rule. A note is an information of the W3C feed validator. */
export function severityOf(rule: Rule): Violation["severity"] {
  return isOwnRule(rule) || notes.has(rule) ? "note" : warnings.has(rule) ? "warning" : "error";
}
