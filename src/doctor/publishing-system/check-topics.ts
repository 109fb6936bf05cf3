import type { NamedRule } from "../../conformance/rules/rules.ts";
import type { Topic } from "./topic.ts";

const rules: Readonly<Partial<Record<Topic, readonly NamedRule[]>>> = {
  address: ["InvalidFullLink", "RelativeSelf", "SelfDoesntMatchLocation"],
  author: [
    ...(["InvalidContact", "InvalidAddrSpec", "EmailFormat", "MissingRealName", "ContainsEmail"] as const),
    "Broadsheet: an author in every entry",
  ],
  content: ["NotHtml", "SecurityRisk", "SecurityRiskAttr", "Broadsheet: what readers remove"],
  date: ["ImplausibleDate"],
  "date form": [
    ...(["InvalidRFC2822Date", "ProblematicalRFC822Date", "IncorrectDOW", "Broadsheet: one spelling of dates"] as const),
    ...(["InvalidRFC3339Date", "InvalidW3CDTFDate", "InvalidISO8601DateTime"] as const),
  ],
  enclosure: ["DuplicateEnclosure", "UseZeroForUnknown"],
  "entry title": ["ItemMustContainTitleOrDescription"],
  ids: [
    ...(["MissingGuid", "DuplicateEntries", "DuplicateIds", "InvalidHttpGUID", "InvalidPermalink", "NotSufficientlyUnique"] as const),
    ...(["InvalidTAG", "InvalidUUID", "InvalidURN", "NonCanonicalURI"] as const),
  ],
  image: ["ImageUrlFormat", "InvalidWidth", "InvalidHeight"],
  language: ["MissingDCLanguage", "InvalidLanguage"],
  length: ["ValidatorLimit"],
  links: ["ContainsRelRef", "Broadsheet: absolute addresses"],
  "plain text": ["ContainsHTML", "ContainsUndeclaredHTML"],
  podcast: [
    ...(["MissingItunesElement", "MissingItunesEmail", "UnsupportedItunesFormat", "InvalidItunesCategory"] as const),
    ...(["ObsoleteItunesCategory", "InvalidItunesChannelType", "InvalidItunesEpisodeType", "InvalidKeywords", "InvalidDuration"] as const),
    ...(["InvalidTrueFalse", "InvalidYesNoClean", "TooLong"] as const), // elements of podcasts alone break them
  ],
  "same time": ["DuplicateUpdated"],
  "self link": ["MissingAtomSelfLink", "MissingSelf", "Broadsheet: one self link"],
  style: ["DangerousStyleAttr"],
  title: ["MissingTitle", "MissingDescription"],
  value: [
    ...(["MissingElement", "NotBlank", "AttrNotBlank", "UnexpectedWhitespace", "BadCharacters"] as const),
    ...(["MissingTextualContent", "MissingContentOrAlternate", "MissingSummary", "DuplicateValue"] as const),
    ...(["InvalidIRI", "InvalidUriChar", "UriNotIri", "InvalidURLAttribute", "SchemeNotIANARegistered", "SameDocumentReference"] as const),
    ...(["InvalidMIMEType", "InvalidMIMEAttribute", "InvalidCountryCode"] as const),
    ...(["InvalidNonNegativeInteger", "InvalidPositiveInteger", "InvalidInteger", "InvalidIntegerAttribute"] as const),
    ...(["InvalidFloat", "InvalidFloatUnit", "InvalidCommaSeparatedIntegers", "InvalidNPTTime"] as const),
    ...(["InvalidLatitude", "InvalidLongitude", "InvalidCoord", "InvalidCoordList", "CoordComma"] as const),
    ...(["InvalidMediaRating", "InvalidMediaHash", "InvalidCreditRole"] as const),
  ],
  // Neither the text nor the front matter of an entry can cause these.
  template: [
    ...(["WPBlankLine", "MissingEncoding", "NonstdEncoding", "ObscureEncoding", "UnknownEncoding", "SAXError", "BadXmlVersion"] as const),
    ...(["ContainsSystemEntity", "DeprecatedDTD", "UndefinedElement", "UnexpectedAttribute", "UnexpectedText"] as const),
    ...(["UndeterminableVocabulary", "MissingNamespace", "MisplacedXHTMLContent", "UnknownNamespace", "ReservedPrefix"] as const),
    ...(["NonstdPrefix", "AvoidNamespacePrefix", "MissingAttribute", "DuplicateElement", "CharacterData", "RFC 8259 §4"] as const),
    ...(["Broadsheet: UTF-8", "Broadsheet: character data", "InvalidBooleanAttribute"] as const),
    ...(["HtmlFragment", "NotInline", "NotBase64", "InvalidTextType", "MissingXhtmlDiv", "MissingTypeAttr"] as const),
    ...(["RSS 2.0", "ObsoleteVersion", "MissingLink", "MisplacedItem", "DuplicateSemantics", "DuplicateItemSemantics"] as const),
    ...(["DuplicateDescriptionSemantics", "NeedDescriptionBeforeContent", "ImageTitleDoesntMatch", "ImageLinkDoesntMatch"] as const),
    ...(["AvoidTextInput", "InvalidFormComponentName", "InvalidDay", "EightDaysAWeek", "InvalidHour"] as const),
    ...(["NotEnoughHoursInTheDay", "UseZeroForMidnight", "SlashDate", "InvalidNamespace", "ObsoleteNamespace"] as const),
    ...(["SelfNotAtom", "MissingHref", "AtomLinkNotEmpty", "UnregisteredAtomLinkRel", "DuplicateAtomLink"] as const),
    ...(["FeedHistoryRelInEntry", "LinkPastEnd", "ArchiveIncomplete", "MissingCurrentInArchive", "FeedRelInCompleteFeed"] as const),
    ...(["MisplacedMetadata", "MissingSourceElement", "Broadsheet: a link to the page", "RFC 5005 §4", "WebSub §4"] as const),
    ...(["InvalidUpdatePeriod", "CommentRSS", "NoThrWhen", "InvalidMetaName", "InvalidMetaContent"] as const),
    ...(["InvalidAccessRestrictionRel", "MediaRssNamespace", "MediaGroupWithoutAlternatives", "InvalidMediaMedium"] as const),
    ...(["InvalidMediaExpression", "InvalidMediaTextType", "InvalidMediaRestriction", "InvalidMediaRestrictionRel"] as const),
    ...(["InvalidMediaRestrictionType", "DeprecatedMediaAdult"] as const),
  ],
};

