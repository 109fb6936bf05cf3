import type { RuleTable } from "./rule-table.ts";

const once = "Write it once, in one of the forms";

/** The rules of RSS 2.0. */
export const rssRules = {
  "RSS 2.0": ["error", 'Write RSS of version 2.0: <rss version="2.0">'],
  ObsoleteVersion: ["note", 'Upgrade to RSS 2.0: <rss version="2.0">'],
  DeprecatedDTD: [
    "error",
    "Remove the document type declaration, and write characters instead of its entities: Netscape no longer offers the DTD",
  ],
  MissingTitle: ["error", "Give it a title"],
  MissingLink: ["error", "Link to the site"],
  MissingDescription: ["error", "Describe the feed in a sentence"],
  MissingAtomSelfLink: ["warning", 'Add <atom:link rel="self"> with the address of the feed'],
  MisplacedItem: ["warning", "Put everything about the feed before its first item"],
  ItemMustContainTitleOrDescription: ["error", "Give every item a title or a description"],
  MissingGuid: ["warning", "Give every item a guid that never changes"],
  DuplicateValue: ["error", "Write each value once"],
  InvalidHttpGUID: ["error", 'Write isPermaLink="false" if the guid is not a URL'],
  InvalidPermalink: ["error", 'Write isPermaLink="false" if the guid is not a web address'],
  NotSufficientlyUnique: ["warning", "Use globally unique guids, such as URLs; keep the guids of published items"],
  DuplicateSemantics: ["warning", once],
  DuplicateItemSemantics: ["warning", once],
  DuplicateDescriptionSemantics: ["warning", once],
  NeedDescriptionBeforeContent: ["warning", "Put the description before content:encoded, or add one there"],
  DuplicateEnclosure: ["warning", "Use one enclosure per item: many readers ignore others"],
  ImageUrlFormat: ["warning", "Use a JPEG, PNG or GIF with that ending"],
  ImageTitleDoesntMatch: ["warning", "Give the image the title of the channel"],
  ImageLinkDoesntMatch: ["warning", "Give the image the link of the channel"],
  InvalidWidth: ["error", "Make the image at most 144 wide, or omit the width"],
  InvalidHeight: ["error", "Make the image at most 400 high, or omit the height"],
  AvoidTextInput: ["warning", "Remove textInput: readers ignore it"],
  InvalidFormComponentName: ["error", "Write a name that begins with a letter"],
  InvalidDay: ["error", "Write the English name of a day, such as Monday"],
  EightDaysAWeek: ["error", "List each day once"],
  InvalidHour: ["error", "Write an hour from 0 to 23"],
  NotEnoughHoursInTheDay: ["error", "List each hour once"],
  UseZeroForMidnight: ["warning", "Write 0 for midnight"],
  SlashDate: ["warning", "Add lastBuildDate to the channel: it shows readers when a number of comments was counted"],
} as const satisfies RuleTable;
