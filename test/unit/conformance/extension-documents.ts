import type { Rule } from "../../../src/conformance/rules/violation.ts";
import { goodRss } from "./rss-documents.ts";

type Owner = "channel" | "item";

const namespaces: Readonly<Record<string, string>> = {
  access: "http://www.bloglines.com/about/specs/fac-1.0",
  ag: "http://purl.org/rss/1.0/modules/aggregation/",
  app: "http://www.w3.org/2007/app",
  cc: "http://web.resource.org/cc/",
  creativeCommons: "http://backend.userland.com/creativeCommonsRssModule",
  dcterms: "http://purl.org/dc/terms/",
  ev: "http://purl.org/rss/1.0/modules/event/",
  feedburner: "http://rssnamespace.org/feedburner/ext/1.0",
  g: "http://base.google.com/ns/1.0",
  geo: "http://www.w3.org/2003/01/geo/wgs84_pos#",
  georss: "http://www.georss.org/georss",
  gml: "http://www.opengis.net/gml",
  slash: "http://purl.org/rss/1.0/modules/slash/",
  sy: "http://purl.org/rss/1.0/modules/syndication/",
  thr: "http://purl.org/syndication/thread/1.0",
  trackback: "http://madskills.com/public/xml/rss/module/trackback/",
  wfw: "http://wellformedweb.org/CommentAPI/",
  xhtml: "http://www.w3.org/1999/xhtml",
};

/** Returns a valid RSS document with further elements. */
export function rssWith(owner: Owner, elements: string): string {
  const declarations = Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const end = owner === "item" ? "</item>" : "<atom:link rel";
  return goodRss
    .replace("<rss", `<rss ${declarations.join(" ")}`)
    .replace("<ttl>", "<lastBuildDate>Wed, 06 Nov 2024 12:00:00 GMT</lastBuildDate><ttl>")
    .replace(end, () => elements + end);
}

export const goodExtensions: readonly (readonly [Owner, string])[] = [
  ["channel", "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>"],
  ["channel", '<xhtml:meta name="robots" content="noindex, nofollow"/>'],
  ["channel", '<feedburner:info uri="example"/><feedburner:browserFriendly>For people</feedburner:browserFriendly>'],
  ["channel", "<g:anything/>"],
  ["item", "<slash:comments>0</slash:comments><wfw:commentRss>https://example.com/c</wfw:commentRss><thr:total>2</thr:total>"],
  ["item", "<georss:where><gml:Point><gml:pos>52.5 13.4</gml:pos></gml:Point></georss:where><georss:point>52.5 -13.4</georss:point>"],
  ["item", "<geo:Point><geo:lat>52.5</geo:lat><geo:long>13.4</geo:long></geo:Point>"],
  ["item", "<georss:line>45.2 -110.4 46.4 -109.4 43.8 -109.8</georss:line><geo:lat>-90</geo:lat><geo:long>180</geo:long>"],
  ["item", "<georss:elev>1</georss:elev><georss:elev>-2.5</georss:elev><georss:floor>1</georss:floor><georss:floor>2</georss:floor>"],
  ["item", "<georss:radius>1</georss:radius><georss:radius>2</georss:radius>"],
  ["item", "<dcterms:created>2024-11</dcterms:created>"],
  ["item", "<ev:startdate>1969-08-15</ev:startdate><ev:enddate>1969-08-18T09:00Z</ev:enddate>"],
  ["item", "<ev:startdate>2030-01-01T20:00</ev:startdate><trackback:ping>https://example.com/t</trackback:ping>"],
  ["item", '<media:rating scheme="urn:mpaa">pg</media:rating><media:hash>dfdec888b72151965a34b4b59031290a</media:hash>'],
  ["item", '<media:restriction relationship="allow" type="country">au us</media:restriction><media:credit role="author">A</media:credit>'],
  [
    "item",
    '<media:content url="https://example.com/v" duration="12.5" bitrate="128" expression="full" isDefault="true" lang="en" channels="2"/>',
  ],
  [
    "item",
    '<media:thumbnail url="https://example.com/a" time="12:05:01.123"/><media:community><media:statistics views="5"/></media:community>',
  ],
];

