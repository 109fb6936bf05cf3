import type { Break } from "./broken-documents.ts";

export const atomUrl = "https://example.com/atom.xml";

export const goodAtom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en">
  <id>https://example.com/</id>
  <title>Harbour &amp; Sea</title>
  <subtitle>News from the edge of the sea</subtitle>
  <updated>2024-11-06T12:00:00Z</updated>
  <author><name>The desk</name><uri>https://example.com/desk</uri><email>desk@example.com</email></author>
  <category term="sea" scheme="https://example.com/categories/" label="The sea"/>
  <generator uri="https://example.com/generator" version="1">Broadsheet</generator>
  <icon>https://example.com/favicon.png</icon>
  <logo>https://example.com/logo.png</logo>
  <rights>© 2024 The Gazette</rights>
  <link rel="self" type="application/atom+xml" href="https://example.com/atom.xml"/>
  <link rel="alternate" type="text/html" href="https://example.com/"/>
  <entry>
    <id>https://example.com/articles/vec</id>
    <title>Vec&#x3C;T> &#x26; &#x26;amp; "x" ]]&gt; 🐟</title>
    <link href="https://example.com/articles/vec" type="text/html"/>
    <link rel="enclosure" type="audio/mpeg" length="12" href="https://example.com/tea.mp3"/>
    <published>2024-11-05T12:00:00Z</published>
    <updated>2024-11-06T12:00:00+01:00</updated>
    <author><name>Ada Lovelace</name></author>
    <summary type="html">Fish &amp;amp; chips &amp;lt; 5</summary>
    <content type="html">&lt;p&gt;Text with a &lt;a href="https://example.com/#top"&gt;link&lt;/a&gt;&lt;/p&gt;</content>
  </entry>
  <entry>
    <id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id>
    <title type="html">مرحبا بالعالم</title>
    <link rel="alternate" type="text/html" href="https://example.com/articles/hello"/>
    <updated>2024-11-05T12:00:00.5Z</updated>
    <author><name>Charles Babbage</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hello</p></div></content>
  </entry>