/** The checks that are no rules of the validator, and the fields of JSON Feed. Other fields have the topic `value`. */
const others: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  address: ["self link", "private links", ...fields("feed_url", "home_page_url")],
  author: fields("authors", "author"),
  "browser headers": ["nosniff", "CORS"],
  date: ["dates"],
  "date form": fields("date_published", "date_modified"),
  enclosure: fields("attachments", "mime_type", "size_in_bytes", "duration_in_seconds"),
  entries: ["entries"],
  headers: ["freshness"],
  ids: ["ids", ...fields("id")],
  language: fields("language"),
  length: ["size"],
  "media type": ["content type"],
  redirects: ["redirects"],
  requests: [
    ...["validators", "If-None-Match", "If-Modified-Since", "both of them", "HEAD"],
    ...["compression", "query", "two fetches", "agents"],
  ],
  "robots.txt": ["robots.txt"],
  session: ["cookies"],
  title: fields("title", "description"),
  template: ["well-formed", "archive", "charset", ...fields("syntax", "version", "next_url", "extensions", "hubs", "expired")],
};

function fields(...names: readonly string[]): readonly string[] {
  return names.map((name) => `JSON Feed 1.1 ${name}`);
}

/** The topics of rules and of other checks, by name. No rule is missing. */
export const checkTopics: ReadonlyMap<string, Topic> = new Map(
  [rules, others].flatMap((table) =>
    Object.entries(table).flatMap(([topic, names]) => names.map((name) => [name, topic as Topic] as const)),
  ),
);
