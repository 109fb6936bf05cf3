import type { RULES, Rule } from "../conformance/violation.ts";

/** Returns the remedy for a broken rule: a sentence without its full stop. */
export function adviceFor(rule: Rule): string {
  return Object.hasOwn(advice, rule)
    ? advice[rule as Named]
    : `Write ${rule.replace("JSON Feed 1.1 ", "")} as jsonfeed.org/version/1.1 has it`;
}

type Named = (typeof RULES)[number];

const absolute = "Write a whole address, https:// and all, with what is no ASCII percent-encoded";
const plain = "Write plain text: no tags, and every character escaped once";
const safe = "Take it out of the content: readers do, and some of what is around it with it";
const mediaType = "Write a media type, such as audio/mpeg";
const count = "Write a whole number, digits alone";
const person = "Write mail@example.com (Name), or only the name, in dc:creator";
const element = "Take it out, or look up its name and where it belongs";
const declaration = "Declare the namespaces as their specifications have them, under their usual prefixes";
const once = "Say it once, in one of the ways";
const date =
  "Write a day that there is, in the one format: Wed, 06 Nov 2024 12:00:00 GMT for RSS, 2024-11-06T12:00:00Z for Atom and JSON Feed";
const archive = "Give an archive document fh:archive, a link to the current feed and one to a neighbour (RFC 5005)";
const podcast = "Say all that directories ask of a podcast: category, explicit, and an owner with an e-mail address";
const self = 'Add <link rel="self"> with the address at which the feed is';