</feed>
`;

const feedId = "<id>https://example.com/</id>";
const entryId = "<id>https://example.com/articles/vec</id>";
const uuid = "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6";
const self = '<link rel="self" type="application/atom+xml" href="https://example.com/atom.xml"/>';
const page = '<link rel="alternate" type="text/html" href="https://example.com/articles/hello"/>';
const source = "<source><id>https://example.org/</id><title>Elsewhere</title><updated>2024-11-05T12:00:00Z</updated></source>";
const tenEntries = Array.from(
  { length: 10 },
  (_, minute) =>
    `<entry>${entryId}<title>A</title><updated>2024-11-05T12:0${minute}:00Z</updated><author><name>A</name></author><content>A</content></entry>`,
).join("");
const thread = '<link xmlns:thr="http://purl.org/syndication/thread/1.0" rel="replies" href="https://example.com/c"';
const archive = (...relations: readonly string[]) =>
  ["<fh:archive/>", self, ...relations.map((relation) => `<link rel="${relation}" href="https://example.com/${relation}"/>`)].join("");

export const atomBreaks: readonly Break[] = [
  ["MissingElement", feedId, ""],
  ["MissingElement", "<updated>2024-11-06T12:00:00Z</updated>", ""],
  ["MissingElement", "<title>Harbour &amp; Sea</title>", ""],
  ["MissingElement", entryId, ""],
  ["MissingElement", "<updated>2024-11-05T12:00:00.5Z</updated>", ""],
  ["MissingElement", "<name>Ada Lovelace</name>", ""],
  ["DuplicateElement", feedId, feedId + feedId],
  ["UnexpectedAttribute", "<name>Ada Lovelace", '<name url="https://example.com/ada">Ada Lovelace'],
  ["UnexpectedAttribute", "<uri>", '<uri title="The desk">'],
  ["UnexpectedAttribute", "<email>", '<email type="work">'],
  ["UndefinedElement", feedId, `${feedId}<pubDate>now</pubDate>`],
  ["UndefinedElement", "News from the edge of the sea", "News <b>from</b> the sea"],
  ["UndeterminableVocabulary", feedId, `${feedId}<x xmlns=""/>`],
  ["AvoidNamespacePrefix", "<feed", '<feed xmlns:atom="http://www.w3.org/2005/Atom"'],
  ["UnexpectedAttribute", "<id>h", '<id type="text">h'],
  ["UnexpectedText", feedId, `${feedId}text`],
  ["UnexpectedWhitespace", feedId, "<id> https://example.com/</id>"],
  ["MissingDCLanguage", ' xml:lang="en"', ""],
  ["InvalidLanguage", 'xml:lang="en"', 'xml:lang="e"'],
  ["MisplacedMetadata", "</feed>", '<category term="late"/></feed>'],
  // Links
  ["MissingSelf", self, ""],
  ["SelfDoesntMatchLocation", self, self.replace("atom.xml", "feed.xml")],
  ["RelativeSelf", self, self.replace("https://example.com", "")],
  ["SelfNotAtom", self, self.replace("atom+xml", "xml")],
  ["Broadsheet: a link to the page", '<link rel="alternate" type="text/html" href="https://example.com/"/>', ""],
  ["DuplicateAtomLink", page, page + page],
  ["FeedHistoryRelInEntry", page, page.replace("alternate", "next")],
  ["InvalidMIMEType", 'type="audio/mpeg"', 'type="mp3"'],
  ["InvalidNonNegativeInteger", 'length="12"', 'length="12 kB"'],
  ["InvalidLanguage", 'length="12"', 'hreflang="e"'],
  ["AttrNotBlank", 'rel="enclosure"', 'rel="enclosure" title=""'],
  ["InvalidFullLink", feedId, "<id>/home</id>"],
  ["InvalidUriChar", 'href="https://example.com/tea.mp3"', 'href="iced tea.mp3"'],
  ["InvalidIRI", 'href="https://example.com/tea.mp3"', 'href="https:/tea.mp3"'],
  ["SameDocumentReference", 'href="https://example.com/tea.mp3"', 'xml:base="https://example.com/b" href=""'],
  ["SameDocumentReference", 'href="https://example.com/tea.mp3"', 'xml:base="https://example.com/b" href="https://example.com/b"'],
  ["SameDocumentReference", 'href="https://example.com/tea.mp3"', 'xml:base="https://example.com/b" href="https://EXAMPLE.com/b#c"'],
  ["NoThrWhen", page, `${thread} thr:when="2024-11-05T12:00:00Z"/>${page}`],
  ["UnexpectedAttribute", page, `${thread.replace("replies", "related")} thr:count="1"/>${page}`],
  ["InvalidNonNegativeInteger", page, `${thread} thr:count="some"/>${page}`],
  ["ArchiveIncomplete", self, archive("current")],
  ["MissingCurrentInArchive", self, archive("prev-archive")],
  ["LinkPastEnd", self, `${self}<link rel="first" href="${atomUrl}"/><link rel="previous" href="https://example.com/2"/>`],
  ["LinkPastEnd", self, `${self}<link rel="last" href="${atomUrl}"/><link rel="next" href="https://example.com/2"/>`],
  ["FeedRelInCompleteFeed", self, `<fh:complete/>${self}<link rel="next" href="https://example.com/2"/>`],
  ["RFC 5005 §4", self, `${self}<link rel="prev-archive" href="${atomUrl}"/>`],
  // Ids and dates
  ["NonCanonicalURI", feedId, "<id>https://EXAMPLE.com/</id>"],
  ["NonCanonicalURI", feedId, "<id>https://example.com</id>"],
  ["NonCanonicalURI", feedId, "<id>https://example.com:443/</id>"],
  ["NonCanonicalURI", feedId, "<id>https://example.com/%c3%a9</id>"],
  ["NonCanonicalURI", feedId, "<id>https://example.com/%7Ea</id>"],
  ["NonCanonicalURI", feedId, "<id>https://example.com/a/../b</id>"],
  ["InvalidTAG", feedId, "<id>tag:example.com:sea</id>"],
  ["InvalidUUID", uuid, "urn:uuid:60a76c80"],
  ["InvalidURN", uuid, "urn:u"],
  ["UriNotIri", feedId, "<id>https://example.com/é</id>"],
  ["DuplicateEntries", uuid, "https://example.com/articles/vec"],
  ["DuplicateIds", /<entry>[\s\S]*<\/entry>/, tenEntries],
  ["DuplicateUpdated", "2024-11-05T12:00:00.5Z", "2024-11-06T12:00:00+01:00"],
  ["InvalidRFC3339Date", "2024-11-05T12:00:00.5Z", "2024-11-05"],
  ["InvalidRFC3339Date", "2024-11-05T12:00:00.5Z", "2024-11-05T12:00:00"],
  ["InvalidRFC3339Date", "2024-11-05T12:00:00.5Z", "2023-02-29T12:00:00Z"],
  ["ImplausibleDate", "2024-11-05T12:00:00.5Z", "2025-11-05T12:00:00Z"],
  ["ImplausibleDate", "2024-11-05T12:00:00.5Z", "0001-01-01T00:00:00Z"],
  // Text
  ["NotBlank", "<title>Harbour &amp; Sea</title>", "<title></title>"],
  ["NotBlank", "<name>Ada Lovelace</name>", "<name/>"],
  ["NotBlank", "<name>Ada Lovelace</name>", "<name> </name>"],
  ["NotBlank", "Fish &amp;amp; chips &amp;lt; 5", "<![CDATA[]]>"],
  ["InvalidTextType", '<title type="html">', '<title type="markdown">'],
  ["ContainsUndeclaredHTML", "Harbour &amp; Sea", "&lt;b>Harbour&lt;/b> Sea"],
  ["ContainsUndeclaredHTML", "Harbour &amp; Sea", "Harbour &amp;amp; Sea"],
  ["ContainsHTML", "Ada Lovelace", "Ada &amp;amp; Lovelace"],
  ["ContainsHTML", 'label="The sea"', 'label="The &amp;amp; sea"'],
  ["NotHtml", "Fish &amp;amp; chips &amp;lt; 5", "Fish &amp; chips &lt; 5"],
  ["BadCharacters", "Hello", "\u0085"],
  ["MissingXhtmlDiv", '<div xmlns="http://www.w3.org/1999/xhtml"><p>Hello</p></div>', "Hello"],
  ["NotHtml", "<p>Hello</p>", "<para>Hello</para>"],
  ["SecurityRisk", "<p>Hello</p>", "<script/>"],
  ["SecurityRiskAttr", "<p>Hello</p>", '<p onclick="x()">Hello</p>'],
  ["DangerousStyleAttr", "<p>Hello</p>", '<p style="position: fixed">Hello</p>'],
  ["Broadsheet: absolute addresses", 'href="https://example.com/#top"', 'href="#top"'],
  ["NotInline", "<p>Hello</p>", "&lt;p>Hello&lt;/p>"],
  ["HtmlFragment", '<content type="html">', '<content type="text/html">'],
  ["HtmlFragment", '<content type="xhtml">', '<content type="application/xhtml+xml">'],
  ["NotBase64", /<content type="html">/, '<content type="image/png">'],
  ["MissingSummary", /<content type="xhtml">[\s\S]*<\/content>/, '<content type="image/png">aGVsbG8=</content>'],
  ["MissingNamespace", "<p>Hello</p>", '<p xmlns="">Hello</p>'],
  ["UndefinedElement", "<p>Hello</p>", '<edited xmlns="http://www.w3.org/2007/app"/>'],
  ["SecurityRisk", "<p>Hello</p>", '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>'],
  ["SecurityRiskAttr", "<p>Hello</p>", '<math xmlns="http://www.w3.org/1998/Math/MathML" onclick="x()"/>'],
  ["UnexpectedText", '<content type="html">', '<content type="text/html" src="https://example.com/a">'],
  // Entries
  ["MissingSourceElement", page, `<source><id>https://example.org/</id><title>Elsewhere</title></source>${page}`],
  [
    "DuplicateElement",
    page,
    `${source.replace("<id>", "<icon>https://example.org/i</icon><icon>https://example.org/i</icon><id>")}${page}`,
  ],
  ["InvalidRFC3339Date", page, `${source.replace("2024-11-05T", "")}${page}`],
  ["Broadsheet: an author in every entry", "<author><name>Ada Lovelace</name></author>", ""],
  [
    "MissingElement",
    /<author><name>[\s\S]*?<\/author>(?=[\s\S]*<author><name>Ada)|(?<=12:00:00\.5Z<\/updated>\n {4})<author>.*<\/author>/g,
    "",
  ],
  ["ContainsEmail", "<name>Ada Lovelace", "<name>Ada &lt;ada@example.com>"],
  ["InvalidAddrSpec", "desk@example.com", "desk"],
  ["MissingAttribute", 'term="sea" ', ""],
  ["NotBlank", 'term="sea"', 'term=""'],
  ["MissingTextualContent", /<content type="xhtml">[\s\S]*<\/content>/, ""],
  [
    "MissingContentOrAlternate",
    /<link rel="alternate" type="text\/html" href="[^"]*hello"\/>([\s\S]*)<content type="xhtml">[\s\S]*<\/content>/,
    "<updated>2024-11-05T12:00:00Z</updated><author><name>A</name></author><summary>x</summary>",
  ],
  ["MissingSummary", /<content type="xhtml">[\s\S]*<\/content>/, '<content type="text/html" src="https://example.com/articles/hello"/>'],
  ["MissingTypeAttr", /<content type="html">[\s\S]*?<\/content>/, '<content src="https://example.com/articles/hello"/>'],
  ["InvalidMIMEType", /<content type="html">/, '<content type="markup">'],
];

/** Documents with other faults, too. */
export const furtherAtomBreaks: readonly Break[] = [
  ["AttrNotBlank", 'rel="enclosure"', 'rel=""'],
  ["UnregisteredAtomLinkRel", 'rel="enclosure"', 'rel=""'],
  ["MissingNamespace", 'xmlns="http://www.w3.org/2005/Atom" ', ""],
  ["ObsoleteNamespace", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"],
  ["InvalidNamespace", "http://www.w3.org/2005/Atom", "https://www.w3.org/2005/atom"],
];
