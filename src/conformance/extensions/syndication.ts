import { attributesAlone, checkNoText } from "../elements/grammar.ts";
import {
  attribute,
  checkCount,
  checkEventDate,
  checkFloat,
  checkIso8601,
  checkPlain,
  checkPositiveInteger,
  checkRfc3339,
  checkUriElement,
  checkW3cDate,
  checkWebAddress,
  type ElementCheck,
  isMediaType,
  matching,
  oneOf,
} from "../elements/values.ts";
import { canonicalize } from "../values/canonical-uri.ts";
import { findReferenceFault, findUriFault } from "../values/uri.ts";
import { placeOf } from "../xml/xml.ts";
import { acceptAny, type Extensions, named } from "./extension.ts";

const checkInReplyTo: ElementCheck = (element, report) => {
  const { href, ref, source, type } = Object.fromEntries(element.attributes);
  const place = placeOf(element);
  for (const reference of [href, source]) {
    const fault = reference === undefined ? undefined : findReferenceFault(reference);
    if (fault) report(fault.rule, place, fault.message);
  }
  const fault = ref === undefined ? undefined : findUriFault(ref);
  if (fault) report(fault.rule, place, fault.message);
  else if (ref !== undefined && canonicalize(ref) !== ref) report("NonCanonicalURI", place, ref);
  if (type !== undefined && !isMediaType(type)) report("InvalidMIMEType", place, type);
};

const checkCommentRss: ElementCheck = (element, report, now) => {
  report("CommentRSS", placeOf(element), "wfw:commentRSS");
  checkUriElement(element, report, now);
};

const checkDeprecated: ElementCheck = (element, report) => report("UndefinedElement", placeOf(element), element.name);

const resource = { attributes: ["rdf:resource", "dc:title"] };
const address = { check: checkUriElement };
const checkFlare: ElementCheck = (element, report, now) => {
  for (const name of ["href", "src"]) attribute(name, findReferenceFault)(element, report, now);
  checkPlain(element, report, now);
};

/** Checks an instruction for search engines. */
const checkRobots: ElementCheck = (element, report, now) => {
  const isInstruction = (value: string) => value.split(",").every((word) => /^\s*(?:all|none|(?:no)?(?:index|follow))\s*$/i.test(word));
  const ofName = (value: string) => (/^robots$/i.test(value) ? undefined : ({ rule: "InvalidMetaName", message: value } as const));
  attribute("name", ofName)(element, report, now);
  attribute("content", (value) => (isInstruction(value) ? undefined : { rule: "InvalidMetaContent", message: value }))(
    element,
    report,
    now,
  );
};

/** The elements for update times, comments, threads, licenses and the tools that made the feed. */
export const syndication: Extensions = {
  "sy:updatePeriod": { owner: "feed", check: oneOf("InvalidUpdatePeriod", "hourly daily weekly monthly yearly") },
  "sy:updateFrequency": { owner: "feed", check: checkPositiveInteger },
  "sy:updateBase": { owner: "feed", check: checkW3cDate },
  "slash:comments": { owner: "entry", check: checkCount },
  ...named("slash", "section department", { owner: "entry", isRepeatable: true }),
  "slash:hit_parade": { owner: "entry", check: matching("InvalidCommaSeparatedIntegers", /^\d+(?:,\s*\d+)*$/) },
  "wfw:comment": { owner: "entry", ...address },
  "wfw:commentRss": { owner: "entry", ...address },
  "wfw:commentRSS": { owner: "entry", check: checkCommentRss },
  "thr:in-reply-to": { isRepeatable: true, attributes: ["href", "ref", "source", "type"], check: checkInReplyTo },
  "thr:total": { owner: "entry", check: checkCount },
  "thr:children": { owner: "entry", check: checkDeprecated },
  "trackback:ping": { owner: "entry", ...address },
  "trackback:about": { owner: "entry", isRepeatable: true, ...address },
  "creativeCommons:license": { isRepeatable: true, ...address },
  "cc:license": { isRepeatable: true, attributes: ["rdf:resource"], check: acceptAny },
  "admin:generatorAgent": { owner: "feed", ...resource },
  "admin:errorReportsTo": { owner: "feed", ...resource },
  ...named("blogChannel", "blogRoll mySubscriptions blink changes", { owner: "feed", ...address }),
  "feedburner:awareness": address,
  ...named("feedburner", "origLink origEnclosureLink", { owner: "entry", ...address }),
  "feedburner:browserFriendly": { owner: "feed", check: checkPlain },
  "feedburner:emailServiceId": { owner: "feed" },
  "feedburner:feedburnerHostname": { owner: "feed", ...address },
  "feedburner:feedFlare": { owner: "feed", isRepeatable: true, attributes: ["href", "src"], check: checkFlare },
  "feedburner:info": { owner: "feed", attributes: ["uri"], check: attributesAlone("uri", attribute("uri", findReferenceFault)) },
  "app:edited": { owner: "entry", check: checkRfc3339 },
  "app:collection": { isRepeatable: true, attributes: ["href"], check: acceptAny },
  "app:control": { owner: "entry", check: acceptAny },
  "access:restriction": {
    attributes: ["relationship"],
    check: attribute("relationship", (value) =>
      /^(?:allow|deny)$/.test(value) ? undefined : { rule: "InvalidAccessRestrictionRel", message: value },
    ),
  },
  "ag:source": { owner: "entry" },
  "ag:sourceURL": { owner: "entry", ...address },
  "ag:timestamp": { owner: "entry", check: checkIso8601 },
  ...named("ev", "startdate enddate", { owner: "entry", check: checkEventDate }),
  ...named("ev", "location organizer type", { owner: "entry", isRepeatable: true, check: acceptAny }),
  "annotate:reference": { owner: "entry", ...resource },
  "rdfs:seeAlso": { isRepeatable: true, ...resource },
  "cp:server": { owner: "feed", ...resource },
  ...named("wiki", "diff history importance status version", { owner: "entry" }),
  "wiki:interwiki": { owner: "feed" },
  ...named("conversationsNetwork", "introMilliseconds ratingCount", { owner: "entry", check: checkCount }),
  "conversationsNetwork:image": { owner: "entry", check: checkWebAddress },
  "conversationsNetwork:ratingAverage": { owner: "entry", check: checkFloat },
  "conversationsNetwork:ratingIndividual": { owner: "entry", check: checkPositiveInteger },
  "conversationsNetwork:ratingTimestamp": { owner: "entry", check: checkIso8601 },
  ...named("fh", "archive complete", { owner: "feed", check: (element, report) => checkNoText(element, report) }),
  "xhtml:meta": { owner: "feed", isRepeatable: true, attributes: ["name", "content"], check: attributesAlone("content", checkRobots) },
  "taxo:topics": { check: acceptAny },
  "l:link": { isRepeatable: true, attributes: ["rdf:resource", "l:lang", "l:rel", "l:type", "l:title"] },
};
