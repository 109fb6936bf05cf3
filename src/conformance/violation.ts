import type { BaseDiagnostic } from "../model/diagnostic.ts";

/**
 * The names of the rules: those of the W3C feed validator, or sections of specifications. Names that begin with Broadsheet are rules of
 * this project. The tests have a failing case for each.
 */
export const RULES = [
  // The document and its text
  "ValidatorLimit",
  "WPBlankLine",
  "MissingEncoding",
  "EncodingMismatch",
  "SAXError",
  "BadCharacters",
  "ContainsSystemEntity",
  "UndefinedElement",
  "UnexpectedAttribute",
  "UnexpectedText",
  "UnexpectedWhitespace",
  "UndeterminableVocabulary",
  "UnknownNamespace",
  "ReservedPrefix",
  "NonstdPrefix",
  "AvoidNamespacePrefix",
  "MissingAttribute",
  "MissingElement",
  "DuplicateElement",
  "NotBlank",
  "ContainsHTML",
  "ContainsUndeclaredHTML",
  "CharacterData",
  "RSS Best Practices Profile: character data",
  // Values
  "InvalidFullLink",
  "InvalidUriChar",
  "UriNotIri",
  "InvalidTAG",
  "InvalidUUID",
  "InvalidURN",
  "SchemeNotIANARegistered",
  "NonCanonicalURI",
  "InvalidURLAttribute",
  "InvalidRFC2822Date",
  "IncorrectDOW",
  "ProblematicalRFC822Date",
  "Broadsheet: one spelling of dates",
  "InvalidRFC3339Date",
  "ImplausibleDate",
  "InvalidLanguage",
  "MissingDCLanguage",
  "InvalidMIMEType",
  "InvalidMIMEAttribute",
  "InvalidContact",
  "InvalidAddrSpec",
  "EmailFormat",
  "MissingRealName",
  "InvalidNonNegativeInteger",
  "InvalidPositiveInteger",
  "InvalidIntegerAttribute",
  "InvalidBooleanAttribute",
  "UseZeroForUnknown",
  // HTML content
  "NotHtml",
  "SecurityRisk",
  "SecurityRiskAttr",
  "DangerousStyleAttr",
  "ContainsRelRef",
  // RSS
  "RSS 2.0",
  "MissingTitle",
  "MissingLink",
  "MissingDescription",
  "MissingAtomSelfLink",
  "MisplacedItem",
  "ItemMustContainTitleOrDescription",
  "MissingGuid",
  "DuplicateValue",
  "InvalidHttpGUID",
  "InvalidPermalink",
  "NotSufficientlyUnique",
  "DuplicateSemantics",
  "DuplicateItemSemantics",
  "NeedDescriptionBeforeContent",
  "DuplicateEnclosure",
  "ImageUrlFormat",
  "ImageTitleDoesntMatch",
  "ImageLinkDoesntMatch",
  "InvalidWidth",
  "InvalidHeight",
  // Extensions
  "MissingItunesElement",
  "MissingItunesEmail",
  "UnsupportedItunesFormat",
  "InvalidTrueFalse",
  "InvalidDuration",
  "InvalidMediaMedium",
  "MediaGroupWithoutAlternatives",
  // Atom and links
  "MissingSelf",
  "RelativeSelf",
  "SelfDoesntMatchLocation",
  "SelfNotAtom",
  "MissingHref",
  "AttrNotBlank",
  "AtomLinkNotEmpty",
  "UnregisteredAtomLinkRel",
  "FeedHistoryRelInEntry",
  "DuplicateAtomLink",
  "LinkPastEnd",
  "ArchiveIncomplete",
  "MissingCurrentInArchive",
  "FeedRelInCompleteFeed",
  "MisplacedMetadata",
  "DuplicateEntries",
  "DuplicateUpdated",
  "InvalidTextType",
  "MissingXhtmlDiv",
  "MissingTypeAttr",
  "MissingSummary",
  "MissingTextualContent",
  "MissingContentOrAlternate",
  "RFC 4287 §4.1.2",
  "RFC 4287 §4.2.7.2",
  "RFC 5005 §4",
  "WebSub §4",
] as const;

/** The name of a rule. */
export type Rule = (typeof RULES)[number] | `JSON Feed 1.1 ${string}`;

/** A diagnostic of a feed document: a place where it breaks a rule. */
export interface Violation extends BaseDiagnostic<"error" | "warning" | "note"> {
  readonly rule: Rule;
  /** The path of an element or a key, such as `/rss/channel/item`. */
  readonly place: string;
}

/** Reports a broken rule. The rule decides the severity. */
export type ReportViolation = (rule: Rule, place: string, message: string) => void;
