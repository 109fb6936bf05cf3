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

/** BCP 47 tags of the names and of the content. */
export interface PartLanguages {
  readonly names: string;
  readonly content: string;
}

/**
 * Prepares sanitized content for the page of its entry; feeds contain it unchanged. A page has one top heading, its title, so those of
 * the content become second headings. Headings link to themselves. Tables and code, which scroll if they are wide, are reachable by
 * keyboard (axe: scrollable-region-focusable). They are groups, since a page would have too many regions. A name in another language than
 * the content is marked with the element, whose content is marked in turn.
 */
export function pageContent(content: string, names: PartNames, languages: PartLanguages): string {
  const isOther = languages.names !== languages.content;
  const [outer, inner] = isOther ? [` lang="${languages.names}"`, ` lang="${languages.content}"`] : ["", ""];
  const opened: boolean[] = []; // whether each open <pre> contains a mark
  const changed = content.replace(tagPattern, (tag, slash: string, name: string, attributes: string) => {
    if (name === "h1") return `<${slash}h2${attributes}>`;
    if (name === "table")
      return slash === "" ? `<div class="scroll"${scrolling("", names.table)}${outer}>${withLanguage(tag, inner)}` : `${tag}</div>`;
    if (name !== "pre") return tag;
    if (slash !== "") return opened.pop() ? `</span>${tag}` : tag;
    const isMarked = isOther && !/ (?:lang|aria-label)=/.test(attributes);
    opened.push(isMarked);
    return `<pre${scrolling(attributes, names.code)}${isMarked ? `${outer}><span${inner}` : ""}>`;
  });
  return linkHeadings(changed, names.linkToSection, outer);
}

function withLanguage(tag: string, language: string): string {
  return tag.includes(" lang=") ? tag : tag.replace(/^<table/, `<table${language}`);
}

// Returns the attributes of an element that scrolls, those that it has first.
function scrolling(attributes: string, name: string): string {
  const added = { tabindex: "0", role: "group", "aria-label": escapeMarkup(name) };
  const missing = Object.entries(added).filter(([name]) => !attributes.includes(` ${name}=`));
  return attributes + missing.map(([name, value]) => ` ${name}="${value}"`).join("");
}
