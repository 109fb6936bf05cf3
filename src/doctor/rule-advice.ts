import type { RULES, Rule } from "../conformance/violation.ts";

/** Returns the remedy for a broken rule: a sentence without its full stop. */
export function adviceFor(rule: Rule): string {
  return Object.hasOwn(advice, rule)
    ? advice[rule as Named]
    : `Write ${rule.replace("JSON Feed 1.1 ", "")} as defined in jsonfeed.org/version/1.1`;
}

type Named = (typeof RULES)[number];

const absolute = "Write an absolute URL such as https://example.com/a, with characters outside ASCII percent-encoded";
const plain = "Write plain text: no tags, and every character escaped once";
const safe = "Remove it from the content: readers remove it, sometimes with the content around it";
const mediaType = "Write a media type, such as audio/mpeg";
const count = "Write a whole number, in digits only";
const person = "Write mail@example.com (Name), or only the name, in dc:creator";
const element = "Remove it, or check its name and its position";
const declaration = "Declare the namespaces as specified, with their usual prefixes";
const once = "Write it once, in one of the forms";
const date = "Write an existing date in this format: Wed, 06 Nov 2024 12:00:00 GMT for RSS, 2024-11-06T12:00:00Z for Atom and JSON Feed";
const archive = "Give an archive document fh:archive, a link to the current feed and a link to the previous or next archive (RFC 5005)";
const podcast = "Write what directories require: category, explicit, and an owner with an e-mail address";
const self = 'Add <link rel="self"> with the address of the feed';

