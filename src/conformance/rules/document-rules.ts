import type { RuleTable } from "./rule-table.ts";

const element = "Remove it, or check its name and its position";
const declareUtf8 = 'Begin with <?xml version="1.0" encoding="utf-8"?>, and write everything in UTF-8';
const declaration = "Declare the namespaces as specified, with their usual prefixes";
const plain = "Write plain text: no tags, and every character escaped once";

/** The rules of every XML document: its characters, namespaces, elements and text. */
export const documentRules = {
  ValidatorLimit: ["error", "Put fewer entries into the feed"],
  WPBlankLine: ["error", "Remove everything before the XML declaration: blank lines and the byte order mark"],
  MissingEncoding: ["note", declareUtf8],
  NonstdEncoding: ["note", "Write it in UTF-8: XML parsers need not support other encodings"],
  ObscureEncoding: ["warning", `${declareUtf8}: some parsers do not know this name`],
  UnknownEncoding: ["error", `${declareUtf8}: most parsers do not know this name`],

  SAXError: ["error", "Make it well-formed XML"],
  BadXmlVersion: ["error", 'Write version="1.0" in the XML declaration'],
  BadCharacters: ["warning", "Find the text that was decoded with the wrong encoding, and write it again"],
  ContainsSystemEntity: ["note", "Remove the document type declaration, and write characters instead of the entities that it defines"],
  UndefinedElement: ["error", element],
  UnexpectedAttribute: ["error", "Remove the attribute, or check its name"],
  UnexpectedText: ["error", "Remove the text between the elements"],
  UnexpectedWhitespace: ["error", "Remove the white space around the value"],
  UndeterminableVocabulary: ["warning", 'Write it with the prefix of the feed and without xmlns="", or remove it'],
  MissingNamespace: [
    "error",
    'Declare the namespace: xmlns="http://www.w3.org/2005/Atom" in a feed of Atom, xmlns="http://www.w3.org/1999/xhtml" in XHTML',
  ],
  MisplacedXHTMLContent: ["warning", "Move the XHTML into the content of an entry"],
  UnknownNamespace: ["warning", "Check its spelling, and keep it if it is one of your own: readers ignore elements that they do not know"],
  ReservedPrefix: ["warning", declaration],
  NonstdPrefix: ["note", declaration],
  AvoidNamespacePrefix: [
    "warning",
    "Declare the namespace without a prefix, in the element that needs it: some readers do not support prefixes",
  ],
  MissingAttribute: ["error", "Add the attribute"],
  MissingElement: ["error", "Add the element"],
  DuplicateElement: ["error", "Write it once"],
  NotBlank: ["warning", "Fill it in, or omit it"],
  AttrNotBlank: ["warning", "Fill in the attribute, or omit it"],
  ContainsHTML: ["warning", plain],
  ContainsUndeclaredHTML: ["warning", `${plain}; or write type="html"`],
  CharacterData: ["warning", "Write & and < as &#x26; and &#x3C; in plain text, without CDATA, which shows readers that it is not HTML"],
  "RFC 8259 §4": ["warning", "Write each key once: readers use one of the values, and drop the other"],
  "Broadsheet: UTF-8": ["note", "Write everything in UTF-8, and declare it"],
  "Broadsheet: character data": ["note", "Write & and < as &#x26; and &#x3C; in plain text, without CDATA"],
} as const satisfies RuleTable;
