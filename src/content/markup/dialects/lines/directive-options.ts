import { writeAttributeMark } from "./attribute-marks.ts";

const cellOption = /^[ \t>]*(?:#|\/\/|--|%)\|[ \t]/; // Quarto: #| echo: false
const option = /^[ \t>]*:([\w-]+):(.*)$/;
const anyOption = /^([ \t>]*):?([\w-]+):(.*)$/; // also of YAML

/** Returns the label in the options of a directive as a line of attributes for the next block, and the index of its line. */
export function labelIn(content: readonly string[]): { readonly mark: string; readonly line: number } | undefined {
  const lines = content.slice(0, optionLines(content)).map((text) => anyOption.exec(text) ?? []);
  const line = lines.findIndex(([, , name = ""]) => /^(?:label|name)$/.test(name));
  const label = lines[line]?.[3]?.trim() ?? "";
  return /^[A-Za-z][\w:.-]{0,100}$/.test(label) ? { mark: writeAttributeMark({ isOfBefore: false, list: `#${label}` }), line } : undefined;
}

/** Returns the Markdown of a picture. */
export function pictureOf(address: string, alt = ""): string {
  return `![${alt.replace(/[[\]]/g, "\\$&")}](<${address.trim().replace(/[<>]/g, "\\$&")}>)`;
}

/** Returns the options of a directive by their names. */
export function optionsOf(content: readonly string[]): ReadonlyMap<string, string> {
  const lines = content.slice(0, optionLines(content)).map((line) => anyOption.exec(line) ?? []);
  return new Map(lines.map(([, , name = "", value = ""]) => [name, value.trim()]));
}

/** Replaces the options of a directive with blank lines, or with the picture of a card. */
export function withoutOptions(content: readonly string[]): string[] {
  const count = optionLines(content);
  const alt = count > 0 ? optionsOf(content).get("img-alt") : undefined;
  return content.map((line, index) => {
    if (index >= count) return line;
    const [, prefix = "", name = "", address = ""] = anyOption.exec(line) ?? [];
    const isPicture = /^img-(?:top|bottom|background)$/.test(name) && address.trim() !== "";
    return isPicture ? prefix + pictureOf(address, alt) : (/^[ \t>]*/.exec(line)?.[0].trimEnd() ?? "");
  });
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
