import type { Table } from "../../base/table-values.ts";
import { isFeedTemplate } from "../site-rules/feed-id-keys.ts";
import type { SiteFolder, TemplateLanguage } from "../site-rules/old-site.ts";
import { TemplateDate } from "../site-rules/template-date.ts";
import { fillTags } from "./fill-tags.ts";
import type { TemplateValues } from "./template-expression.ts";

/** The part of an own template of the feed that makes the ids of its entries. */
export interface FeedIdTemplate {
  readonly path: string;
  /** The names of a post in its loops: `post`. */
  readonly variables: ReadonlySet<string>;
  /** Its tags, and the contents of `<id>` and `<guid>` of entries between marks. */
  readonly code: string;
  /** The content of the first one: `{{ site.url }}{{ post.id }}`. */
  readonly id: string;
}

const [start, end] = ["\u0001", "\u0002"];
const maxLength = 131_072; // UTF-16 units
const maxCode = 16_384; // it is filled in for each post
const usualNames = ["post", "entry", "item", "article", "p"];
const captures = /\{%-?\s{0,9}(?:capture|set)\s{1,9}(\w{1,50})\s{0,9}-?%\}([^%]{0,1000})\{%-?\s{0,9}end(?:capture|set)\s{0,9}-?%\}/g;
const pieces =
  /\{%-?\s{0,9}(\w{1,20})\b(?:[^%{}]|%(?!\}))?(?:[^%{}]|%(?!\})){0,400}%\}|<(?:guid|id)(?:\s[^<>]{0,200})?>(?:\s{0,99}<!\[CDATA\[)?([^<\]]{1,1000})(?:\]\]>\s{0,99})?<\/(?:guid|id)>/g;

/** Finds the own templates of feeds with ids of entries. */
export function findFeedIdTemplates({ paths, read }: SiteFolder): FeedIdTemplate[] {
  return paths.filter(isFeedTemplate).flatMap((path) => {
    const source = (read(path) ?? "").slice(0, maxLength);
    return source.includes("{{") ? templateOf(path, source) : [];
  });
}

function templateOf(path: string, source: string): FeedIdTemplate[] {
  const text = source.replace(captures, (_, name: string, content: string) => assignments(name, content));
  const variables = new Set([...usualNames, ...[...text.matchAll(/\{%-?\s{0,9}for\s{1,9}(\w{1,50})\s/g)].map(([, name = ""]) => name)]);
  let depth = 0; // of loops
  let code = "";
  const ids: string[] = [];
  for (const [piece, tag, id] of text.matchAll(pieces)) {
    if (tag === "for" || tag === "endfor") depth += tag === "for" ? 1 : -1;
    else if (id === undefined) code += piece;
    else if (id.includes("{{") && (depth > 0 || namesIn(id).some((name) => variables.has(name)))) {
      ids.push(id.trim());
      code += `${start}${id}${end}`;
    }
  }
  const [first] = ids;
  return first === undefined || code.length > maxCode ? [] : [{ path, variables, code, id: first }];
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/\b(\w{1,50})\./g)].map(([, name = ""]) => name);
}

// `{% capture link %}{{ site.url }}{{ post.url }}{% endcapture %}` as assignments.
function assignments(name: string, content: string): string {
  let made = "";
  let joined = `${name} = ""`;
  for (const [index, part] of content
    .trim()
    .split(/\{\{-?((?:[^{}]){0,500}?)-?\}\}/)
    .entries()) {
    if (part === "") continue;
    if (index % 2 === 1) made += `{% assign ${name}_${index} = ${part.trim()} %}`;
    joined += ` | append: ${index % 2 === 1 ? `${name}_${index}` : JSON.stringify(part)}`;
  }
  return `${made}{% assign ${joined} %}`;
}

/** The inputs of the id of a post. */
export interface FeedIdOptions {
  /** The values of the template besides the post. */
  readonly values: TemplateValues;
  /** The values of the post. */
  readonly post: TemplateValues;
  /** True if the names that `values` lacks are nil. */
  readonly isComplete: boolean;
  readonly language: TemplateLanguage;
}

/** Computes the ids that templates give to a post: none if they leave it out. An id with unknown values is undefined. */
export function feedIdsOf(templates: readonly FeedIdTemplate[], options: FeedIdOptions): (string | undefined)[] {
  return [...new Set(templates.flatMap((template) => idsIn(template, options)))];
}

function idsIn({ code, variables }: FeedIdTemplate, { isComplete, language, post, values }: FeedIdOptions): (string | undefined)[] {
  const named = Object.fromEntries([...variables].map((name) => [name, post]));
  const options = { values: { ...values, ...named }, isComplete, language, origin: undefined, runsInCode: true, isHtml: true };
  const { dropped, removed, text } = fillTags(code, options);
  const isUnknown = [...removed].some((piece) => piece.startsWith("{{")) || dropped.some((part) => part.text.includes(start));
  if (isUnknown) return [undefined];
  return text
    .split(start)
    .slice(1)
    .map((part) => withoutEntities(part.slice(0, part.indexOf(end)).trim()));
}

function withoutEntities(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "&");
}

/** Returns the note that the ids of templates are unknown. */
export function noteOfUnknownIds(templates: readonly FeedIdTemplate[]): string {
  const [first] = templates;
  return `Cannot keep the ids that ${first?.path} writes (${first?.id}), which are unknown or no URLs, so subscribers may see old posts twice: compare one with the id of its copy, and write id into the posts if it differs`;
}

/** Returns whether a text is an id that is valid in Atom: a URL, `tag:`, `urn:`. */
export function hasScheme(id: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(id);
}

/** Returns the members of a table that templates name, all of them empty: a setting that is missing is empty. */
export function emptyNames(templates: readonly FeedIdTemplate[], root: string): Table {
  const names = templates.flatMap(({ code }) => [...code.matchAll(/\b(\w{1,50})\.(\w{1,50})/g)].filter(([, name]) => name === root));
  return Object.fromEntries(names.map(([, , name = ""]) => [name, ""]));
}

/** Returns a post that has all keys of front matter that templates read. */
export function samplePost(templates: readonly FeedIdTemplate[]): TemplateValues {
  const keys = templates.flatMap(({ variables, ...template }) =>
    [...variables].flatMap((name) => Object.keys(emptyNames([{ variables, ...template }], name))),
  );
  return {
    ...Object.fromEntries(keys.filter((key) => !/^(?:content|excerpt|output|next|previous)$/.test(key)).map((key) => [key, "x"])),
    ...{ url: "/x/", id: "/x", date: new TemplateDate(0, "UTC", "1970-01-01 00:00:00 +0000") },
  };
}
