import { locateTomlKey, type Position } from "./locate-toml-key.ts";

const key = /["`]([a-z]\w*(?:\[\d+\])?(?:\.(?:\w+(?:\[\d+\])?|\[\d+\]))*)["`]/gi;

/**
 * Returns the position of a key in the table of an environment; otherwise at the top level.
 * @param environment a wrangler environment; empty for the top level
 */
export function locateIn(text: string, environment: string, path: readonly string[]): Position | undefined {
  const table = ["env", environment];
  const own = environment === "" ? undefined : locateTomlKey(text, [...table, ...path]);
  return own !== undefined && own.line !== locateTomlKey(text, table)?.line ? own : locateTomlKey(text, path);
}

/** Returns the position of the key that a complaint of wrangler names, such as `"dev.port"`, or of the value at its end. Line 1 if it names neither. */
export function locateComplaint(text: string, environment: string, complaint: string): Position {
  for (const [, name = ""] of complaint.matchAll(key)) {
    const position = locateIn(text, environment, name.replace(/\.?\[\d+\]/g, "").split("."));
    if (position !== undefined) return position;
  }
  const value = complaint.slice(complaint.lastIndexOf(": ") + 2).replace(/^"|"$/g, "");
  const row = value === complaint ? -1 : text.split("\n").findIndex((line) => line.includes(`"${value}"`));
  return { line: Math.max(0, row) + 1, column: 1 };
}
