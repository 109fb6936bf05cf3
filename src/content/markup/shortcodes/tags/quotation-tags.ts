import { escapeMarkup } from "../../../../base/escape.ts";
import { oneLine } from "../../../../base/one-line.ts";
import { shortAddress } from "../../../../base/short-address.ts";
import { linkHtml } from "./embed-html.ts";
import type { ShortcodeArguments } from "./shortcode-arguments.ts";

const quotations = /^(?:quote|blockquote|pullquote|centerquote|cq)$/;
const withWords = /^(?:block)?quote$/; // the word after the others is a side: {% pullquote left %}
const persons = ["author", "by", "name", "person", "speaker", "who", "attribution", "attr", "credit", "credits", "from"];
const roles = ["role", "position", "occupation", "job"];
const works = ["source", "title", "book", "work", "cite", "citation", "caption", "publication", "reference", "footer", "year", "date"];
const links = ["url", "link", "href", "uri", "src"];
const linkOfPart = /^([a-z]+)[-_]?(?:url|link|href|uri)$/;
const known = [...persons, ...roles, ...works, ...links];
const named = new RegExp(`(?:^|[\\s,])(?:(?:${known.join("|")})[ \\t]{0,9}=|[\\w-]{1,40}[ \\t]{0,9}=[ \\t]{0,9}["'\`])`);

/** Returns whether a tag with this name is the start of a quotation. */
export function isQuotationTag(name: string): boolean {
  return quotations.test(name);
}

/**
 * Ends a quotation with its credit. The arguments are those of the start tag: free text in Hexo, an author, a source and a link in Hugo and
 * Zola.
 */
export function endQuotation(values: ShortcodeArguments): string {
  const credit = named.test(values.text) ? namedCredit(values) : creditHtml(values.text.replaceAll('"', ""));
  return `\n\n${credit === "" ? "" : `— ${credit}\n\n`}</blockquote>\n`;
}

/** Ends a quotation whose words without a name are a side, as in `{% pullquote left %}`, with the credit in its other arguments. */
export function endPullQuotation(values: ShortcodeArguments): string {
  return endQuotation(named.test(values.text) ? { ...values, positional: [] } : { named: {}, positional: [], text: "" });
}

/** Returns whether the words of a quotation are among its arguments, so that it has no end: `{{ quote(text="…", author="…") }}`. */
export function isWholeQuotation(values: ShortcodeArguments): boolean {
  return textOf(values) !== undefined;
}

/** Starts a quotation, or returns the whole one if its words are among its arguments. */
export function quotation(values: ShortcodeArguments): string {
  const text = textOf(values);
  if (text === undefined) return "\n<blockquote>\n\n";
  const credit = namedCredit(values);
  return `<blockquote><p markdown="1">${oneLine(text)}</p>${credit === "" ? "" : `<p markdown="1">— ${credit}</p>`}</blockquote>`;
}

// With a colon, it may be a credit of Hexo: {% blockquote Ada, On text: a book %}.
function textOf({ named: values, text: written }: ShortcodeArguments): string | undefined {
  if (!/(?:^|[\s,])(?:text|quote|content|body|words)[ \t]{0,9}=/.test(written)) return undefined;
  return ["text", "quote", "content", "body", "words"].map((key) => values[key]).find((text) => text?.trim());
}

/** Returns the end of a quotation with a name. */
export function quotationEnd(name: string, values: ShortcodeArguments): string {
  return withWords.test(name) ? endQuotation(values) : endPullQuotation(values);
}

// Hexo: author, source and a link with its title.
function creditHtml(credit: string): string {
  const words = credit.trim().split(/\s+/);
  const index = words.findIndex((word) => /^https?:\/\/./.test(word));
  if (index === -1) return escapeMarkup(credit);
  const [author, url = "", title] = [words.slice(0, index), words[index], words.slice(index + 1).join(" ")];
  return `${author.map((word) => `${escapeMarkup(word)} `).join("")}${linkHtml(url, title || shortAddress(url))}`;
}

interface Part {
  readonly key: string;
  readonly value: string;
}

// The persons, and the work with its link: the address of `url="…"`, `source="https://…"` or `source_url="…"`.
function namedCredit({ named: values, positional }: ShortcodeArguments): string {
  const given = Object.entries(values).map(([key, value]) => ({ key, value: oneLine(value) }));
  const parts = given.filter(({ value }) => value !== "");
  const wordsOf = (keys: readonly string[]) => parts.filter(({ key, value }) => keys.includes(key) && !isAddress(value));
  const linkOf = ({ key: of }: Part) => parts.find(({ key }) => linkOfPart.exec(key)?.[1] === of)?.value;
  const linked = (part: Part) => withLink(part, linkOf(part));
  const words = [...wordsOf(persons), ...wordsOf(roles), ...wordsOf(works)];
  const isLinked = (key: string) => words.some((part) => part.key === linkOfPart.exec(key)?.[1]);
  const isLink = ({ key, value }: Part) => links.includes(key) || linkOfPart.test(key) || (known.includes(key) && isAddress(value));
  const addresses = parts.filter((part) => isLink(part) && !isLinked(part.key)).map(({ value }) => value);
  const people = [...positional.map(creditHtml), ...[...wordsOf(persons), ...wordsOf(roles)].map(linked)];
  const [work, ...others] = wordsOf(works);
  const url = work === undefined ? undefined : (linkOf(work) ?? addresses.shift());
  const source = work === undefined ? [] : [withLink(work, url), ...others.map(linked)];
  return [...people, ...source, ...addresses.map((address) => linkHtml(address, shortAddress(address)))].join(", ");
}

function withLink({ value }: Part, url: string | undefined): string {
  return url === undefined ? creditHtml(value) : linkHtml(url, value);
}

function isAddress(value: string): boolean {
  return /^https?:\/\/\S+$/.test(value);
}
