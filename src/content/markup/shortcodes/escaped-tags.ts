import type { FrontMatter } from "../../front-matter/front-matter.ts";
import { mapProse } from "../dialects/lines/markdown-lines.ts";

// Hugo: {{</* x */>}}, {{%/* x */%}}. Zola: {{/* x() */}}, {%/* x() */%}; without a call, {{/* x */}} is a comment of Go's templates.
const ofHugo = /\{\{([<%])\/\*([^{}]{0,2000})\*\/([>%])\}\}/g;
const ofZola = /\{([{%])\/\*(\s*\w+\([^{}]{0,2000}\)\s*|\s*end\s*)\*\/([}%])\}/g;
const rawTag = /(^[ \t>]{1,200})?\{%-?[ \t]{0,20}(end)?(raw|verbatim)[ \t]{0,20}-?%\}([ \t]{0,20}\n)?/gm;

/** Returns text whose escaped tags are as the system of the article shows them: `{{</* x *\/>}}` is `{{< x >}}`. */
export function unescapeTags(text: string): string {
  if (!text.includes("/*")) return text;
  return text.replace(ofHugo, "{{$1$2$3}}").replace(ofZola, "{$1$2$3}");
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
const liquid = /\{%-?[ \t]*(?:raw|highlight|include|include_relative|assign|capture|for|if|unless|post_url)\b|\{\{-?[ \t]*(?:site|page)\./;

/** Returns whether the system of an article runs Liquid or Nunjucks in its text, before it parses the Markdown. */
export function isLiquid(source: string, { body, data }: Pick<FrontMatter, "body" | "data">): boolean {
  if (typeof data["layout"] === "string" || /(?:^|\/)_posts\/(?:.*\/)?\d{4}-\d{1,2}-\d{1,2}-[^/]*$/.test(source)) return true;
  let isFound = false;
  mapProse(body, (prose) => {
    isFound ||= liquid.test(prose);
    return prose;
  });
  return isFound;
}
