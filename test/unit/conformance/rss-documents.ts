import type { Break } from "./broken-documents.ts";

export const rssUrl = "https://example.com/rss.xml";

export const goodRss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <title>Harbour &#x26; Sea</title>
    <link>https://example.com/</link>
    <description>News from the edge of the sea</description>
    <language>en</language>
    <copyright>© 2024 The Gazette</copyright>
    <managingEditor>desk@example.com (The desk)</managingEditor>
    <pubDate>Wed, 06 Nov 2024 12:00:00 GMT</pubDate>
    <generator>Broadsheet</generator>
    <docs>https://www.rssboard.org/rss-specification</docs>
    <ttl>60</ttl>
    <image><url>https://example.com/icon.png</url><title>Harbour &#x26; Sea</title><link>https://example.com/</link><width>144</width><height>400</height></image>
    <atom:link rel="self" type="application/rss+xml" href="https://example.com/rss.xml"/>
    <atom:link rel="hub" href="https://hub.example.com/"/>
    <item>
      <title>Vec&#x3C;T> &#x26; &#x26;amp; "x" ]]&gt; 🐟</title>
      <link>https://example.com/articles/vec</link>
      <guid isPermaLink="true">https://example.com/articles/vec</guid>
      <pubDate>Wed, 06 Nov 2024 12:00:00 GMT</pubDate>
      <dc:creator>Ada Lovelace</dc:creator>
      <category>R&#x26;D</category>
      <description>Fish &amp;amp; chips &amp;lt; 5</description>
      <content:encoded><![CDATA[<p>Text with a <a href="https://example.com/#top">link</a> and a picture.</p><figure><img src="https://example.com/a.png" alt=""></figure>]]></content:encoded>
      <enclosure url="https://example.com/tea.mp3" length="0" type="audio/mpeg"/>
      <media:content url="https://example.com/a.png" type="image/png" medium="image" fileSize="10"><media:title>A picture</media:title></media:content>
    </item>
    <item>
      <title>مرحبا بالعالم</title>
      <link>https://example.com/articles/hello</link>
      <guid isPermaLink="false">tag:example.com,2024:hello</guid>
      <pubDate>Tue, 05 Nov 2024 12:00:00 GMT</pubDate>
      <author>ada@example.com (Ada)</author>
      <description>&lt;p&gt;Hello&lt;/p&gt;</description>
    </item>
  </channel>
