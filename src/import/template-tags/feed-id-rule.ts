import { isFeedTemplate } from "../site-rules/feed-id-keys.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";

/** The texts around the address of a post in the ids of a feed. */
export interface FeedIdRule {
  readonly before: string;
  readonly after: string;
}

/** Returns the value of a name such as `site.url`; undefined if it is unknown. */
export type LookUp = (name: string) => string | undefined;

const mark = "\u0000"; // the address of the post
const element = /<(?:guid|id)(?:\s[^<>]{0,200})?>([^<]{1,1000})<\/(?:guid|id)>/g;
const output = /\{\{-?((?:[^{}"']|"[^"]{0,200}"|'[^']{0,200}'){1,500}?)-?\}\}/g;

/**
 * Finds the way in which an own template of the feed makes ids of addresses: `{{ site.url }}{{ post.url }}`, without another slash or
 * with two. Returns undefined if it has none, several ways, or another one.
 * @param filters the values that filters without arguments make, such as `absolute_url`
 */
export function findFeedIdRule(
  { paths, read }: SiteFolder,
  lookUp: LookUp,
  filters: Readonly<Record<string, (text: string) => string>> = {},
): FeedIdRule | undefined {
  const found = paths.filter(isFeedTemplate).flatMap((path) => idsIn(read(path) ?? "", lookUp, filters));
  const [rule, ...others] = new Set(found);
  const [before, after, ...rest] = rule?.split(mark) ?? [];
  return others.length > 0 || before === undefined || after === undefined || rest.length > 0 ? undefined : { before, after };
}

// The id of an Atom feed itself has no post in it.
function idsIn(template: string, lookUp: LookUp, filters: Parameters<typeof findFeedIdRule>[2] = {}): string[] {
  return [...template.matchAll(element)].flatMap(([, content = ""]) => {
    if (!/\{\{[^{}]{0,400}\.url\b/.test(content)) return [];
    let isKnown = !content.includes("{%");
    const id = content.replace(output, (_, expression: string) => {
      const value = evaluate(expression, lookUp, filters);
      isKnown &&= value !== undefined;
      return value ?? "";
    });
    return isKnown && id.includes(mark) ? [id.trim()] : [];
  });
}

function evaluate(expression: string, lookUp: LookUp, filters: Readonly<Record<string, (text: string) => string>>): string | undefined {
  const [first = "", ...applied] = expression.split("|").map((piece) => piece.trim());
  let value = operand(first, lookUp);
  for (const filter of applied) {
    const [, name = "", argument] = /^(\w+)\s{0,9}(?::\s{0,9}(.{1,200}))?$/.exec(filter) ?? [];
    const text = argument === undefined ? undefined : operand(argument.trim(), lookUp);
    if (value === undefined) return undefined;
    if (name === "prepend") value = text === undefined ? undefined : text + value;
    else if (name === "append") value = text === undefined ? undefined : value + text;
    else if (!/^(?:xml_escape|escape|safe|e|strip|uri_escape)$/.test(name))
      value = argument === undefined ? filters[name]?.(value) : undefined;
  }
  return value;
}

function operand(text: string, lookUp: LookUp): string | undefined {
  const [, quoted] = /^["'](.*)["']$/.exec(text) ?? [];
  if (quoted !== undefined) return quoted;
  return /^(?:post|entry|item|article|p)(?:\.page)?\.url$/.test(text) ? mark : lookUp(text);
}
