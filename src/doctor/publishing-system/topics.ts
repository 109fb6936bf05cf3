/** A subject of advice, which several checks share. */
export type Topic =
  /** The address of the site and of the feed. */
  | "address"
  /** Names and e-mail addresses. */
  | "author"
  | "date"
  /** The identifiers of items in RSS. */
  | "guid"
  /** The headers of the response except its media type, and the behaviour of the server. */
  | "headers"
  | "language"
  /** The number of entries. */
  | "length"
  /** Addresses in the content. */
  | "links"
  /** The header Content-Type. */
  | "media type"
  /** The title and the description of the site. */
  | "title"
  /** Everything else in the document that is not the text of the author. */
  | "template";

const checks: Readonly<Record<Exclude<Topic, "template">, readonly string[]>> = {
  address: ["self link", "private links", "InvalidFullLink", "JSON Feed 1.1 feed_url", "JSON Feed 1.1 home_page_url"],
  author: ["RFC 4287 §4.1.2", "InvalidContact", "InvalidAddrSpec", "EmailFormat", "MissingRealName", "JSON Feed 1.1 authors"],
  date: ["dates", "InvalidRFC2822Date", "ProblematicalRFC822Date", "InvalidRFC3339Date", "JSON Feed 1.1 date_published"],
  guid: ["InvalidHttpGUID", "InvalidPermalink"],
  headers: [
    ...["nosniff", "CORS", "cookies", "validators", "If-None-Match", "If-Modified-Since", "both of them", "HEAD"],
    ...["compression", "freshness", "query", "two fetches", "agents"],
  ],
  language: ["MissingDCLanguage", "InvalidLanguage", "JSON Feed 1.1 language"],
  length: ["size"],
  links: ["ContainsRelRef"],
  "media type": ["content type"],
  title: ["MissingTitle", "MissingDescription", "JSON Feed 1.1 title", "JSON Feed 1.1 description"],
};

// Rules about the text of the author: no template is wrong.
const contentRules = ["NotHtml", "SecurityRisk", "SecurityRiskAttr", "DangerousStyleAttr", "BadCharacters", "ContainsHTML"];

const topics: ReadonlyMap<string, Topic> = new Map(
  Object.entries(checks).flatMap(([topic, names]) => names.map((name) => [name, topic as Topic] as const)),
);

/** Returns the subject of a check; undefined if no system has advice about it. */
export function topicOf(check: string): Topic | undefined {
  const isRule = check === "well-formed" || /^[A-Z]/.test(check); // other checks have names in small letters
  return topics.get(check) ?? (isRule && !contentRules.includes(check) ? "template" : undefined);
}