</rss>
`;

const firstGuid = '<guid isPermaLink="true">https://example.com/articles/vec</guid>';
const secondGuid = '<guid isPermaLink="false">tag:example.com,2024:hello</guid>';
const author = "<author>ada@example.com (Ada)</author>";
const enclosure = 'url="https://example.com/tea.mp3" length="0" type="audio/mpeg"';
const self = '<atom:link rel="self" type="application/rss+xml" href="https://example.com/rss.xml"/>';
const hub = '<atom:link rel="hub" href="https://hub.example.com/"/>';
const title = "<title>مرحبا بالعالم</title>";
const textInput = "<textInput><title>A</title><description>B</description><name>q</name><link>https://example.com/</link></textInput>";
const itunes = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';

export const rssBreaks: readonly Break[] = [
  ["RSS 2.0", 'version="2.0"', 'version="0.93"'],
  ["RSS 2.0", ' version="2.0"', ""],
  ["ObsoleteVersion", 'version="2.0"', 'version="0.92"'],
  ["MissingElement", /<channel>[\s\S]*<\/channel>/, ""],
  ["MissingElement", "<url>https://example.com/icon.png</url>", ""],
  ["MissingTitle", /<title>Harbour &#x26; Sea<\/title>(?=<link>)/, ""],
  ["MissingLink", /<link>https:\/\/example.com\/<\/link>(?=<width>)/, ""],
  ["MissingDescription", "<description>News from the edge of the sea</description>", ""],
  ["MissingDCLanguage", "<language>en</language>", ""],
  ["InvalidLanguage", "<language>en</language>", "<language>English language</language>"],
  ["InvalidLanguage", "<language>en</language>", "<language>English</language>"],
  ["MissingAtomSelfLink", self, ""],
  ["SelfDoesntMatchLocation", self, self.replace("rss.xml", "feed.xml")],
  ["SelfDoesntMatchLocation", self, self.replace("https:", "http:")],
  ["RelativeSelf", self, self.replace("https://example.com", "")],
  ["SelfNotAtom", self, self.replace("rss+xml", "xml")],
  ["Broadsheet: one self link", self, self + self],
  ["MissingHref", hub, '<atom:link rel="hub"/>'],
  ["WebSub §4", hub, hub.replace("https://hub.example.com/", "mailto:hub@example.com")],
  ["UnregisteredAtomLinkRel", hub, hub.replace('"hub"', '"hubs"')],
  ["AttrNotBlank", hub, hub.replace("/>", ' title=""/>')],
  ["AtomLinkNotEmpty", hub, hub.replace("/>", ">text</atom:link>")],
  [
    "MisplacedItem",
    /(<ttl>60<\/ttl>)([\s\S]*)(?=<\/channel>)/,
    `<item><title>Early</title><guid>https://example.com/e</guid></item><ttl>60</ttl>${self}`,
  ],
  ["MisplacedItem", /(?=<\/channel>)/, "<category>Late</category>"],
  ["DuplicateElement", "<ttl>60</ttl>", "<ttl>60</ttl><ttl>60</ttl>"],
  ["UndefinedElement", "<ttl>60</ttl>", "<ttl>60</ttl><modified>yes</modified>"],
  ["UndefinedElement", "<ttl>60</ttl>", "<ttl>60</ttl><content:encoded>x</content:encoded>"],
  ["UndefinedElement", title, "<title>A <b>bold</b> title</title>"],
  ["UnexpectedAttribute", "<ttl>60</ttl>", '<ttl unit="minutes">60</ttl>'],
  ["DuplicateElement", /<pubDate>.*(?=\s+<gen)/, "<dc:date>2024-11-06</dc:date><dc:date>2024-11-06</dc:date>"],
  ["UnexpectedText", "<ttl>60</ttl>", "<ttl>60</ttl>minutes"],
  ["UnexpectedText", "<ttl>60</ttl>", "<ttl>60</ttl>\uFEFF"],
  ["InvalidPositiveInteger", "<ttl>60</ttl>", "<ttl>0</ttl>"],
  ["InvalidPositiveInteger", 'fileSize="10"', 'fileSize="-10"'],
  ["InvalidFullLink", "<docs>https://www.rssboard.org/rss-specification</docs>", "<docs>https:specification</docs>"],
  ["InvalidUriChar", "<link>https://example.com/articles/hello</link>", "<link>https://example.com/a b</link>"],
  ["UriNotIri", "<link>https://example.com/articles/hello</link>", "<link>https://example.com/é</link>"],
  ["SchemeNotIANARegistered", "<link>https://example.com/articles/hello</link>", "<link>podcast://example.com/</link>"],
  ["MissingRealName", "desk@example.com (The desk)", "desk@example.com"],
  ["EmailFormat", "desk@example.com (The desk)", "The desk desk@example.com"],
  ["EmailFormat", author, "<author>Bo Ek &lt;bo@example.com&gt;</author>"],
  ["EmailFormat", "desk@example.com (The desk)", "<![CDATA[The desk <desk@example.com>]]>"],
  ["MissingRealName", "desk@example.com (The desk)", "&lt;desk@example.com&gt;"],
  ["InvalidContact", "desk@example.com (The desk)", "The desk"],
  ["InvalidContact", author, "<author>Ada</author>"],
  ["InvalidContact", author, "<author>@ada@social.example</author>"],
  ["InvalidContact", author, "<author>@ada</author>"],
  ["InvalidContact", author, "<author>a@example.com (Ada), b@example.com (Bo)</author>"],
  ["InvalidContact", author, "<author>a b@example.com (Ada)</author>"],
  ["MissingRealName", author, "<author>a@example.com ()</author>"],
  ["ProblematicalRFC822Date", "Tue, 05 Nov 2024", "Mon, 05 Nov 24"],
  ["DuplicateSemantics", "<language>en</language>", "<language>en</language><dc:language>en</dc:language>"],
  ["DuplicateItemSemantics", author, `${author}<dc:creator>Ada</dc:creator>`],
  ["IncorrectDOW", "Tue, 05 Nov 2024", "Wed, 05 Nov 2024"],
  ["IncorrectDOW", "Tue, 05 Nov 2024 12:00:00 GMT", "Wed, 05 Nov 2024 23:00:00 -0500"],
  ["Broadsheet: one spelling of dates", "Tue, 05 Nov 2024", "Tue, 5 Nov 2024"],
  ["Broadsheet: one spelling of dates", "Tue, 05 Nov 2024 12:00:00 GMT", "5 Nov 2024 12:00 UT"],
  [
    "InvalidRFC2822Date",
    "12:00:00 GMT</pubDate>\n      <author",
    `12:00:00 GMT ${"(".repeat(250)}${")".repeat(250)}</pubDate>\n      <author`,
  ],
  ["ProblematicalRFC822Date", "Tue, 05 Nov 2024", "Tue, 05 nov 2024"],
  ["ProblematicalRFC822Date", "Tue, 05 Nov 2024", "Tue, 05  Nov 2024"],
  ["ProblematicalRFC822Date", "Tue, 05 Nov 2024", "Tue,05 Nov 2024"],
  ["ProblematicalRFC822Date", "12:00:00 GMT</pubDate>\n      <author", "12:00:00 GMT (noon)</pubDate>\n      <author"],
  ["ProblematicalRFC822Date", "Tue, 05 Nov 2024", "Tue, 05 Nov 24"],
  ["ProblematicalRFC822Date", "Tue, 05 Nov 2024 12:00:00 GMT", "Tue, 05 Nov 2024 12:00:00 A"],
  ["ProblematicalRFC822Date", "Tue, 05 Nov 2024", "wed, 05 Nov 2024"],
  ...["mar, 5 nov 2024", "Mar, 05 Nov 2024", "lun, 04 Nov 2024", "Xyz, 05 Nov 2024", "Xyz , 05 Nov 24"].map(
    (date): Break => ["InvalidRFC2822Date", "Tue, 05 Nov 2024", date],
  ),
  ["InvalidRFC2822Date", "Tue, 05 Nov 2024", "Sun, 31 Feb 2024"],
  ["InvalidRFC2822Date", "Tue, 05 Nov 2024 12:00:00 GMT", "2024-11-05T12:00:00Z"],
  ["InvalidRFC2822Date", "Tue, 05 Nov 2024 12:00:00 GMT", "Tue, 05 Nov 2024 12:00:00"],
  ["Broadsheet: one spelling of dates", "Tue, 05 Nov 2024 12:00:00 GMT", "Tue, 05 Nov 2024 12:00:00 +0100"],
  ["ImplausibleDate", "Tue, 05 Nov 2024 12:00:00 GMT", "Thu, 07 Nov 2024 00:30:00 -0100"],
  ["ImplausibleDate", "Tue, 05 Nov 2024", "Wed, 05 Nov 2025"],
  ["ImplausibleDate", "Tue, 05 Nov 2024", "Sun, 05 Nov 1989"],
  ["ImplausibleDate", "Tue, 05 Nov 2024", "Mon, 01 Jan 0001"],
  ["ImageUrlFormat", "/icon.png", "/icon.svg"],
  ["ImageTitleDoesntMatch", "<title>Harbour &#x26; Sea</title><link>", "<title>Harbour</title><link>"],
  ["ImageLinkDoesntMatch", "<link>https://example.com/</link><width>", "<link>https://example.com/home</link><width>"],
  ["InvalidWidth", "<width>144</width>", "<width>145</width>"],
  ["InvalidHeight", "<height>400</height>", "<height>none</height>"],
  // Text
  ["NotBlank", title, "<title> </title>"],
  ["NotBlank", secondGuid, '<guid isPermaLink="false"></guid>'],
  ["UndefinedElement", secondGuid, secondGuid.replace("hello", "hello<b>x</b>")],
  ["NotBlank", "R&#x26;D", ""],
  ["ContainsHTML", title, "<title>A &#x3C;b>bold&#x3C;/b> title</title>"],
  ["ContainsHTML", 'rel="hub"', 'rel="hub" title="&lt;b>bold&lt;/b>"'],
  ["Broadsheet: character data", title, "<title>AT&amp;T &#x26; sons</title>"],
  ["Broadsheet: character data", title, "<title><![CDATA[A title]]></title>"],
  ["Broadsheet: character data", title, "<title>Five &#60; six</title>"],
  ["CharacterData", "<media:title>A picture</media:title>", "<media:title>a &lt;b</media:title>"],
  ["ContainsUndeclaredHTML", "<media:title>A picture</media:title>", "<media:title>A &amp;amp; B</media:title>"],
  ["BadCharacters", title, "<title>\u0092</title>"],
  ["BadCharacters", "Hello", "\uFFFD"],
  ["BadCharacters", title, "<title>&#x92;</title>"],
  ["BadCharacters", title, "<title>cafÃ©</title>"],
  ["BadCharacters", "<category>R&#x26;D", '<category domain="&#x92;">R&#x26;D'],
  // The document
  ["SAXError", "</title>", "</titel>"],
  ["SAXError", "Hello", "&nbsp;"],
  ["SAXError", "Hello", "\u0008"],
  ["SAXError", "Hello", "\uFFFF"],
  ["SAXError", "Hello", "&#xB;"],
  ["SAXError", ' xmlns:dc="http://purl.org/dc/elements/1.1/"', ""],
  ["WPBlankLine", "<?xml", "\n<?xml"],
  ["WPBlankLine", "<?xml", "\uFEFF<?xml"],
  ["MissingEncoding", ' encoding="utf-8"', ""],
  ["ObscureEncoding", 'encoding="utf-8"', 'encoding="utf8"'],
  ["MissingEncoding", '<?xml version="1.0" encoding="utf-8"?>\n', ""],
  ["ContainsSystemEntity", "<rss", '<!DOCTYPE rss SYSTEM "rss.dtd"><rss'],
  ["ReservedPrefix", "<rss", '<rss xmlns:fh="http://purl.org/syndication/history"'],
  ["NonstdPrefix", "<rss", '<rss xmlns:history="http://purl.org/syndication/history/1.0"'],
  ["UnknownNamespace", "<rss", '<rss xmlns:x="https://example.com/ns"'],
  ["ValidatorLimit", "Hello", "a".repeat(5_000_000)],
  ["BadXmlVersion", 'version="1.0"', 'version="1.1"'],
  ["MediaRssNamespace", 'xmlns:media="http://search.yahoo.com/mrss/"', 'xmlns:media="http://search.yahoo.com/mrss"'],
  ["AvoidNamespacePrefix", "<rss", '<rss xmlns:a10="http://www.w3.org/2005/Atom"'],
  // Times and forms
  ["AvoidTextInput", "<ttl>", `${textInput}<ttl>`],
  ["InvalidHour", "<ttl>", "<skipHours><hour>25</hour></skipHours><ttl>"],
  ["UseZeroForMidnight", "<ttl>", "<skipHours><hour>24</hour></skipHours><ttl>"],
  ["DuplicateValue", "<ttl>", "<skipHours><hour>1</hour><hour>1</hour></skipHours><ttl>"],
  ["MissingElement", "<ttl>", "<skipHours></skipHours><ttl>"],
  ["InvalidDay", "<ttl>", "<skipDays><day>Sun</day></skipDays><ttl>"],
  ["MissingAttribute", "<ttl>", '<cloud domain="example.com" port="80" path="/" protocol="soap"/><ttl>'],
  ["InvalidIntegerAttribute", "<ttl>", '<cloud domain="example.com" port="-80" path="/" registerProcedure="" protocol="soap"/><ttl>'],
  ["SlashDate", "</item>", '<slash:comments xmlns:slash="http://purl.org/rss/1.0/modules/slash/">1</slash:comments></item>'],
  // Items
  ["ItemMustContainTitleOrDescription", /<title>م[\s\S]*<description>&lt;p&gt;Hello&lt;\/p&gt;<\/description>/, secondGuid],
  ["MissingGuid", secondGuid, ""],
  ["DuplicateValue", secondGuid, '<guid isPermaLink="false">https://example.com/articles/vec</guid>'],
  ["InvalidBooleanAttribute", 'isPermaLink="false"', 'isPermaLink="no"'],
  ["InvalidHttpGUID", firstGuid, "<guid>vec</guid>"],
  ["InvalidHttpGUID", firstGuid, '<guid isPermaLink="true">/articles/vec</guid>'],
  ["InvalidPermalink", 'isPermaLink="false"', 'isPermaLink="true"'],
  ["UriNotIri", firstGuid, "<guid>https://bücher.example/ü</guid>"],
  ["NotSufficientlyUnique", secondGuid, '<guid isPermaLink="false">42</guid>'],
  ["NeedDescriptionBeforeContent", "<description>Fish &amp;amp; chips &amp;lt; 5</description>", ""],
  ["NeedDescriptionBeforeContent", "<author>", "<content:encoded>Hello</content:encoded><author>"],
  ["UndefinedElement", "Hello", "<b>Hello</b>"],
  ["UnexpectedText", `<enclosure ${enclosure}/>`, `<enclosure ${enclosure}>https://example.com/tea.mp3</enclosure>`],
  [
    "UnexpectedText",
    "<ttl>",
    '<cloud domain="example.com" port="80" path="/" registerProcedure="" protocol="soap">example.com</cloud><ttl>',
  ],
  ["DuplicateEnclosure", "<media:content", `<enclosure ${enclosure}/><media:content`],
  ["MissingAttribute", enclosure, enclosure.replace('length="0" ', "")],
  ["MissingAttribute", "<media:content", "<media:thumbnail/><media:content"],
  ["InvalidIntegerAttribute", 'length="0"', 'length="1.5"'],
  ["InvalidNonNegativeInteger", 'length="0"', 'length="-5"'],
  ["UseZeroForUnknown", 'length="0"', 'length="-1"'],
  ["InvalidMIMEAttribute", 'type="audio/mpeg"', 'type="mp3"'],
  ["InvalidURLAttribute", 'url="https://example.com/tea.mp3"', 'url="/tea.mp3"'],
  ["InvalidMediaMedium", 'medium="image"', 'medium="picture"'],
  ["MediaGroupWithoutAlternatives", "<media:content", "<media:group/><media:content"],
  ["NotHtml", "Fish &amp;amp; chips &amp;lt; 5", "Fish &amp; chips &lt; 5"],
  ["InvalidRFC3339Date", "<media:content", "<atom:updated>2024-11-06</atom:updated><media:content"],
  ["InvalidW3CDTFDate", "<pubDate>Wed, 06 Nov 2024 12:00:00 GMT</pubDate>\n    <generator>", "<dc:date>yesterday</dc:date><generator>"],
  // A podcast by accident
  [
    "MissingItunesElement",
    "<ttl>",
    `<itunes:owner ${itunes}><itunes:email>a@example.com</itunes:email></itunes:owner><itunes:category ${itunes} text="Music"/><itunes:image ${itunes} href="https://example.com/a.png"/><ttl>`,
  ],
  [
    "MissingItunesEmail",
    "<ttl>",
    `<itunes:explicit ${itunes}>false</itunes:explicit><itunes:category ${itunes} text="Music"/><itunes:image ${itunes} href="https://example.com/a.png"/><ttl>`,
  ],
  [
    "InvalidTrueFalse",
    "<ttl>",
    `<itunes:owner ${itunes}><itunes:email>a@example.com</itunes:email></itunes:owner><itunes:explicit ${itunes}>no</itunes:explicit><itunes:category ${itunes} text="Music"/><itunes:image ${itunes} href="https://example.com/a.png"/><ttl>`,
  ],
];

