import type { ReportViolation } from "../rules/violation.ts";
import { findReferenceFault } from "../values/uri.ts";

export const ATOM = "http://www.w3.org/2005/Atom";

/** The namespaces that the validator knows, with their usual prefixes. The elements of these namespaces are judged. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  [ATOM, "atom"],
  ["http://a9.com/-/spec/opensearch/1.1/", "opensearch"],
  ["http://a9.com/-/spec/opensearchrss/1.0/", "opensearch10"],
  ["http://backend.userland.com/blogChannelModule", "blogChannel"],
  ["http://backend.userland.com/creativeCommonsRssModule", "creativeCommons"],
  ["http://base.google.com/ns/1.0", "g"],
  ["http://conversationsnetwork.org/rssNamespace-1.0/", "conversationsNetwork"],
  ["http://earth.google.com/kml/2.0", "kml20"],
  ["http://earth.google.com/kml/2.1", "kml21"],
  ["http://feedsync.org/2007/feedsync", "sx"],
  ["http://geourl.org/rss/module/", "geourl"],
  ["http://hacks.benhammersley.com/rss/streaming/", "str"],
  ["http://madskills.com/public/xml/rss/module/trackback/", "trackback"],
  ["http://media.tangent.org/rss/1.0/", "audio"],
  ["http://my.netscape.com/rdf/simple/0.9/", "rss090"],
  ["http://my.theinfo.org/changed/1.0/rss/", "cp"],
  ["http://openid.net/xmlns/1.0", "openid"],
  ["http://postneo.com/icbm", "icbm"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://purl.org/dc/terms/", "dcterms"],
  ["http://purl.org/net/rss1.1#", "rss11"],
  ["http://purl.org/rss/1.0/", "rss1"],
  ["http://purl.org/rss/1.0/modules/aggregation/", "ag"],
  ["http://purl.org/rss/1.0/modules/annotate/", "annotate"],
  ["http://purl.org/rss/1.0/modules/company", "company"],
  ["http://purl.org/rss/1.0/modules/content/", "content"],
  ["http://purl.org/rss/1.0/modules/email/", "email"],
  ["http://purl.org/rss/1.0/modules/event/", "ev"],
  ["http://purl.org/rss/1.0/modules/image/", "image"],
  ["http://purl.org/rss/1.0/modules/link/", "l"],
  ["http://purl.org/rss/1.0/modules/reference/", "ref"],
  ["http://purl.org/rss/1.0/modules/richequiv/", "reqv"],
  ["http://purl.org/rss/1.0/modules/rss091#", "rss091"],
  ["http://purl.org/rss/1.0/modules/search/", "search"],
  ["http://purl.org/rss/1.0/modules/servicestatus/", "ss"],
  ["http://purl.org/rss/1.0/modules/slash/", "slash"],
  ["http://purl.org/rss/1.0/modules/subscription/", "sub"],
  ["http://purl.org/rss/1.0/modules/syndication/", "sy"],
  ["http://purl.org/rss/1.0/modules/taxonomy/", "taxo"],
  ["http://purl.org/rss/1.0/modules/threading/", "thr"],
  ["http://purl.org/rss/1.0/modules/wiki/", "wiki"],
  ["http://purl.org/syndication/history/1.0", "fh"],
  ["http://purl.org/syndication/thread/1.0", "thr"],
  ["http://rssnamespace.org/feedburner/ext/1.0", "feedburner"],
  ["http://schemas.xmlsoap.org/soap/envelope/", "soap"],
  ["http://search.yahoo.com/mrss/", "media"],
  ["http://web.resource.org/cc/", "cc"],
  ["http://webns.net/mvcb/", "admin"],
  ["http://wellformedweb.org/CommentAPI/", "wfw"],
  ["http://www.bloglines.com/about/specs/fac-1.0", "access"],
  ["http://www.georss.org/georss", "georss"],
  ["http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["http://www.microsoft.com/schemas/rss/core/2005", "cf"],
  ["http://www.opengis.net/gml", "gml"],
  ["http://www.opengis.net/kml/2.2", "kml22"],
  ["http://www.opml.org/spec2", "opml"],
  ["http://www.usemod.com/cgi-bin/mb.pl?ModWiki", "wiki"],
  ["http://www.w3.org/1998/Math/MathML", "mathml"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://www.w3.org/1999/xlink", "xlink"],
  ["http://www.w3.org/2000/01/rdf-schema#", "rdfs"],
  ["http://www.w3.org/2000/svg", "svg"],
  ["http://www.w3.org/2003/01/geo/wgs84_pos#", "geo"],
  ["http://www.w3.org/2007/app", "app"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
  ["http://xmlns.com/foaf/0.1/", "foaf"],
  ["urn:atom-extension:indexing", "indexing"],
  ["xri://$xrd*($v*2.0)", "xrd"],
  ["xri://$xrds", "xrds"],
]);

/** Namespaces of large publishers that the validator does not know. Nothing is wrong with them, and their elements are not judged. */
const PUBLISHERS: ReadonlySet<string> = new Set([
  "com-wordpress:feed-additions:1",
  "http://activitystrea.ms/spec/1.0/",
  "http://mastodon.social/schema/1.0",
  "http://ostatus.org/schema/1.0",
  "http://podlove.org/simple-chapters",
  "http://portablecontacts.net/spec/1.0",
  "http://schema.org/",
  "http://schemas.google.com/blogger/2008",
  "http://schemas.google.com/g/2005",
  "http://source.scripting.com/",
  "http://purl.org/atompub/tombstones/1.0",
  "http://webfeeds.org/rss/1.0",
  "http://www.blogger.com/atom/ns#",
  "http://www.discourse.org/",
  "http://www.google.com/schemas/play-podcasts/1.0",
  "http://www.rawvoice.com/rawvoiceRssModule/",
  "http://www.smartnews.be/snf",
  "http://www.spotify.com/ns/rss",
  "http://www.youtube.com/xml/schemas/2015",
  "https://anchor.fm/xmlns",
  "https://blubrry.com/developer/rawvoice-rss/",
  "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
  "https://micro.blog/xmlns",
  "https://podcastindex.org/namespace/1.0",
  "https://schema.acast.com/1.0/",
  "https://schema.org/",
  "https://source.scripting.com/",
  "https://www.spotify.com/ns/rss",
]);

