import robotsParser from "robots-parser";
import { brief } from "../../terminal/brief.ts";

/** A robots.txt: its address and its text. */
export interface RobotsFile {
  readonly url: string;
  readonly text: string;
}

const agent = "FeedDoctor";
const lineEnd = /\r\n|\r|\n/; // as of the parser
const maxLine = 200; // UTF-16 units
const maxRemovals = 5; // an author removes more rules better by hand

/** Returns the paths, each of them once, that robots.txt forbids to crawlers without rules of their own. */
export function forbiddenAmong(paths: readonly string[], { text, url }: RobotsFile): string[] {
  const robots = robotsParser(url, text);
  return [...new Set(paths)].filter((path) => robots.isDisallowed(new URL(path, url).href, agent) === true);
}

/**
 * Returns the remedy for forbidden paths, a sentence without its full stop. The longest matching rule decides, and Allow among rules of the
 * same length (RFC 9309 §2.2.2). So a line Allow is advised only if it allows the path according to the parser. Otherwise, the rule that
 * forbids the path has to be removed.
 */
export function adviceForRobots(forbidden: readonly string[], file: RobotsFile): string {
  const { removals, rest } = removeLongerRules(forbidden, file);
  if (removals.length > maxRemovals) return `Remove the rules of User-agent: ${groupOf(file.text)} that match ${listed(forbidden)}`;
  const allowed = neededPatterns(forbidden, rest).map((pattern) => `Allow: ${pattern}`);
  const group = new Set(agentsIn(file.text)).size > 1 ? ` to the rules of User-agent: ${groupOf(file.text)}` : "";
  const advice = listed([...removals, ...(allowed.length === 0 ? [] : [`add ${listed(allowed)}${group}`])]);
  return `${advice.charAt(0).toUpperCase()}${advice.slice(1)}`;
}

/** Returns parts of a sentence with commas and "and" between them. */
export function listed(parts: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(parts);
}

/** Returns the patterns of the lines Allow that allow all paths: /feed also allows /feed/, if no longer line forbids that. */
function neededPatterns(forbidden: readonly string[], file: RobotsFile): string[] {
  const needed: string[] = [];
  for (const path of forbidden.toSorted((a, b) => a.length - b.length)) {
    const changed = withAllowed(needed, file);
    const pattern = forbiddenAmong([path], changed).length === 0 ? undefined : patternFor(path, changed);
    if (pattern !== undefined) needed.push(pattern);
  }
  return needed;
}

/** Returns a pattern that allows a path; undefined if a longer rule forbids it. */
function patternFor(path: string, file: RobotsFile): string | undefined {
  return [path, `${path}$`].find((pattern) => forbiddenAmong([path], withAllowed([pattern], file)).length === 0);
}

// Groups of the same agent are one group (RFC 9309 §2.2.1).
function withAllowed(patterns: readonly string[], { text, url }: RobotsFile): RobotsFile {
  const lines = patterns.map((pattern) => `\nAllow: ${pattern}`).join("");
  return { url, text: `${text}\nUser-agent: ${groupOf(text)}${lines}` };
}

/** Removes the rules that are longer than any line Allow for a path. */
function removeLongerRules(forbidden: readonly string[], file: RobotsFile): { readonly removals: string[]; readonly rest: RobotsFile } {
  const removals: string[] = [];
  let rest = file;
  for (const path of forbidden) {
    while (removals.length <= maxRemovals && forbiddenAmong([path], rest).length > 0 && patternFor(path, rest) === undefined) {
      const number = robotsParser(rest.url, rest.text).getMatchingLineNumber(new URL(path, rest.url).href, agent);
      const removed = removeRule(rest.text, number);
      removals.push(removed.advice);
      rest = { url: rest.url, text: removed.text };
    }
  }
  return { removals, rest };
}

/** Removes the rule of a line. @param number of the line, from 1 */
function removeRule(text: string, number: number): { readonly advice: string; readonly text: string } {
  const lines = text.split(lineEnd);
  const rule = `${brief(lines[number - 1]?.trim() ?? "", maxLine)} (line ${number})`;
  const replaceBy = (line: string) => lines.with(number - 1, line).join("\n");
  if (!isOnlyRule(lines, number)) return { advice: `remove ${rule}`, text: replaceBy("") };
  return { advice: `write only Disallow: instead of ${rule}`, text: replaceBy("Disallow:") };
}

// Without any rule, an agent would get those of the next one.
function isOnlyRule(lines: readonly string[], number: number): boolean {
  const isRule = (line: string) => /^(?:user-agent|allow|disallow)$/.test(fieldOf(line).name);
  const before = lines.slice(0, number - 1).findLast(isRule);
  const after = lines.slice(number).find(isRule);
  return [before, after].every((line) => line !== undefined && fieldOf(line).name === "user-agent");
}

/** Returns the agent whose rules apply. */
function groupOf(text: string): string {
  return agentsIn(text).includes(agent.toLowerCase()) ? agent : "*";
}

function agentsIn(text: string): string[] {
  const fields = text.split(lineEnd).map(fieldOf);
  return fields.filter(({ name }) => name === "user-agent").map(({ value }) => value.split("/", 1)[0]?.trim() ?? "");
}

/** Returns the name and the value of a line, in small letters and without a comment. */
function fieldOf(line: string): { readonly name: string; readonly value: string } {
  const [name = "", ...value] = (line.split("#", 1)[0] ?? "").toLowerCase().split(":");
  return { name: name.trim(), value: value.join(":").trim() };
}
