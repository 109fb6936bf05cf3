import type { YamlRepair } from "./yaml-repair.ts";
import { type YamlValue, yamlValues } from "./yaml-values.ts";

/** Puts values in quotes whose first character or colon has another meaning in YAML: `title: Moon: a view`, `title: [Draft] Moon`. */
export const repairQuotes: YamlRepair = (lines) => {
  const anchors = new Set(lines.flatMap((line) => line.match(/(?<=&)[^\s,[\]{}]+/g) ?? []));
  const repaired = [...lines];
  const warnings = [];
  for (const value of yamlValues(lines)) {
    const quoted = quote(value, anchors);
    if (quoted === undefined) continue;
    for (const [index, line] of quoted.entries()) repaired[value.line + index] = line;
    const spelling = quoted.map((line) => line.trim()).join(" ");
    const message = `The value of ${value.key ?? "a list item"} has a special character and no quotes around it: write ${spelling}`;
    warnings.push({ line: value.line, column: value.head.length + 1, message });
  }
  return warnings.length === 0 ? undefined : { lines: repaired, warnings };
};

function quote(value: YamlValue, anchors: ReadonlySet<string>): readonly string[] | undefined {
  const { head, rest, text } = value;
  const items = rest.length === 0 ? itemsIn(text, anchors) : undefined;
  if (items !== undefined) return [`${head}[${items.map((item) => JSON.stringify(item)).join(", ")}]`];
  const content = rest.length === 0 && hasApostrophes(text) ? text.slice(1, -1) : text;
  if (content === text && !(isSpecial(text, anchors) || (hasColon.test([text, ...rest].join("\n")) && /^[^"'[{|>&!]/.test(text))))
    return undefined;
  if (rest.some((line) => /^\s*#/.test(line))) return undefined;
  const escaped = [content, ...rest].map((line) => JSON.stringify(line).slice(1, -1));
  const last = escaped.length - 1;
  return escaped.map((line, index) => (index === 0 ? `${head}"` : "") + line + (index === last ? '"' : ""));
}

const hasColon = /:(?:\s|$)/;

const special: readonly RegExp[] = [
  /^[@`%,\]}]/,
  /^(?:\?(?:\s|$)|-$)/,
  /^\[[^[\]]*\][^,\]}#]/, // [Draft] Moon
  /^\{[^{}]*\}[^,\]}#]/,
  /^"[^"\\]*"(?:[ \t]+[^\s#,:]|:[ \t])/, // "Moon" rises
  /^'[^']*'(?:[ \t]+[^\s#,:]|:[ \t])/,
];

// In 'don't', the quote between two letters is an apostrophe.
function hasApostrophes(text: string): boolean {
  const inner = text.slice(1, -1);
  return /^'.*'$/.test(text) && inner.includes("'") && !/(?<!\p{L})'|'(?!\p{L})/u.test(inner);
}

function isSpecial(text: string, anchors: ReadonlySet<string>): boolean {
  return special.some((pattern) => pattern.test(text)) || (text.startsWith("*") && !anchors.has(text.slice(1)));
}

// The items of a list in brackets, if one is empty or begins with a special character. A list with brackets or quotes inside is unclear.
function itemsIn(text: string, anchors: ReadonlySet<string>): readonly string[] | undefined {
  if (!/^\[[^[\]{}"']*\]$/.test(text)) return undefined;
  const items = text
    .slice(1, -1)
    .split(",")
    .map((item) => item.trim());
  const isFaulty = items.slice(0, -1).includes("") || items.some((item) => isSpecial(item, anchors));
  return isFaulty ? items.filter((item) => item !== "") : undefined;
}