const advice: Readonly<Record<Named, string>> = {
  ValidatorLimit: "Put fewer entries into the feed",
  WPBlankLine: "Remove everything before the XML declaration: blank lines and the byte order mark",
  MissingEncoding: 'Begin with <?xml version="1.0" encoding="utf-8"?>',
  EncodingMismatch: "Write everything in UTF-8, and declare it",
  SAXError: "Make it well-formed XML",
  BadCharacters: "Find the text that was decoded with the wrong encoding, and write it in UTF-8",
  ContainsSystemEntity: "Remove the document type declaration",
  UndefinedElement: element,
  UnexpectedAttribute: "Remove the attribute, or check its name",
  UnexpectedText: "Remove the text between the elements",
  UnexpectedWhitespace: "Remove the white space around the value",
  UndeterminableVocabulary: element,
  UnknownNamespace: declaration,
  ReservedPrefix: declaration,
  NonstdPrefix: declaration,
  AvoidNamespacePrefix: declaration,
  MissingAttribute: "Add the attribute",
  MissingElement: "Add the element",
  DuplicateElement: once,
  NotBlank: "Fill it in, or omit it",
  ContainsHTML: plain,
  ContainsUndeclaredHTML: `${plain}; or write type="html"`,
  CharacterData: "Write & and < as &#x26; and &#x3C; in plain text, which shows readers that it is not HTML",
  "RSS Best Practices Profile: character data": "Write & and < as &#x26; and &#x3C; in plain text, without CDATA",
  InvalidFullLink: absolute,
  InvalidUriChar: absolute,
  UriNotIri: absolute,
  InvalidTAG: "Write a tag URI as in RFC 4151: tag:example.com,2024:name",
  InvalidUUID: "Write urn:uuid: and a UUID",
  InvalidURN: "Write a URN as in RFC 8141",
  SchemeNotIANARegistered: "Use an address with a registered scheme, such as https",
  NonCanonicalURI: "Keep the ids of published entries; give new entries ids in canonical spelling (RFC 3986 §6)",
  InvalidURLAttribute: absolute,
  InvalidRFC2822Date: date,
  IncorrectDOW: "Write the correct day of the week, or omit it",
  ProblematicalRFC822Date: date,
  "Broadsheet: one spelling of dates": date,
  InvalidRFC3339Date: date,
  ImplausibleDate: date,
  InvalidLanguage: "Write a language tag of BCP 47, such as en or pt-BR",
  MissingDCLanguage: "Declare the language of the feed: language in RSS, xml:lang in Atom",
  InvalidMIMEType: mediaType,
  InvalidMIMEAttribute: mediaType,
  InvalidContact: person,
  InvalidAddrSpec: "Write an e-mail address, or omit it",
  EmailFormat: person,
  MissingRealName: person,
  InvalidNonNegativeInteger: count,
  InvalidPositiveInteger: "Write a whole number of at least 1, or omit it",
  InvalidIntegerAttribute: count,
  InvalidBooleanAttribute: "Write true or false",
  UseZeroForUnknown: "Write 0 for an unknown length",
  NotHtml: "Close every tag, use only HTML elements, and escape plain text within HTML",
  SecurityRisk: safe,
  SecurityRiskAttr: safe,
  DangerousStyleAttr: "Remove style attributes: readers drop them",
  ContainsRelRef: "Make every address in the content absolute: readers cannot resolve relative ones",
  "RSS 2.0": 'Write RSS of version 2.0: <rss version="2.0">',
  MissingTitle: "Give it a title",
  MissingLink: "Link to the site",
  MissingDescription: "Describe the feed in a sentence",
  MissingAtomSelfLink: self,
  MisplacedItem: "Put everything about the feed before its first item",
  ItemMustContainTitleOrDescription: "Give every item a title or a description",
  MissingGuid: "Give every item a guid that never changes",
  DuplicateValue: "Give every item its own guid",
  InvalidHttpGUID: 'Write isPermaLink="false" if the guid is not a URL',
  InvalidPermalink: 'Write isPermaLink="false" if the guid is not a web address',
  NotSufficientlyUnique: "Use globally unique guids, such as URLs; keep the guids of published items",
  DuplicateSemantics: once,
  DuplicateItemSemantics: once,
  NeedDescriptionBeforeContent: "Put a description before content:encoded",
  DuplicateEnclosure: "Use one enclosure per item: many readers ignore others",
  ImageUrlFormat: "Use a JPEG, PNG or GIF with that ending",
  ImageTitleDoesntMatch: "Give the image the title of the channel",
  ImageLinkDoesntMatch: "Give the image the link of the channel",
  InvalidWidth: "Make the image at most 144 wide, or omit the width",
  InvalidHeight: "Make the image at most 400 high, or omit the height",
  MissingItunesElement: podcast,
  MissingItunesEmail: podcast,
  UnsupportedItunesFormat: "Use a format that podcast directories accept: m4a, mp3, mov, mp4, m4v, pdf or epub",
  InvalidTrueFalse: "Write true or false",
  InvalidDuration: "Write seconds, or hours:minutes:seconds",
  InvalidMediaMedium: "Write image, audio, video, document or executable",
  MediaGroupWithoutAlternatives: "Put at least two media:content into a group, or remove the group",
  MissingSelf: self,
  RelativeSelf: self,
  SelfDoesntMatchLocation: self,
  SelfNotAtom: "Give the self link the media type of the feed",
  MissingHref: "Give the link its address",
  AttrNotBlank: "Fill in the attribute, or omit it",
  AtomLinkNotEmpty: "Put nothing between the tags of a link",
  UnregisteredAtomLinkRel: "Use a relation that is registered at IANA, or a URL",
  FeedHistoryRelInEntry: "Put links between pages and archives into the feed, not into its entries",
  DuplicateAtomLink: "Use one alternate link per type and language",
  LinkPastEnd: "Do not link to pages before the first or after the last",
  ArchiveIncomplete: archive,
  MissingCurrentInArchive: archive,
  FeedRelInCompleteFeed: "Remove the links to other pages from a complete feed",
  MisplacedMetadata: "Put everything about the feed before its first entry",
  DuplicateEntries: "Give every entry its own id",
  DuplicateUpdated: "Give entries different update times, since readers sort by them",
  InvalidTextType: "Write text, html or xhtml",
  MissingXhtmlDiv: "Put XHTML into one div",
  MissingTypeAttr: "Declare the media type of the content at that address",
  MissingSummary: "Add a summary, since the content is external",
  MissingTextualContent: "Give every entry content or a summary",
  MissingContentOrAlternate: "Give every entry content, or a link to its page",
  "RFC 4287 §4.1.2": "Name an author in every entry: several readers ignore the feed's author",
  "RFC 4287 §4.2.7.2": 'Link to the web page of the feed, with rel="alternate" type="text/html", and once to the feed itself',
  "RFC 5005 §4": "Do not link a page to itself as another page",
  "WebSub §4": "Link to hubs by http or https",
};
