import { isFeedTemplate } from "../site-rules/feed-id-keys.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";

const element = /<(?:guid|id)(?:\s[^<>]{0,200})?>([^<]{1,1000})<\/(?:guid|id)>/g;
const output = /\{[{%]-?([^{}]{0,300})-?[%}]\}/g;
const loop = /\{\{-?\s{0,9}range\b|\{%-?\s{0,9}for\b/;
const maxLength = 131_072; // UTF-16 units

/** The tags that may choose between a key of front matter, which the import reads as the id, and the address. */
const choice = /^(?:else|end|endif|\.|(?:with|if)?\s{0,9}[\w.$]{0,50}\.(?:guid|id))$/i;

/**
 * Returns a note if an own template of the feed writes ids that are not the addresses of posts.
 * @param address matches an output that is the address: `.Permalink | safeHTML`
 */
export function notesOfOwnIds({ read }: SiteFolder, templates: readonly string[], address: RegExp): string[] {
  return templates.filter(isFeedTemplate).flatMap((path) => {
    const source = (read(path) ?? "").slice(0, maxLength);
    const start = source.search(loop);
    const ids = start < 0 ? [] : [...source.slice(start).matchAll(element)].map(([, id = ""]) => id.trim());
    const other = ids.find((id) => !isAddress(id, address));
    return other === undefined
      ? []
      : [
          `Cannot compute the ids that ${path} writes (${other}), so subscribers may see old posts twice: compare one with the id of its copy, and write id into the posts if it differs`,
        ];
  });
}

function isAddress(id: string, address: RegExp): boolean {
  const outputs = [...id.matchAll(output)].map(([, expression = ""]) => expression.trim());
  return id.replace(output, "").trim() === "" && outputs.every((each) => address.test(each) || choice.test(each));
}
