import { codeStart } from "../../content/markup/code/find-code.ts";
import type { TemplateLanguage } from "../site-rules/old-site.ts";

// The lengths are bounded: otherwise a text with many start marks would take quadratic time.
const tag = "\\{%(?:[^%{]|%(?!\\})|\\{(?!%)){0,2000}%\\}";
// A text in it may have opening braces: `{{ "{{" }}`, and `{{ "{{ site.title " }}}}` for `{{ site.title }}`.
const output =
  "\\{\\{(?![<%])(?:[^{}\\n]|\\{(?!\\{)|(?<=[\"'][^\"'{}|\\n]{0,200})\\{\\{(?=[^\"'{}\\n]{0,200}[\"'])|\\}(?!\\})){0,500}\\}\\}";
const comment = "\\{#(?:[^#]|#(?!\\})){0,2000}#\\}";
const value = "(?<!\\$)\\{[ \\t]{0,9}(?:props\\.)?front[mM]atter[.[][^{}\\n]{1,200}\\}";
const verbatimBlock = "^:{3,9}[ \\t]{0,9}v-pre\\b";
/** Matches code and the tags of each language. */
export const templateSyntax = {
  liquid: new RegExp(`${codeStart}|${tag}|${output}`, "gm"),
  nunjucks: new RegExp(`${codeStart}|${tag}|${output}|${comment}`, "gm"),
  vue: new RegExp(`${codeStart}|${output}|${verbatimBlock}`, "gm"),
  mdx: new RegExp(`${codeStart}|${value}`, "gm"),
} satisfies Record<TemplateLanguage, RegExp>;
/** Matches tags, also in code. */
export const tagsInCode = new RegExp(`${tag}|${output}|${comment}`, "g");
