import { checkAtomField } from "./atom-fields.ts";
import type { ReportViolation } from "./rules/violation.ts";
import { placeOf, type XmlElement } from "./xml/xml.ts";

const REPEATABLE = ["author", "category", "contributor"];
const TEXTS = ["content", "rights", "subtitle", "title"];
const NAMES: ReadonlySet<string> = new Set([
  ...REPEATABLE,
  ...TEXTS,
  ..."generator icon id logo published summary updated source".split(" "),
]);

/** Checks the elements of Atom in a channel or an item of RSS. `checkLinks` checks the links. */
export function checkAtomInRss(owner: XmlElement, report: ReportViolation, now: number): void {
  const seen = new Set<string>();
  for (const child of owner.children.filter(({ name }) => name.startsWith("atom:") && name !== "atom:link")) {
    const name = child.name.replace("atom:", "");
    const place = placeOf(child);
    if (!NAMES.has(name)) report("UndefinedElement", place, child.name);
    const isRepeatable = REPEATABLE.includes(name) && (name !== "author" || owner.name !== "item");
    if (seen.has(name) && !isRepeatable) report("DuplicateElement", place, child.name);
    seen.add(name);
    if (TEXTS.includes(name) && !child.attributes.has("src"))
      report("DuplicateDescriptionSemantics", place, `${child.name}, and the element of RSS`);
    checkAtomField(child, report, now);
  }
}
