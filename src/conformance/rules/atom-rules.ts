import type { RuleTable } from "./rule-table.ts";

const self = 'Add <link rel="self"> with the address of the feed';
const archive = "Give an archive document fh:archive, a link to the current feed and a link to the previous or next archive (RFC 5005)";

const atomNamespace = 'Write <feed xmlns="http://www.w3.org/2005/Atom">';

/** The rules of Atom 1.0 and of its links, which RSS uses, too. */
export const atomRules = {
  InvalidNamespace: ["error", atomNamespace],
  ObsoleteNamespace: ["error", `${atomNamespace}, and the elements of Atom 1.0`],
  MissingSelf: ["warning", self],
  RelativeSelf: ["warning", self],
  SelfDoesntMatchLocation: ["warning", self],
  SelfNotAtom: ["warning", "Give the self link the media type of the feed"],
  MissingHref: ["error", "Give the link its address"],
  AtomLinkNotEmpty: ["warning", "Put nothing between the tags of a link"],
  UnregisteredAtomLinkRel: ["warning", "Use a relation that is registered at IANA, or a URL"],
  FeedHistoryRelInEntry: ["warning", "Put links between pages and archives into the feed, not into its entries"],
  DuplicateAtomLink: ["error", "Use one alternate link per type and language"],
  LinkPastEnd: ["error", "Do not link to pages before the first or after the last"],
  ArchiveIncomplete: ["warning", archive],
  MissingCurrentInArchive: ["warning", archive],
  FeedRelInCompleteFeed: ["error", "Remove the links to other pages from a complete feed"],
  MisplacedMetadata: ["error", "Put everything about the feed before its first entry"],
  MissingSourceElement: ["warning", "Give the source the id, the title and the update time of its feed"],
  DuplicateEntries: ["warning", "Give every entry its own id"],
  DuplicateIds: ["error", "Give every entry its own id: readers show one entry only"],
  DuplicateUpdated: ["warning", "Give entries different update times, since readers sort by them"],
  InvalidTextType: ["error", "Write text, html or xhtml"],
  MissingXhtmlDiv: ["error", 'Put XHTML into one <div xmlns="http://www.w3.org/1999/xhtml">'],
  MissingTypeAttr: ["warning", "Declare the media type of the content at that address"],
  MissingSummary: ["error", "Add a summary, since the content is external or not text"],
  MissingTextualContent: ["warning", "Give every entry content or a summary"],
  MissingContentOrAlternate: ["error", "Give every entry content, or a link to its page"],
  "Broadsheet: an author in every entry": ["note", "Name an author in every entry: several readers ignore the feed's author"],
  "Broadsheet: a link to the page": ["note", 'Link to the web page of the feed, with rel="alternate" type="text/html"'],
  "Broadsheet: one self link": ["note", "Link once to the feed itself"],
  "RFC 5005 §4": ["error", "Do not link a page to itself as another page"],
  "WebSub §4": ["error", "Link to hubs by http or https"],
} as const satisfies RuleTable;