/** A good podcast, and what breaks it. */
export const goodPodcast = goodRss
  .replace("<rss", `<rss ${itunes}`)
  .replace(
    "<ttl>",
    '<itunes:owner><itunes:email>a@example.com</itunes:email></itunes:owner><itunes:explicit>false</itunes:explicit><itunes:category text="Music"/><itunes:image href="https://example.com/a.png"/><ttl>',
  )
  .replace("<enclosure", "<itunes:duration>1:02:03</itunes:duration><enclosure");

export const podcastBreaks: readonly Break[] = [
  ["InvalidDuration", "1:02:03", "an hour"],
  ["UnexpectedText", 'href="https://example.com/a.png"/>', 'href="https://example.com/a.png">https://example.com/a.png</itunes:image>'],
  ["UnsupportedItunesFormat", "tea.mp3", "tea.ogg"],
  ["MissingItunesElement", '<itunes:image href="https://example.com/a.png"/>', ""],
  ["InvalidItunesCategory", 'text="Music"', 'text="Musik"'],
  ["InvalidItunesCategory", 'text="Music"/>', 'text="Music"><itunes:category text="Cycling"/></itunes:category>'],
  ["ObsoleteItunesCategory", 'text="Music"', 'text="Public Radio"'],
  ["MissingAttribute", ' text="Music"', ""],
  ["InvalidItunesChannelType", "<ttl>", "<itunes:type>foo</itunes:type><ttl>"],
  ["InvalidItunesEpisodeType", "<enclosure", "<itunes:episodeType>teaser</itunes:episodeType><enclosure"],
  ["InvalidPositiveInteger", "<enclosure", "<itunes:episode>0</itunes:episode><enclosure"],
  ["InvalidYesNoClean", "<ttl>", "<itunes:block>maybe</itunes:block><ttl>"],
  ["InvalidKeywords", "<ttl>", "<itunes:keywords>tea and coffee</itunes:keywords><ttl>"],
  ["UndefinedElement", "<ttl>", "<itunes:summary><p>Tea</p></itunes:summary><ttl>"],
  ["UndefinedElement", "<ttl>", "<itunes:subtitle>Hot <b>tea</b></itunes:subtitle><ttl>"],
  ["TooLong", "<ttl>", `<itunes:subtitle>${"a".repeat(256)}</itunes:subtitle><ttl>`],
  ["DuplicateElement", "<ttl>", "<itunes:author>A</itunes:author><itunes:author>B</itunes:author><ttl>"],
  ["InvalidContact", "a@example.com", "a at example.com"],
  ["DuplicateElement", "</itunes:email>", "</itunes:email><itunes:email>b@example.com</itunes:email>"],
  ["UndefinedElement", "</itunes:email>", "</itunes:email><itunes:phone>1</itunes:phone>"],
  ["TooLong", "</itunes:email>", `</itunes:email><itunes:name>${"a".repeat(256)}</itunes:name>`],
  ["UndefinedElement", 'href="https://example.com/a.png"/>', 'href="https://example.com/a.png"><url>a.png</url></itunes:image>'],
  [
    "UndefinedElement",
    'text="Music"/>',
    'text="Arts"><itunes:category text="Food"><itunes:category text="Tea"/></itunes:category></itunes:category>',
  ],
  ["MissingAttribute", ' text="Music"/>', '><itunes:category text="Food"/></itunes:category>'],
  ["MissingItunesEmail", "<itunes:email>a@example.com</itunes:email>", "<itunes:name>A</itunes:name>"],
  ["InvalidURLAttribute", 'href="https://example.com/a.png"', 'href="a.png"'],
];

/** Mistakes that always break another rule, too. */
export const furtherBreaks: readonly Break[] = [
  ["InvalidTrueFalse", "<ttl>", "<media:adult>no</media:adult><ttl>"],
  ["Broadsheet: UTF-8", "utf-8", "iso-8859-1"],
  ["NonstdEncoding", 'encoding="utf-8"', 'encoding="ISO-8859-1"'],
  ["ObscureEncoding", 'encoding="utf-8"', "encoding='latin1'"],
  ["UnknownEncoding", 'encoding="utf-8"', 'encoding="unicode"'],
  ["UnknownEncoding", 'encoding="utf-8"', 'encoding="x-sjis"'],
  ["InvalidFormComponentName", "<ttl>", `${textInput.replace("<name>q", "<name>1")}<ttl>`],
  ["NotEnoughHoursInTheDay", "<ttl>", `<skipHours>${"<hour>1</hour>".repeat(25)}</skipHours><ttl>`],
  [
    "DeprecatedDTD",
    "<rss",
    '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss',
  ],
  ["MissingAttribute", "</item>", "<source>The Gazette</source></item>"],
  ["EightDaysAWeek", "<ttl>", `<skipDays>${"<day>Sunday</day>".repeat(8)}</skipDays><ttl>`],
];
