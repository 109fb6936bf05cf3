import { optionsOf } from "../lines/directive-options.ts";

const setting = /(?:^|[\s,])(?:echo|include)[ \t]{0,9}=[ \t]{0,9}(?:FALSE|F|false)(?=[\s,]|$)/;
const option = /^[ \t>]*(?:#|\/\/|--|%)\|[ \t]{0,9}(?:echo|include):[ \t]{0,9}false[ \t]*$/i;

/**
 * Returns whether a cell of R Markdown, Quarto or MyST does not show its code: `{r, include=FALSE}`, `#| echo: false`,
 * `:tags: [remove-input]`.
 * @param settings the text after the language in the braces
 */
export function isHiddenCell(settings: string, content: readonly string[]): boolean {
  if (setting.test(settings)) return true;
  const end = content.findIndex((line) => !/^[ \t>]*(?:#|\/\/|--|%)\|/.test(line));
  if (content.slice(0, end < 0 ? undefined : end).some((line) => option.test(line))) return true;
  return /\bremove-(?:cell|input)\b/.test(optionsOf(content).get("tags") ?? "");
}