const RESERVED: ReadonlySet<string> = new Set(KNOWN.values());

/** The known namespaces without differences in case and final punctuation, as readers compare them. */
const SIMILAR: ReadonlyMap<string, string> = new Map([...KNOWN].map(([uri, prefix]) => [simplified(uri), prefix]));

/** The known namespaces by prefix. Of several with one prefix, it is the last, which is the newest. */
const BY_PREFIX: ReadonlyMap<string, string> = new Map([...KNOWN].map(([uri, prefix]) => [prefix, uri]));

/** Returns the namespace that usually has a prefix; undefined for an unknown prefix. */
export function namespaceOf(prefix: string): string | undefined {
  return BY_PREFIX.get(prefix);
}

/** Returns the usual prefix of a namespace; undefined for an unknown namespace. */
export function usualPrefixOf(uri: string): string | undefined {
  return KNOWN.get(uri);
}

function simplified(uri: string): string {
  return uri.toLowerCase().replace(/[/#]{0,9}$/, "");
}

/** Returns whether a namespace is that of Atom, or a misspelling of it. */
export function isLikeAtom(uri: string): boolean {
  return likeness(uri) === "atom";
}

/** Returns the usual prefix of the known namespace that is most like another one. */
export function likeness(uri: string): string | undefined {
  return SIMILAR.get(simplified(uri.replace(/^https:/i, "http:")));
}

/** Returns a name with the usual prefix of its namespace, and without a prefix in the namespace `home`. */
export function qualify(uri: string, local: string, home: string): string {
  if (uri === home) return local;
  return `${uri === "" ? "no namespace" : (SIMILAR.get(simplified(uri)) ?? uri)}:${local}`;
}

/** Returns whether the element or attribute with this name is in a known namespace, or in no namespace. */
export function isJudged(name: string): boolean {
  const prefix = name.slice(0, Math.max(0, name.lastIndexOf(":")));
  return prefix === "" || prefix === "no namespace" || RESERVED.has(prefix);
}

/** Checks the namespaces that an element declares. `home` is the namespace of the root element. */
export function checkDeclarations(
  declared: readonly (readonly [prefix: string, uri: string])[],
  place: string,
  home: string,
  report: ReportViolation,
): void {
  for (const [prefix, uri] of declared) checkDeclaration(prefix, uri, place, home, report);
}

function checkDeclaration(prefix: string, uri: string, place: string, home: string, report: ReportViolation): void {
  const usual = KNOWN.get(uri);
  const isFormat = usual === "atom" || usual === "xhtml";
  const isOnRss = home === "" && place === "/rss"; // below it, the validator knows that it is no Atom
  const isAvoidable = prefix !== "" && isFormat && (home === ATOM || (isOnRss && prefix !== usual));
  if (uri === "http://search.yahoo.com/mrss") report("MediaRssNamespace", place, uri);
  else if (prefix !== "" && prefix !== usual && RESERVED.has(prefix))
    report("ReservedPrefix", place, `${prefix} is declared as ${uri}, and not as ${namespaceOf(prefix)}`);
  else if (usual === undefined) checkUnknown(uri, place, report);
  else if (isAvoidable) report("AvoidNamespacePrefix", place, `the prefix ${prefix} for ${uri}`);
  else if (prefix !== "" && prefix !== usual) report("NonstdPrefix", place, `${prefix} for ${uri}, usually ${usual}`);
}

function checkUnknown(uri: string, place: string, report: ReportViolation): void {
  if (uri === "" || PUBLISHERS.has(uri)) return;
  const fault = findReferenceFault(uri);
  if (fault) report(fault.rule, place, fault.message);
  else report("UnknownNamespace", place, describeUnknown(uri));
}

function describeUnknown(uri: string): string {
  const right = namespaceOf(likeness(uri) ?? "");
  return right === undefined ? uri : `${uri}, and not ${right}`;
}
