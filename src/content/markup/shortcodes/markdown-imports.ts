import { escapeMarkup } from "../../../base/escape.ts";
import { includesAny } from "../../../base/includes-any.ts";
import { type MarkdownLine, mapProse, markdownLines } from "../dialects/lines/markdown-lines.ts";

/** An import or export in Markdown. */
interface Statement {
  readonly names: readonly string[];
  readonly isImport: boolean;
  /** The index of its first line. */
  readonly start: number;
  /** The index of the line after it. */
  readonly end: number;
}

const mayStart = /^(?:import|export)\s/m;
const wholeImport = /^import\s([^"']{0,1000})["'][^"'\n]{1,500}["'];?[ \t]*$/;
const clause = /^[\w$*{},\s]+$/;
const exportStart = /^export\s+(?:default\s+)?(?:const|let|var|function|class)\s+([\w$]{1,100})/;
const maxLines = 20; // of an import

/** Returns whether a text may have imports or exports, without looking for code. */
export function mayImport(text: string): boolean {
  return (/^[ie]/.test(text) || includesAny(text, "\nimport", "\nexport")) && mayStart.test(text);
}

/**
 * Returns whether Markdown imports or exports what a component or an attribute of JSX in it names, as in Docusaurus, which reads `.md` as
 * MDX. A text about JavaScript does not.
 */
export function usesImports(text: string): boolean {
  const used = usedNames(text);
  return used.size > 0 && statementsIn(markdownLines(text, false)).some(({ names }) => names.some((name) => used.has(name)));
}

const importOfFile = /^import\s+([\w$]+)\s+from\s+["']([^"'\n]+)["']/gm;

/** Returns the imported files by name. */
export function importedFiles(text: string): Map<string, string> {
  return new Map(Array.from(text.matchAll(importOfFile), ([, name = "", file = ""]) => [name, file]));
}

/**
 * Removes imports at the top of Markdown, and everywhere imports and exports whose names are used. Attributes that name an imported file
 * get its path. The number of lines stays the same.
 */
export function inlineImports(written: string): string {
  const text = withFiles(written);
  const used = usedNames(written);
  const lines = markdownLines(text, false);
  const kept = lines.map((line) => line.text);
  let top = 0; // the end of the blank lines and imports at the top
  for (const { end, isImport, names, start } of statementsIn(lines)) {
    while (top < start && isBlank(lines[top])) top++;
    const isAtTop = isImport && top === start;
    if (isAtTop) top = end;
    const isWhole = isAtTop && (isBlank(lines[end]) || mayStart.test(lines[end]?.text ?? ""));
    if (isWhole || names.some((name) => used.has(name))) kept.fill("", start, end);
  }
  return kept.join("\n");
}

function withFiles(text: string): string {
  const files = importedFiles(text);
  if (files.size === 0 || !text.includes("={")) return text;
  return mapProse(text, (prose) =>
    prose.replace(/(?<==)\{\s{0,10}([\w$]{1,100})(?:\.src|\.default)?\s{0,10}\}/g, (found, name: string) => {
      const file = files.get(name);
      return file === undefined ? found : `"${escapeMarkup(file)}"`;
    }),
  );
}

function isBlank(line: MarkdownLine | undefined): boolean {
  return line === undefined || line.text.trim() === "";
}

// The names of components, `<Name />`, and of values of attributes, `={name}`, outside of code.
function usedNames(text: string): Set<string> {
  const names = new Set<string>();
  mapProse(text, (prose) => {
    for (const [, component, value = component] of prose.matchAll(/<([A-Z][\w$]{0,100})(?=[\s/>.])|=\{\s{0,10}([\w$]{1,100})/g))
      if (value !== undefined) names.add(value);
    return prose;
  });
  return names;
}

function statementsIn(lines: readonly MarkdownLine[]): Statement[] {
  const found: Statement[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { isVerbatim, text } = lines[index] as MarkdownLine;
    const isApart = index === found.at(-1)?.end || isBlank(lines[index - 1]);
    const statement = isVerbatim || !isApart ? undefined : text.startsWith("import") ? importAt(lines, index) : exportAt(lines, index);
    if (statement === undefined) continue;
    found.push(statement);
    index = statement.end - 1;
  }
  return found;
}

function importAt(lines: readonly MarkdownLine[], start: number): Statement | undefined {
  let code = "";
  for (let end = start + 1; end <= Math.min(lines.length, start + maxLines); end++) {
    const line = lines[end - 1];
    if (isBlank(line)) return undefined;
    code += `${end === start + 1 ? "" : "\n"}${line?.text}`;
    const [, given] = wholeImport.exec(code) ?? [];
    if (given === undefined) continue;
    const isImport = given === "" || (clause.test(given) && /\sfrom\s?$/.test(given));
    return isImport ? { names: given.match(/[\w$]+/g) ?? [], isImport, start, end } : undefined;
  }
  return undefined;
}

// An export ends with a blank line.
function exportAt(lines: readonly MarkdownLine[], start: number): Statement | undefined {
  const [, name] = exportStart.exec(lines[start]?.text ?? "") ?? [];
  if (name === undefined) return undefined;
  let end = start + 1;
  while (end < lines.length && !isBlank(lines[end])) end++;
  return { names: [name], isImport: false, start, end };
}
