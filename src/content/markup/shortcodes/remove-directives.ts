import { escapeMarkup } from "../../../base/escape.ts";
import { firstDifference } from "../../../base/first-difference.ts";
import { includesAny } from "../../../base/includes-any.ts";
import { parseKramdownList } from "../dialects/lines/attribute-list.ts";
import { mapProse } from "../dialects/lines/markdown-lines.ts";
import { parseShortcodeArguments } from "./tags/shortcode-arguments.ts";

/** A text without what another generator inserts into it. */
export interface WithoutDirectives {
  readonly text: string;
  /** The names of what was removed, as they are written, with their counts. */
  readonly removed: ReadonlyMap<string, number>;
  /** The offset of the first of them. */
  readonly firstRemoved: number;
}

const leaf =
  /^(?<prefix>[ \t>]{0,20})::(?<name>[a-z][\w-]{0,30})(?:(?:\[(?<label>[^[\]\n]{0,200})\])?\{(?<list>[^{}\n]{1,300})\}|\[(?<only>[^[\]\n]{1,200})\])[ \t]{0,20}$/gm;
const abbreviation = /(?<![\w:]):abbr\[([^[\]\n]{1,100})\]\{title=("[^"{}<>\n]{1,200}"|'[^'{}<>\n]{1,200}')\}/g;

// VitePress: <<< @/snippets/x.js{1,3}, <!--@include: ./x.md-->. VuePress: @[code js{1-2}](./x.js), @[code{1-2}](./x.js). PyMdown: --8<-- "x.md".
const snippet =
  /^([ \t>]{0,20})(?:<<<[ \t]{1,5}[@./~\w][^\s<>]{0,300}(?:[ \t][^<>\n]{0,100})?|@\[code(?:\{[^{}\n]{0,50}\})?(?:[ \t][^[\]\n]{0,100})?\]\([^()\s]{1,300}\)|--8<--[ \t]{1,5}["'][^"'\n]{1,300}["'])[ \t]{0,20}$/gm;
const snippetMark = /^[ \t>]{0,20}--8<--[ \t]*$/; // before and after the names of files
// mkdocstrings: ::: package.Class, and its options below.
const apiObject =
  /^[ \t>]{0,20}:::[ \t]{1,5}[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){1,9}[ \t]{0,20}$(?:\n[ \t>]{0,20} {4}[^\n]{0,300}$){0,50}/gm;
const snippetName = /--8<--|<<<|@\[code/;
// MyST, between backticks, tildes or colons: {include} other.md, {literalinclude} code.py.
const includeFence = /^[ \t>]{0,20}(?:`{3,}|~{3,})[ \t]{0,9}\{((?:literal)?include)\}/;
const includeContainer = /^[ \t>]{0,20}:{3,9}[ \t]{0,9}\{((?:literal)?include)\}/;
const directiveOption = /^[ \t>]{0,20}:[a-z-]{1,30}:/;
const containerEnd = /^[ \t>]{0,20}:{3,9}[ \t]*$/;
const include = /^<!--[ \t]{0,5}@include:[^\n]{1,300}-->$/;

/**
 * Converts the abbreviations of remark-directive, and removes what only another generator can insert: unknown leaf directives such as
 * `::chart[label]{id="x"}`, of which the label remains, and included files. The number of lines stays the same.
 */
export function removeDirectives(written: string, isMdx = false): WithoutDirectives {
  const removed = new Map<string, number>();
  if (!includesAny(written, "::", ":abbr[", "<<<", "8<--", "@include:", "@[code", "{include}", "{literalinclude}"))
    return { text: written, removed, firstRemoved: 0 };
  const remove = (name: string, rest: string) => {
    removed.set(name, (removed.get(name) ?? 0) + 1);
    return rest;
  };
  const given = abbreviated(written);
  const text = mapProse(
    given,
    (prose) =>
      withoutBlocks(withoutContainers(prose, remove), remove)
        .replace(leaf, (found: string, prefix: string, name: string, label = "", list = "", only: string | undefined = undefined) => {
          if (only !== undefined) return !/^[/@:=.,|&?+<-]/.test(only) && /\p{L}/u.test(only) ? remove(`::${name}`, prefix + only) : found;
          return parseKramdownList(list) === undefined ? found : remove(`::${name}`, prefix + label);
        })
        .replace(snippet, (found: string, prefix: string) => {
          const [name = "<<<"] = snippetName.exec(found) ?? [];
          return remove(name === "@[code" ? "@[code]" : name, prefix.trimEnd());
        }),
    (code) => {
      const [, name] = includeFence.exec(code) ?? [];
      if (name !== undefined) return remove(`{${name}}`, blankLines(code));
      return include.test(code) ? remove("<!--@include-->", "") : code;
    },
    isMdx,
  );
  return { text, removed, firstRemoved: firstDifference(given, text) };
}

// A container that includes a file has only options.
function withoutContainers(prose: string, remove: (name: string, rest: string) => string): string {
  if (!/:::[ \t]{0,9}\{(?:literal)?include\}/.test(prose)) return prose;
  const lines = prose.split("\n");
  for (let start = 0; start < lines.length; start++) {
    const [, name] = includeContainer.exec(lines[start] as string) ?? [];
    let end = start + 1;
    while (name !== undefined && directiveOption.test(lines[end] ?? "")) end++;
    if (name === undefined || !containerEnd.test(lines[end] ?? "")) continue;
    const blanks = remove(`{${name}}`, blankLines(lines.slice(start, end + 1).join("\n")));
    lines.splice(start, end + 1 - start, ...blanks.split("\n"));
  }
  return lines.join("\n");
}

function withoutBlocks(prose: string, remove: (name: string, rest: string) => string): string {
  const text = prose.includes("8<--") ? withoutSnippets(prose, remove) : prose;
  if (!/:::[ \t]{1,5}\w+\./.test(text) || /^[ \t>]*:{3,}[ \t]*$/m.test(text)) return text; // the start of a container
  return text.replace(apiObject, (found) =>
    remove(
      found
        .split("\n", 1)[0]
        ?.replace(/^[ \t>]+/, "")
        .trim() ?? "",
      blankLines(found),
    ),
  );
}

function withoutSnippets(prose: string, remove: (name: string, rest: string) => string): string {
  const lines = prose.split("\n");
  let start: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (!snippetMark.test(line)) continue;
    if (start !== undefined) remove("--8<--", "");
    for (let at = start ?? lines.length; at <= index; at++) lines[at] = blankLines(lines[at] ?? "");
    start = start === undefined ? index : undefined;
  }
  return lines.join("\n");
}

// Keeps the markers of quotations.
function blankLines(text: string): string {
  return text
    .split("\n")
    .map((line) => (/^[ \t>]*/.exec(line)?.[0] ?? "").trimEnd())
    .join("\n");
}

function abbreviated(text: string): string {
  if (!text.includes(":abbr[")) return text;
  return mapProse(text, (prose) =>
    prose.replace(abbreviation, (_, words: string, written: string) => {
      const title = parseShortcodeArguments(`title=${written}`).named["title"] ?? "";
      return `<abbr title="${escapeMarkup(title)}">${words}</abbr>`;
    }),
  );
}