const advice: Readonly<Record<Named, string>> = {
  ValidatorLimit: "Put fewer entries into the feed",
  WPBlankLine: "Let nothing stand before the XML declaration, no blank line and no byte order mark",
  MissingEncoding: 'Begin with <?xml version="1.0" encoding="utf-8"?>',
  EncodingMismatch: "Write everything in UTF-8, and say so",
  SAXError: "Make it well-formed XML",
  BadCharacters: "Look for text that was read in the wrong encoding, and write it in UTF-8",
  ContainsSystemEntity: "Take the document type declaration out",
  UndefinedElement: element,
  UnexpectedAttribute: "Take the attribute out, or look up its name",
  UnexpectedText: "Take out the text between the elements",
  UnexpectedWhitespace: "Take out the white space around the value",
  UndeterminableVocabulary: element,
  UnknownNamespace: declaration,
  ReservedPrefix: declaration,
  NonstdPrefix: declaration,
  AvoidNamespacePrefix: declaration,
  MissingAttribute: "Add the attribute",
  MissingElement: "Add the element",
  DuplicateElement: once,
  NotBlank: "Fill it in, or leave it out",
  ContainsHTML: plain,
  ContainsUndeclaredHTML: `${plain}; or say type="html"`,
  CharacterData: "Write & and < as &#x26; and &#x3C; in plain text, by which readers know that no HTML is meant",
  "RSS Best Practices Profile: character data": "Write & and < as &#x26; and &#x3C; in plain text, without CDATA",
  InvalidFullLink: absolute,
  InvalidUriChar: absolute,
  UriNotIri: absolute,
  InvalidTAG: "Write a tag URI as RFC 4151 has it: tag:example.com,2024:name",
  InvalidUUID: "Write urn:uuid: and a UUID",
  InvalidURN: "Write a URN as RFC 8141 has it",
  SchemeNotIANARegistered: "Use an address of a known scheme, such as https",
  NonCanonicalURI: "Leave the ids of what is published as they are; give new entries ids in canonical spelling (RFC 3986 §6)",
  InvalidURLAttribute: absolute,
  InvalidRFC2822Date: date,
  IncorrectDOW: "Write the right day of the week, or none",
  ProblematicalRFC822Date: date,
  "Broadsheet: one spelling of dates": date,
  InvalidRFC3339Date: date,
  ImplausibleDate: date,
  InvalidLanguage: "Write a language tag of BCP 47, such as en or pt-BR",
  MissingDCLanguage: "Say in which language the feed is: language in RSS, xml:lang in Atom",
  InvalidMIMEType: mediaType,
  InvalidMIMEAttribute: mediaType,
  InvalidContact: person,
  InvalidAddrSpec: "Write an e-mail address, or leave it out",
  EmailFormat: person,
  MissingRealName: person,
  InvalidNonNegativeInteger: count,
  InvalidPositiveInteger: "Write a whole number of 1 or more, or leave it out",
  InvalidIntegerAttribute: count,
  InvalidBooleanAttribute: "Write true or false",
  UseZeroForUnknown: "Write 0 for a length that is not known",
  NotHtml: "Close every tag, use elements of HTML, and escape plain text before it is taken for HTML",
  SecurityRisk: safe,
  SecurityRiskAttr: safe,
  DangerousStyleAttr: "Do without style attributes: readers drop them",
  ContainsRelRef: "Make every address in the content absolute: readers do not know what it is relative to",
  "RSS 2.0": 'Write RSS of version 2.0: <rss version="2.0">',
  MissingTitle: "Give it a title",
  MissingLink: "Link to the site",
  MissingDescription: "Describe the feed in a sentence",
  MissingAtomSelfLink: self,
  MisplacedItem: "Put everything about the feed before its first item",
  ItemMustContainTitleOrDescription: "Give every item a title or a description",
  MissingGuid: "Give every item a guid that never changes",
  DuplicateValue: "Give every item a guid of its own",
  InvalidHttpGUID: 'Say isPermaLink="false" where a guid is no address',
  InvalidPermalink: 'Say isPermaLink="false" where a guid is no web address',
  NotSufficientlyUnique: "Use guids that nobody else can have, such as addresses; leave those of what is published as they are",
  DuplicateSemantics: once,
  DuplicateItemSemantics: once,
  NeedDescriptionBeforeContent: "Put a description before content:encoded",
  DuplicateEnclosure: "Keep to one enclosure an item: many readers show no second",
  ImageUrlFormat: "Use a JPEG, PNG or GIF with that ending",
  ImageTitleDoesntMatch: "Give the image the title of the channel",
  ImageLinkDoesntMatch: "Give the image the link of the channel",
  InvalidWidth: "Make the image no wider than 144, or leave the width out",
  InvalidHeight: "Make the image no higher than 400, or leave the height out",
  MissingItunesElement: podcast,
  MissingItunesEmail: podcast,
  UnsupportedItunesFormat: "Offer what podcast directories take: m4a, mp3, mov, mp4, m4v, pdf or epub",
  InvalidTrueFalse: "Write true or false",
  InvalidDuration: "Write seconds, or hours:minutes:seconds",
  InvalidMediaMedium: "Write image, audio, video, document or executable",
  MediaGroupWithoutAlternatives: "Put at least two media:content into a group, or do without it",
  MissingSelf: self,
  RelativeSelf: self,
  SelfDoesntMatchLocation: self,
  SelfNotAtom: "Give the self link the media type of the feed",
  MissingHref: "Give the link its address",
  AttrNotBlank: "Fill the attribute in, or leave it out",
  AtomLinkNotEmpty: "Put nothing between the tags of a link",
  UnregisteredAtomLinkRel: "Use a relation that is registered at IANA, or a whole address",
  FeedHistoryRelInEntry: "Put links between pages and archives into the feed, not into its entries",
  DuplicateAtomLink: "Keep to one alternate link of a type and language",
  LinkPastEnd: "Link to nothing before the first page or behind the last",
  ArchiveIncomplete: archive,
  MissingCurrentInArchive: archive,
  FeedRelInCompleteFeed: "Take the links to other pages out of a feed that is complete",
  MisplacedMetadata: "Put everything about the feed before its first entry",
  DuplicateEntries: "Give every entry an id of its own",
  DuplicateUpdated: "Give entries different times of their last change, by which readers sort them",
  InvalidTextType: "Write text, html or xhtml",
  MissingXhtmlDiv: "Put XHTML into one div",
  MissingTypeAttr: "Say of which type the content at that address is",
  MissingSummary: "Add a summary, since the content is somewhere else",
  MissingTextualContent: "Give every entry content or a summary",
  MissingContentOrAlternate: "Give every entry content, or a link to its page",
  "RFC 4287 §4.1.2": "Name an author in every entry: several readers show none otherwise",
  "RFC 4287 §4.2.7.2": 'Link to the page that the feed is of, with rel="alternate" type="text/html", and once to the feed itself',
  "RFC 5005 §4": "Let no page link to itself as another one",
  "WebSub §4": "Link to hubs by http or https",
};
