import { escapeMarkup } from "../../base/escape.ts";
import { linkHeadings } from "./link-headings.ts";
import { tagPattern } from "./tag-pattern.ts";

/** The names of parts of a content for screen readers. */
export interface PartNames {
  readonly table: string;
  readonly code: string;
  /** The name of a link to a section that cannot have the section's own name. */
  readonly linkToSection: string;
}

/**
 * Prepares sanitized content for the page of its entry; feeds contain it unchanged. A page has one top heading, its title, so those of
 * the content become second headings. Headings link to themselves. Tables and code, which scroll if they are wide, are reachable by
 * keyboard (axe: scrollable-region-focusable). They are groups, since a page would have too many regions.
 */
export function pageContent(content: string, names: PartNames): string {
  const [table, code] = [scrolling(names.table), scrolling(names.code)];
  const changed = content.replace(tagPattern, (tag, slash: string, name: string, attributes: string) => {
    if (name === "h1") return `<${slash}h2${attributes}>`;
    if (name === "table") return slash === "" ? `<div class="scroll"${withMissing("", table)}>${tag}` : `${tag}</div>`;
    return name === "pre" && slash === "" ? `<pre${withMissing(attributes, code)}>` : tag;
  });
  return linkHeadings(changed, names.linkToSection);
}

function scrolling(name: string) {
  return { tabindex: "0", role: "group", "aria-label": escapeMarkup(name) };
}

// Adds the attributes that a start tag does not have.
function withMissing(attributes: string, added: Readonly<Record<string, string>>): string {
  const missing = Object.entries(added).filter(([name]) => !attributes.includes(` ${name}=`));
  return attributes + missing.map(([name, value]) => ` ${name}="${value}"`).join("");
}
