import { cellMark, optionsOf } from "../lines/directive-options.ts";

const diagram = /^(?:mermaid|dot)$/; // its code is what readers see of it
const setting = /(?:^|[\s,])(echo|include)[ \t]{0,9}=[ \t]{0,9}(?:FALSE|F|false)(?=[\s,]|$)/;
const isOption = new RegExp(`^[ \\t>]*${cellMark}`);
const option = new RegExp(`^[ \\t>]*${cellMark}[ \\t]{0,9}(echo|include):[ \\t]{0,9}false[ \\t]*$`, "i");

/**
 * Returns whether a cell of R Markdown, Quarto or MyST does not show its code: `{r, include=FALSE}`, `#| echo: false`,
 * `:tags: [remove-input]`. A diagram is hidden only with its result.
 * @param name the language of the cell
 * @param settings the text after the language in the braces
 */
export function isHiddenCell(name: string, settings: string, content: readonly string[]): boolean {
  const hides = (found: RegExpExecArray | null) => found !== null && !(diagram.test(name) && /^echo$/i.test(found[1] ?? ""));
  if (hides(setting.exec(settings))) return true;
  const end = content.findIndex((line) => !isOption.test(line));
  if (content.slice(0, end < 0 ? undefined : end).some((line) => hides(option.exec(line)))) return true;
  return /\bremove-(?:cell|input)\b/.test(optionsOf(content).get("tags") ?? "");
}
