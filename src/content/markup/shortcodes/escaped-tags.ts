import type { FrontMatter } from "../../front-matter/front-matter.ts";
import { mapProse } from "../dialects/lines/markdown-lines.ts";

// Hugo: {{</* x */>}}, {{%/* x */%}}. Zola: {{/* x() */}}, {%/* x() */%}; without a call, {{/* x */}} is a comment of Go's templates.
const ofHugo = /\{\{([<%])\/\*([^{}]{0,2000})\*\/([>%])\}\}/g;
const ofZola = /\{([{%])\/\*([^{}]{0,2000})\*\/([}%])\}/g;
const rawTag = /(^[ \t>]{1,200})?\{%-?[ \t]{0,20}(end)?(raw|verbatim)[ \t]{0,20}-?%\}([ \t]{0,20}\n)?/gm;

/** Returns text whose escaped tags are as the system of the article shows them: `{{</* x *\/>}}` is `{{< x >}}`. */
export function unescapeTags(text: string): string {
  if (!text.includes("/*")) return text;
  return text.replace(ofHugo, "{{$1$2$3}}").replace(ofZola, (found: string, start: string, call: string, end: string) => {
    const inner = call.trim();
    return inner === "end" || (/^\w+\(/.test(inner) && inner.endsWith(")")) ? `{${start}${call}${end}}` : found;
  });
}

/** Returns code without the pairs of tags that make Liquid and Nunjucks copy it: `{% raw %}` and `{% endraw %}`. */
export function withoutRawTags(code: string): string {
  if (!/\{%-?[ \t]{0,20}end(?:raw|verbatim)/.test(code)) return code;
  const removed: RegExpExecArray[] = [];
  let open: RegExpExecArray | undefined;
  for (const tag of code.matchAll(rawTag)) {
    if (tag[2] === undefined) open ??= tag;
    else if (open?.[3] === tag[3] && open !== undefined) {
      removed.push(open, tag);
      open = undefined;
    }
  }
  let [text, done] = ["", 0];
  for (const { 0: found, 1: before = "", 4: after = "", index } of removed) {
    const isLine = after !== "" && (index === 0 || code[index - 1] === "\n");
    text += code.slice(done, index) + (isLine ? "" : before + after);
    done = index + found.length;
  }
  return text + code.slice(done);
}

// Tags that only Liquid, or Nunjucks outside of Hexo, runs.
const liquid = /\{%-? ?(?:raw|highlight|include|include_relative|assign|capture|for|if|unless|post_url)\b|\{\{-? ?(?:site|page)\./;

/** Returns whether the system of an article runs Liquid or Nunjucks in its text, before it parses the Markdown. */
export function isLiquid(source: string, { body, data }: Pick<FrontMatter, "body" | "data">): boolean {
  const name = source.slice(source.lastIndexOf("/") + 1);
  const isPost = /(?:^|\/)_posts\//.test(source) && /^\d{4}-\d{1,2}-\d{1,2}-/.test(name);
  if (typeof data["layout"] === "string" || isPost) return true;
  if (!liquid.test(body)) return false;
  let isFound = false;
  mapProse(body, (prose) => {
    isFound ||= liquid.test(prose);
    return prose;
  });
  return isFound;
}
