import { checkAttributes } from "../elements/grammar.ts";
import { checkEscapedHtml } from "../elements/html.ts";
import { checkLeaf } from "../elements/values.ts";
import type { ReportViolation } from "../rules/violation.ts";
import { isJudged } from "../xml/namespaces.ts";
import { placeOf, type XmlElement } from "../xml/xml.ts";
import { dublinCore } from "./dublin-core.ts";
import type { Extension, Extensions } from "./extension.ts";
import { locations } from "./locations.ts";
import { media } from "./media.ts";
import { podcast } from "./podcast.ts";
import { syndication } from "./syndication.ts";

const EXTENSIONS: Extensions = {
  ...dublinCore,
  ...syndication,
  ...locations,
  ...media,
  ...podcast,
  "content:encoded": { owner: "entry", check: (element, report) => checkEscapedHtml(element, report) },
};

/** The prefixes of namespaces whose elements are not judged: shops, searches, friends, maps. */
const UNJUDGED = new Set(["g", "opensearch", "opensearch10", "sx", "foaf", "rdf", "cf", "kml20", "kml21", "kml22", "opml"]);

/** Checks the elements of other namespaces in a feed (channel) or an entry (item). `checkAtomInRss` checks those of Atom. */
export function checkExtensions(owner: XmlElement, kind: "feed" | "entry", report: ReportViolation, now: number): void {
  const seen = new Set<string>();
  for (const child of owner.children.filter(({ name }) => name.includes(":") && !name.startsWith("atom:"))) {
    const prefix = child.name.slice(0, child.name.lastIndexOf(":"));
    if (prefix === "no namespace" || !isJudged(child.name) || UNJUDGED.has(prefix)) continue;
    if (prefix === "xhtml" && child.name !== "xhtml:meta") checkMisplaced(child, report);
    else checkExtension(child, findExtension(child.name, kind), seen.has(child.name) && !isAccepted(child, owner), report, now);
    seen.add(child.name);
  }
}

// The validator accepts several dates of an item, and not of a channel or an entry of Atom.
function isAccepted(child: XmlElement, owner: XmlElement): boolean {
  return child.name === "dc:date" && owner.name === "item";
}

function findExtension(name: string, kind: "feed" | "entry"): Extension | undefined {
  // Qualified Dublin Core has names such as dc:date.taken.
  const plainName = name.startsWith("dc:") ? (name.split(".", 1)[0] ?? name) : name;
  const extension = Object.hasOwn(EXTENSIONS, plainName) ? EXTENSIONS[plainName] : undefined;
  return extension?.owner === undefined || extension.owner === kind ? extension : undefined;
}

function checkExtension(
  element: XmlElement,
  extension: Extension | undefined,
  isRepeated: boolean,
  report: ReportViolation,
  now: number,
): void {
  if (!extension) {
    report("UndefinedElement", placeOf(element), element.name);
    return;
  }
  if (isRepeated && !extension.isRepeatable) report("DuplicateElement", placeOf(element), element.name);
  if (!element.name.startsWith("media:")) checkAttributes(element, extension.attributes ?? [], report);
  (extension.check ?? checkLeaf)(element, report, now);
}

/** Checks XHTML that is not content. An item of RSS may contain a body of XHTML, and a feed a note for readers of its source. */
function checkMisplaced(element: XmlElement, report: ReportViolation): void {
  if (element.name === "xhtml:body") report("DuplicateDescriptionSemantics", placeOf(element), "xhtml:body, and the description");
  else if (element.name !== "xhtml:div") report("MisplacedXHTMLContent", placeOf(element), element.name);
}
