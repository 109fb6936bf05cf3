import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { tableOf } from "../../../base/table-values.ts";
import { parseFrontMatter } from "../../../content/front-matter/front-matter.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { asTable, readSwitch } from "../../../content/front-matter/front-matter-value.ts";

const options = { render: ["always", "never", "link"], list: ["always", "never", "local"] } as const;

/**
 * Replaces the build options of front matter, also those of its cascade, by the values that `DecodeBuildConfig` of Hugo reads
 * (github.com/gohugoio/hugo, resources/page/pagemeta/pagemeta.go). A boolean becomes 0 or 1, and any other text counts as `always`: a
 * page with `render: "false"`, in quotes, is rendered.
 * @param typed the same front matter with the types of its syntax; undefined if they are unknown
 */
export function withBuildOptions(table: FrontMatterTable, typed: unknown): FrontMatterTable {
  const entries = Object.entries(table).map(([key, value]) => {
    const inner = tableOf(typed)[key];
    if (isBuild(key)) return [key, decodedBuild(value, inner)] as const;
    return [key, key.toLowerCase() === "cascade" ? decodedCascade(value, inner) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** Reads front matter with the types of its syntax; undefined if it has no build options, or cannot be read. */
export function typedFrontMatter(path: string, text: string): unknown {
  return /build/i.test(text) ? readTypedFrontMatter(path, text) : undefined;
}

/** Reads front matter with the types of its syntax; undefined if it cannot be read. */
export function readTypedFrontMatter(path: string, text: string): unknown {
  try {
    const { source, syntax } = parseFrontMatter(path, text.replace(/\r\n?/g, "\n")).frontMatterSource ?? { source: "", syntax: "YAML" };
    if (syntax === "YAML") return parseYaml(source, { version: "1.1", merge: true, uniqueKeys: false, logLevel: "error" });
    return syntax === "TOML" ? parseToml(source) : JSON.parse(source);
  } catch {
    return undefined; // the article's own parser reports faults
  }
}

/** Returns the keys of build options whose values we read in another way than Hugo, with the values that we read in the same way. */
export function correctedBuild(written: FrontMatterTable, decoded: FrontMatterTable): FrontMatterTable {
  return Object.fromEntries(
    Object.entries(decoded).filter(([key, value]) => {
      const own = asTable(written[key]);
      return isBuild(key) && Object.keys(options).some((name) => meaningOf(own[name]) !== meaningOf(asTable(value)[name]));
    }),
  );
}

/** Returns whether a page has no file on the site. @param frontMatter with decoded build options, and with keys in lower case */
export function isNotRendered(frontMatter: FrontMatterTable): boolean {
  const { render } = asTable(frontMatter["_build"] ?? frontMatter["build"]);
  return readSwitch(frontMatter["headless"]) === true || render === "never" || render === "link";
}

function isBuild(key: string): boolean {
  return /^_?build$/i.test(key);
}

function decodedCascade(value: FrontMatterValue, typed: unknown): FrontMatterValue {
  if (Array.isArray(value)) return value.map((item, index) => decodedCascade(item, Array.isArray(typed) ? typed[index] : undefined));
  return typeof value === "string" ? value : withBuildOptions(asTable(value), typed);
}

function decodedBuild(value: FrontMatterValue, typed: unknown): FrontMatterValue {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, text]) => {
    const name = key.toLowerCase(); // Hugo ignores the case of keys
    const known = name === "render" || name === "list" ? options[name] : undefined;
    return known === undefined || typeof text !== "string"
      ? ([key, text] as const)
      : ([name, decodedOption(text, tableOf(typed)[key], known)] as const);
  });
  return Object.fromEntries(entries);
}

function decodedOption(text: string, typed: unknown, known: readonly string[]): string {
  const isSwitch = typeof typed === "string" ? undefined : readSwitch(text);
  if (isSwitch !== undefined) return isSwitch ? "always" : "never";
  if (text === "0") return "never";
  return known.includes(text) ? text : "always";
}

function meaningOf(value: FrontMatterValue | undefined): string {
  const text = typeof value === "string" ? value.trim().toLowerCase() : "always";
  const read = readSwitch(text);
  return read === undefined ? text : read ? "always" : "never";
}
