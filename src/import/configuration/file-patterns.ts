import { compileGlob, type Glob } from "./glob.ts";

/**
 * Compiles the patterns with which generators select files, in the syntax of picomatch. A path matches if it matches one of them, and none
 * of those that begin with `!`.
 */
export function selectFiles(patterns: readonly string[]): Glob {
  const selected = patterns.filter((pattern) => !pattern.startsWith("!")).map((pattern) => compileGlob(translated(pattern)));
  const excluded = excludeFiles(patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1)));
  return { test: (path) => (selected.length === 0 || selected.some((glob) => glob.test(path))) && !excluded.test(path) };
}

/** Compiles patterns that exclude files. The pattern of a folder excludes everything in it. */
export function excludeFiles(patterns: readonly string[]): Glob {
  const globs = patterns.map((pattern) => compileGlob(`${translated(pattern).replace(/\/$/, "")}{,/**}`));
  return { test: (path) => globs.some((glob) => glob.test(path)) };
}

// `**/` also matches no folder. A class of characters, such as `[^_]`, matches every character: too many files are reported, too few are not.
function translated(pattern: string): string {
  return pattern
    .replace(/^(?:\.?\/)+/, "")
    .replace(/\[[^[\]/]{1,100}\]/g, "?")
    .replace(/[@+?*]?\(([^()]{1,100})\)/g, (_, alternatives: string) => `{${alternatives.replaceAll("|", ",")}}`)
    .replaceAll(/\*\*\/+/g, "{,**/}");
}