export const extensionBreaks: readonly (readonly [Rule, Owner, string])[] = [
  ["InvalidUpdatePeriod", "channel", "<sy:updatePeriod>often</sy:updatePeriod>"],
  ["InvalidPositiveInteger", "channel", "<sy:updateFrequency>0</sy:updateFrequency>"],
  ["DuplicateElement", "channel", "<sy:updateFrequency>1</sy:updateFrequency><sy:updateFrequency>1</sy:updateFrequency>"],
  ["UndefinedElement", "channel", "<slash:comments>1</slash:comments>"],
  ["UndefinedElement", "item", "<slash:anything/>"],
  ["UnexpectedAttribute", "item", '<slash:comments number="1">1</slash:comments>'],
  ["InvalidNonNegativeInteger", "item", "<slash:comments>some</slash:comments>"],
  ["InvalidCommaSeparatedIntegers", "item", "<slash:hit_parade>1;2</slash:hit_parade>"],
  ["CommentRSS", "item", "<wfw:commentRSS>https://example.com/c</wfw:commentRSS>"],
  ["InvalidFullLink", "item", "<wfw:commentRss>/c</wfw:commentRss>"],
  ["InvalidMetaName", "channel", '<xhtml:meta name="author" content="noindex"/>'],
  ["InvalidMetaContent", "channel", '<xhtml:meta name="robots" content="go away"/>'],
  ["MisplacedXHTMLContent", "channel", "<xhtml:p>Hello</xhtml:p>"],
  ["DuplicateDescriptionSemantics", "item", "<xhtml:body>Hello</xhtml:body>"],
  ["DuplicateDescriptionSemantics", "item", "<atom:content>Hello</atom:content>"],
  ["UndefinedElement", "item", "<atom:feed/>"],
  ["DuplicateSemantics", "channel", "<cc:license/><creativeCommons:license>https://example.com/</creativeCommons:license>"],
  ["InvalidAccessRestrictionRel", "channel", '<access:restriction relationship="some"/>'],
  ["InvalidW3CDTFDate", "item", "<dcterms:created>2024-11-06T12:00</dcterms:created>"],
  ["InvalidISO8601DateTime", "item", "<ag:timestamp>today</ag:timestamp>"],
  ["InvalidISO8601DateTime", "item", "<ev:startdate>2024-02-30</ev:startdate>"],
  ["NonCanonicalURI", "item", '<thr:in-reply-to ref="HTTP://example.com/"/>'],
  // Places
  ["InvalidLatitude", "item", "<geo:lat>91</geo:lat>"],
  ["InvalidLongitude", "item", "<geo:long>east</geo:long>"],
  ["InvalidFloatUnit", "item", "<geo:alt>high</geo:alt>"],
  ["InvalidFloatUnit", "item", "<georss:elev>12m</georss:elev>"],
  ["MissingElement", "item", "<geo:Point><geo:lat>52.5</geo:lat></geo:Point>"],
  ["InvalidCoord", "item", "<georss:point>52.5</georss:point>"],
  ["InvalidCoord", "item", "<georss:point>47.3769, 8.5417</georss:point>"],
  ["CoordComma", "item", "<georss:point>52.5,13.4</georss:point>"],
  ["InvalidCoordList", "item", "<georss:line>52.5 13.4 52.6</georss:line>"],
  ["InvalidCoordList", "item", "<georss:line>45.256,-110.45 46.46,-109.48</georss:line>"],
  ["InvalidCoordList", "item", "<georss:polygon>1, 2 3, 4</georss:polygon>"],
  ["CoordComma", "item", "<georss:polygon>1,2 3,4</georss:polygon>"],
  ["UndefinedElement", "item", '<media:player url="https://example.com/v"><media:title>A</media:title></media:player>'],
  ["UndefinedElement", "channel", '<feedburner:info uri="example"><uri>example</uri></feedburner:info>'],
  ["InvalidNPTTime", "item", '<media:thumbnail url="https://example.com/a" time="12:5"/>'],
  ["UndefinedElement", "item", "<georss:where><gml:Circle/></georss:where>"],
  ["UnexpectedText", "item", "<georss:where>Berlin<gml:Point><gml:pos>52.5 13.4</gml:pos></gml:Point></georss:where>"],
  ["UnexpectedText", "item", "<georss:where><gml:Point>Berlin<gml:pos>52.5 13.4</gml:pos></gml:Point></georss:where>"],
  ["UnexpectedText", "item", "<geo:Point>Berlin<geo:lat>52.5</geo:lat><geo:long>13.4</geo:long></geo:Point>"],
  ["InvalidInteger", "item", "<georss:floor>top</georss:floor>"],
  // Media
  ["InvalidMediaExpression", "item", '<media:content url="https://example.com/v" expression="half"/>'],
  ["InvalidFloat", "item", '<media:content url="https://example.com/v" duration="long"/>'],
  ["InvalidFloat", "item", '<media:content url="https://example.com/v" duration="00:01:03"/>'],
  ["UnexpectedText", "item", '<media:content url="https://example.com/v">A</media:content>'],
  ["UnexpectedText", "item", '<media:player url="https://example.com/v">A</media:player>'],
  [
    "UnexpectedText",
    "item",
    '<media:group>A<media:content url="https://example.com/v"/><media:content url="https://example.com/w"/></media:group>',
  ],
  ["UndefinedElement", "item", "<media:keywords>a<g:b/></media:keywords>"],
  ["UnexpectedText", "channel", '<xhtml:meta name="robots" content="noindex">A</xhtml:meta>'],
  ["UnexpectedText", "channel", '<feedburner:info uri="example">A</feedburner:info>'],
  ["InvalidTrueFalse", "item", '<media:content url="https://example.com/v" isDefault="yes"/>'],
  ["InvalidLanguage", "item", '<media:content url="https://example.com/v" lang="e"/>'],
  ["InvalidMediaTextType", "item", '<media:description type="text">A</media:description>'],
  ["InvalidMediaRating", "item", "<media:rating>mild</media:rating>"],
  ["InvalidMediaHash", "item", '<media:hash algo="sha-1">dfdec888b72151965a34b4b59031290a</media:hash>'],
  ["InvalidMediaRestriction", "item", '<media:restriction relationship="allow">some</media:restriction>'],
  ["InvalidMediaRestrictionRel", "item", '<media:restriction relationship="some">all</media:restriction>'],
  ["InvalidMediaRestrictionType", "item", '<media:restriction relationship="deny" type="age">18</media:restriction>'],
  ["InvalidCountryCode", "item", '<media:restriction relationship="deny" type="country">xq</media:restriction>'],
  ["InvalidCreditRole", "item", '<media:credit role="Author">A</media:credit>'],
  ["InvalidNPTTime", "item", '<media:thumbnail url="https://example.com/a" time="noon"/>'],
  ["DeprecatedMediaAdult", "item", "<media:adult>false</media:adult>"],
  ["MissingAttribute", "item", "<media:player/>"],
  [
    "DuplicateElement",
    "item",
    '<media:content url="https://example.com/v"><media:title>A</media:title><media:title>B</media:title></media:content>',
  ],
  ["DuplicateElement", "item", "<atom:author><atom:name>A</atom:name></atom:author><atom:author><atom:name>B</atom:name></atom:author>"],
  ["UndefinedElement", "item", "<media:group><media:content/><media:content/><media:anything/></media:group>"],
];
