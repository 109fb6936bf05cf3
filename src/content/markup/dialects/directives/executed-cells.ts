import { optionsOf } from "../lines/directive-options.ts";
import { mapProse } from "../lines/markdown-lines.ts";

const language = /^(?:r|python|julia|ojs|code-cell|jupyter-execute)$/i;
const tags = /\b(?:remove-(?:cell|output)|skip-execution)\b/; // of MyST
const setting = /(?:^|[\s,])(?:(?:eval|include)[ \t]{0,9}=[ \t]{0,9}(?:FALSE|F|false)|results[ \t]{0,9}=[ \t]{0,9}["']hide["'])(?=[\s,]|$)/;
const option = /^[ \t>]*(?:#|\/\/)\|[ \t]{0,9}(?:eval|include|output):[ \t]{0,9}false[ \t]*$/i;
const isOption = /^[ \t>]*(?:#|\/\/)\|/;

/**
 * Returns whether R Markdown, Quarto or MyST executes a cell and shows its output: `{r}`, `{python}`, `{code-cell}`, unless it has
 * `eval=FALSE`, `include=FALSE`, `#| output: false` or `:tags: [remove-output]`.
 * @param settings the text after the language in the braces
 */
export function isExecutedCell(name: string, settings: string, content: readonly string[]): boolean {
  if (!language.test(name) || setting.test(settings)) return false;
  if (tags.test(optionsOf(content).get("tags") ?? "")) return false;
  const end = content.findIndex((line) => !isOption.test(line));
  return !content.slice(0, end < 0 ? undefined : end).some((line) => option.test(line));
}

// Quarto: `{r} nrow(a)`. knitr: `r nrow(a)` and `r a$b`; without such signs, it may be a text about a key.
const inline = /^`(?:\{(?:r|python|julia|ojs)\} [^`]+|r [^`]{0,200}[\w.](?:\(|\$[A-Za-z])[^`]*)`$/;

// No expression of R begins with an operator between two values: `r := router()` is Go.
const isOther = /^`r[ \t]{1,9}[:=<>*/%&|,.)]/;

/** Returns the number of the first line, from 1, that has code whose result R Markdown or Quarto would show in the text. */
export function inlineCellLine(text: string, isMdx: boolean): number | undefined {
  if (!/`(?:r |\{(?:r|python|julia|ojs)\} )/.test(text)) return undefined;
  let found = -1;
  const search = (code: string, offset: number) => {
    if (found < 0 && inline.test(code) && !isOther.test(code)) found = offset;
    return "";
  };
  mapProse(text, () => "", search, isMdx);
  return found < 0 ? undefined : text.slice(0, found).split("\n").length;
}
