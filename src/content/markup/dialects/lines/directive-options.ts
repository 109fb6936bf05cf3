import { writeAttributeMark } from "./attribute-marks.ts";
import { isBlankText } from "./markdown-lines.ts";

/** The marks before an option of a cell in Quarto, in the comments of its language: `#| echo: false`, in Mermaid `%%| fig-cap: A graph`. */
export const cellMark = "(?:#|//|--|%{1,2}|!)\\|";
const cellOption = new RegExp(`^[ \\t>]*${cellMark}[ \\t]`);
const option = /^[ \t>]*:([\w-]+):(.*)$/;
const anyOption = /^([ \t>]*):?([\w-]+):(.*)$/; // also of YAML

/** Returns the label in the options of a directive as a line of attributes for the next block, and the index of its line. */
export function labelIn(content: readonly string[]): { readonly mark: string; readonly line: number } | undefined {
  const lines = content.slice(0, optionLines(content)).map((text) => anyOption.exec(text) ?? []);
  const line = lines.findIndex(([, , name = ""]) => /^(?:label|name)$/.test(name));
  const label = lines[line]?.[3]?.trim() ?? "";
  return /^[A-Za-z][\w:.-]{0,100}$/.test(label) ? { mark: writeAttributeMark({ isOfBefore: false, list: `#${label}` }), line } : undefined;
}

/** Returns the label of a directive in its options. */
export function labelOf(content: readonly string[]): string | undefined {
  const options = optionsOf(content);
  return options.get("name") ?? options.get("label");
}

/** Returns the Markdown of a picture. */
export function pictureOf(address: string, alt = ""): string {
  return `![${alt.replace(/[[\]]/g, "\\$&")}](${addressOf(address)})`;
}

/** Returns an address as the destination of a link in Markdown. */
export function addressOf(address: string): string {
  return `<${address.trim().replace(/[<>]/g, "\\$&")}>`;
}

/**
 * Returns the Markdown of a link as sphinx-design gives it: of the type `doc` it is the name of an article, of `ref` a label. A link
 * without words has those of its target.
 */
export function linkOf(target: string, type: string, words: string): string {
  const address = type === "doc" && !/\.\w+$/.test(target) ? `${target}.md` : type === "ref" ? `#${target.replace(/^#/, "")}` : target;
  return `[${words === "" && /^(?:https?:|mailto:)/.test(address) ? address : words}](${addressOf(address)})`;
}

/** Returns the title of a card with its link. Without a title, {@link withoutOptions} writes the link as a line. */
export function linkedTitle(title: string, content: readonly string[]): string {
  const options = optionsOf(content);
  const target = options.get("link") ?? options.get("url") ?? "";
  return target === "" || !canLink(title) ? title : linkOf(target, options.get("link-type") ?? "", title);
}

function canLink(title: string): boolean {
  return title !== "" && !/[[\]]/.test(title);
}

/** Returns the options of a directive by their names. */
export function optionsOf(content: readonly string[]): ReadonlyMap<string, string> {
  const lines = content.slice(0, optionLines(content)).map((line) => anyOption.exec(line) ?? []);
  return new Map(lines.map(([, , name = "", value = ""]) => [name, value.trim()]));
}

/**
 * Replaces the options of a directive with blank lines, or with the picture, the link, and the header of a card, or
 * the subtitle of a sidebar.
 * @param title the title of a card, which has its link; undefined for other directives
 */
export function withoutOptions(content: readonly string[], title?: string): string[] {
  const count = optionLines(content);
  const options = count > 0 ? optionsOf(content) : new Map<string, string>();
  return content.map((line, index) => {
    if (index >= count) return line;
    const [, prefix = "", name = "", address = ""] = anyOption.exec(line) ?? [];
    const isPicture = /^img-(?:top|bottom|background)$/.test(name) && address.trim() !== "";
    if (/^(?:header|subtitle)$/.test(name) && title !== undefined) return edgeLine(prefix, "header", address);
    if (name === "title" && title === "" && address.trim() !== "") return edgeLine(prefix, "header", `**${address.trim()}**`);
    if (/^(?:link|url)$/.test(name) && title !== undefined && !canLink(title) && address.trim() !== "")
      return prefix + linkOf(address.trim(), options.get("link-type") ?? "", "");
    return isPicture ? prefix + pictureOf(address, options.get("img-alt")) : (/^[ \t>]*/.exec(line)?.[0].trimEnd() ?? "");
  });
}

/** The mark of the header or the footer of a card, in a heading: it ends with its line, so that the text of the card may be next to it. */
export const edgeMark: RegExp = /^\[!card-(?:header|footer)\][ \t]*/;

function edgeLine(prefix: string, edge: "footer" | "header", words: string): string {
  return words.trim() === "" ? prefix.trimEnd() : `${prefix}###### [!card-${edge}] ${words.trim().replace(/#$/, "\\#")}`;
}

/**
 * Moves the footer in the options of a card, or the author in those of a quotation, below its text, with the empty line above the text. The
 * number of lines stays the same.
 */
export function withFooterBelow(content: readonly string[]): readonly string[] {
  const options = content.slice(0, optionLines(content)).map((line) => anyOption.exec(line) ?? []);
  const index = options.findIndex(([, , option]) => option === "footer" || option === "attribution");
  const [, prefix = "", name, words = ""] = options[index] ?? [];
  if (words.trim() === "") return content;
  const footer = edgeLine(prefix, "footer", name === "footer" ? words : `— ${words.trim().replace(/^[—–-]\s*/, "")}`);
  const rest = content.toSpliced(index, 1);
  const first = options.length - 1; // below the options
  const canMove = isBlankText(rest[first] ?? "x") && !options.some(([, , option = ""]) => /^(?:img-\w+|link|url)$/.test(option));
  return canMove ? [...rest.toSpliced(first, 1), prefix.trimEnd(), footer] : [...rest, footer];
}

/** Returns the number of the first lines, which are options: `:class: dropdown`, or YAML between lines of hyphens. */
export function optionLines(content: readonly string[]): number {
  if (/^[ \t>]*---[ \t]*$/.test(content[0] ?? "")) {
    const end = content.findIndex((line, index) => index > 0 && !/^[ \t>]*[\w-]+:(?:\s|$)/.test(line));
    return /^[ \t>]*---[ \t]*$/.test(content[end] ?? "") ? end + 1 : 0;
  }
  const count = content.findIndex((line) => !option.test(line) && !cellOption.test(line));
  return count < 0 ? content.length : count;
}
