import { unescapeMarkup } from "../../base/escape.ts";
import { unknownValue } from "../site-rules/template-engine.ts";
import { htmlEscape } from "./escape-output.ts";
import { formatText } from "./format-text.ts";
import { type GoMethod, type GoValue, numberOf, textOf } from "./go-value.ts";

type TextFunction = (...texts: readonly string[]) => string | boolean | number;

// Their arguments are texts.
const ofTexts: Readonly<Record<string, TextFunction>> = {
  lower: (text = "") => text.toLowerCase(),
  upper: (text = "") => text.toUpperCase(),
  title: (text = "") => titleOf(text),
  humanize: (text = "") => humanized(text),
  urlize: (text = "") => nameInAddress(text, "./"),
  anchorize: (text = "") => nameInAddress(text, ""),
  trim: (text = "", signs = " \t\r\n") => trimmed(trimmed(text, signs, "start"), signs, "end"),
  trimLeft: (signs = "", text = "") => trimmed(text, signs, "start"),
  trimRight: (signs = "", text = "") => trimmed(text, signs, "end"),
  trimPrefix: (start = "", text = "") => (text.startsWith(start) ? text.slice(start.length) : text),
  trimSuffix: (end = "", text = "") => (end !== "" && text.endsWith(end) ? text.slice(0, -end.length) : text),
  trimSpace: (text = "") => text.trim(),
  hasPrefix: (text = "", start = "") => text.startsWith(start),
  hasSuffix: (text = "", end = "") => text.endsWith(end),
  contains: (text = "", part = "") => text.includes(part),
  count: (part = "", text = "") => (part === "" ? unknownValue("a count of nothing") : text.split(part).length - 1),
  htmlEscape: (text = "") => htmlEscape(text),
  htmlUnescape: (text = "") => unescaped(text),
  chomp: (text = "") => trimmed(text, "\r\n", "end"),
  plainify: (text = "") => plainified(text),
  base: (path = "") => trimmed(path, "/", "end").split("/").at(-1) || (path === "" ? "." : "/"),
  ext: (path = "") => /\.[^./]*$/.exec(path)?.[0] ?? "",
};

const others: Readonly<Record<string, GoMethod>> = {
  print: (...values) => (values.length === 1 ? textOf(values[0] ?? null) : unknownValue("print")),
  printf: (format = null, ...values) => formatText(textOf(format), values),
  replace: (text = null, part = null, other = null, count) => replaced(textOf(text), textOf(part), textOf(other), optional(count)),
  substr: (text = null, start = null, length) => substring(textOf(text), numberOf(start), optional(length)),
  slicestr: (text = null, start = 0, end) => Array.from(textOf(text)).slice(numberOf(start), optional(end)).join(""),
  countrunes: (text = null) =>
    Array.from(
      textOf(text)
        .replace(/<[^<>]*>/g, "")
        .replace(/\s/g, ""),
    ).length,
  join: (...parts) => joinedPath(parts.map(textOf)),
};

const texts: Readonly<Record<string, GoMethod>> = Object.fromEntries(
  Object.entries(ofTexts).map(([name, run]): [string, GoMethod] => [name, (...values) => run(...values.map(textOf))]),
);

const all: Readonly<Record<string, GoMethod>> = { ...texts, ...others };
const onlyWithNamespace = ["trimLeft", "trimRight", "trimPrefix", "trimSuffix", "trimSpace", "contains", "count", "base", "ext", "join"];

/** The functions of texts (gohugo.io/functions/strings). Those with regular expressions are unknown, since a hostile one takes exponential time. */
export const textFunctions: Readonly<Record<string, GoMethod>> = {
  ...Object.fromEntries(Object.entries(all).filter(([name]) => !onlyWithNamespace.includes(name))),
  ...inNamespace("strings", {
    ToLower: "lower",
    ToUpper: "upper",
    Title: "title",
    Trim: "trim",
    TrimLeft: "trimLeft",
    TrimRight: "trimRight",
    TrimPrefix: "trimPrefix",
    TrimSuffix: "trimSuffix",
    TrimSpace: "trimSpace",
    HasPrefix: "hasPrefix",
    HasSuffix: "hasSuffix",
    Contains: "contains",
    Count: "count",
    Chomp: "chomp",
    Replace: "replace",
    Substr: "substr",
    SliceString: "slicestr",
    CountRunes: "countrunes",
  }),
  ...inNamespace("path", { Base: "base", Ext: "ext", Join: "join" }),
  ...inNamespace("fmt", { Print: "print", Printf: "printf" }),
  ...inNamespace("urls", { URLize: "urlize", Anchorize: "anchorize" }),
  ...inNamespace("transform", { HTMLEscape: "htmlEscape", HTMLUnescape: "htmlUnescape", Plainify: "plainify" }),
};

function inNamespace(namespace: string, names: Readonly<Record<string, string>>): Readonly<Record<string, GoMethod>> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, own]): [string, GoMethod][] => {
      const method = all[own];
      return method === undefined ? [] : [[`${namespace}.${name}`, method]];
    }),
  );
}

function optional(value: GoValue | undefined): number | undefined {
  return value === undefined ? undefined : numberOf(value);
}

// The style of titles has small words, which depend on the place in the title; a single word has none.
function titleOf(text: string): string {
  return /^[a-z]*$/i.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : unknownValue("title");
}

function humanized(text: string): string {
  if (!/^[a-z]+(?:[ _-][a-z]+)*$/.test(text)) return unknownValue("humanize");
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/[_-]/g, " ");
}

function nameInAddress(text: string, kept: string): string {
  if (!/^[a-z\d][\w\s./-]*$/i.test(text) || [..."./"].some((sign) => text.includes(sign) && !kept.includes(sign)))
    return unknownValue("urlize");
  return text.toLowerCase().trim().replace(/\s+/g, "-");
}

function trimmed(text: string, signs: string, side: "start" | "end"): string {
  let [start, end] = [0, text.length];
  if (side === "start") while (start < end && signs.includes(text.charAt(start))) start++;
  else while (end > start && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function unescaped(text: string): string {
  const plain = text.replaceAll("&#34;", "&quot;").replaceAll("&#39;", "'");
  return /&(?!(?:lt|gt|quot|amp);)#?\w+;/.test(plain) ? unknownValue("htmlUnescape") : unescapeMarkup(plain);
}

// Blocks become lines.
function plainified(text: string): string {
  return /<(?:p|br|div|h\d|li|ul|ol|table|pre)\b/i.test(text) ? unknownValue("plainify") : text.replace(/<[^<>]*>/g, "");
}

function replaced(text: string, part: string, other: string, count: number | undefined): string {
  if (part === "") return unknownValue("replace");
  const [first = "", ...rest] = text.split(part);
  const limit = count !== undefined && count >= 0 ? count : rest.length;
  return rest.reduce((before, after, index) => before + (index < limit ? other : part) + after, first);
}

function substring(text: string, start: number, length: number | undefined): string {
  if (start < 0 || (length !== undefined && length < 0)) return unknownValue("substr");
  return Array.from(text)
    .slice(start, length === undefined ? undefined : start + length)
    .join("");
}

function joinedPath(parts: readonly string[]): string {
  const path = parts.filter((part) => part !== "").join("/");
  if (/(?:^|\/)\.\.?(?:\/|$)/.test(path)) return unknownValue("path.Join");
  return path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
}
