import { LimitError, shown } from "../../limits/limit-error.ts";
import { compileGlob, type Glob } from "./glob.ts";

/**
 * Compiles the patterns with which generators select files, in the syntax of picomatch. A path matches if it matches one of them, and none
 * of those that begin with `!`.
 */
export function selectFiles(patterns: readonly string[]): Glob {
  checkLength(patterns);
  const selected = patterns.filter((pattern) => !pattern.startsWith("!")).map(compilePattern);
  const excluded = excludeFiles(patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1)));
  return { test: (path) => (selected.length === 0 || selected.some((glob) => glob.test(path))) && !excluded.test(path) };
}

/** Compiles patterns that exclude files. The pattern of a folder excludes everything in it. */
export function excludeFiles(patterns: readonly string[]): Glob {
  checkLength(patterns);
  const globs = patterns.map((pattern) => compileGlob(`${translated(pattern).replace(/\/$/, "")}{,/**}`));
  return { test: (path) => globs.some((glob) => glob.test(path)) };
}

const maxLength = 16_384; // UTF-16 units: each path is compared with each pattern

/** Throws a LimitError for patterns that are too long: an import without them would publish what they exclude. */
export function checkLength(patterns: readonly string[]): void {
  const length = patterns.reduce((sum, pattern) => sum + pattern.length, 0);
  if (length > maxLength)
    throw new LimitError(`its configuration has patterns of files with more than ${shown(maxLength)} characters`, "write fewer patterns");
}

// A negated group, such as `!(_*)`, matches any name but those of its alternatives.
function compilePattern(pattern: string): Glob {
  const negated = /!\(([^()]{1,100})\)/g;
  const all = compileGlob(translated(pattern.replace(negated, "*")));
  const others = compileGlob(translated(pattern.replace(negated, "@($1)")));
  return { test: (path) => all.test(path) && (!pattern.includes("!(") || !others.test(path)) };
}

// `**/` also matches no folder. In a class, picomatch negates with `^` only.
function translated(pattern: string): string {
  return pattern
    .replace(/^(?:\.?\/)+/, "")
    .replace(/\[!([^[\]/]{1,99})\]/g, "[$1!]")
    .replace(/[@+?*]?\(([^()]{1,100})\)/g, (_, alternatives: string) => `{${alternatives.replaceAll("|", ",")}}`)
    .replaceAll(/\*\*\/+/g, "{,**/}");
}
