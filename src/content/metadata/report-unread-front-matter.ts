import type { Diagnostic, Report } from "../../model/diagnostic.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import { isKnownKey } from "../front-matter/keys/known-keys.ts";
import { normalizeKeyCase } from "../front-matter/normalize-key-case.ts";
import { findUnreadFrontMatter, type UnreadFrontMatter } from "../front-matter/unread-front-matter.ts";
import { type DraftMark, findDraftMark } from "./is-draft.ts";

type UnreadProblem = Pick<Diagnostic, "message" | "severity"> & { readonly line: number };

/**
 * Reports front matter that was not read because of its form. It may hide the article, and would be published as text.
 * Returns whether that is an error.
 */
export function reportUnreadFrontMatter(file: string, frontMatter: FrontMatter, report: Report): boolean {
  const problem = findUnreadProblem(frontMatter);
  if (problem === undefined) return false;
  report({ file, column: 1, ...problem });
  return problem.severity === "error";
}

/** Finds the problem of front matter that was not read because of its form. */
export function findUnreadProblem(frontMatter: FrontMatter): UnreadProblem | undefined {
  if (frontMatter.frontMatterSource !== undefined) return undefined;
  const found = findUnreadFrontMatter(frontMatter.body);
  const problem = found && problemOf(found, frontMatter);
  return found && problem && { line: found.line, ...problem };
}

const write = 'write a line of three hyphens ("---") before and after it';

// A line across the page and a sentence with a colon are text. So a fence without an end, or no fence, needs more than one key.
function problemOf(found: UnreadFrontMatter, frontMatter: FrontMatter) {
  const { data, fence, isClosed } = found;
  const mark = findDraftMark(normalizeKeyCase({ ...frontMatter, data }).data);
  const hasKeys = Object.keys(data).filter(isKnownKey).length > 1;
  if (fence === "{")
    return error(
      "Cannot read the front matter: it is not JSON in braces with every key in double quotes, or its last brace does not end a line",
    );
  if (fence !== "" && (isClosed || hasKeys || mark !== undefined))
    return error(`Cannot read the front matter: ${JSON.stringify(fence.slice(0, 20))} does not begin it; ${write}`);
  if (mark?.isClear) return error(`Cannot publish a text that begins with ${describeMark(mark)}: if it is front matter, ${write}`);
  const message = `Cannot use ${Object.keys(data).join(", ")} at the top of the text: if it is front matter, ${write}`;
  return fence === "" && hasKeys ? ({ severity: "warning", message } as const) : undefined;
}

function error(message: string) {
  return { severity: "error", message } as const;
}

function describeMark({ key, value }: DraftMark): string {
  return JSON.stringify(`${key}: ${String(value)}`);
}

/**
 * Returns whether front matter that cannot be read clearly marks its article as a draft: one that begins as it should, or several keys
 * without a fence, such as a header of Pelican. One line alone may be the beginning of the text.
 * @param text the article
 */
export function isUnreadDraft(text: string): boolean {
  const found = findUnreadFrontMatter(text);
  if (found === undefined) return false;
  const isHeader = found.fence === "" && Object.keys(found.data).filter(isKnownKey).length > 1;
  if (!isHeader && !/^(?:---|\+\+\+)[ \t]*\n/.test(text)) return false;
  const data = Object.entries(found.data).map(([key, value]) => [key.toLowerCase(), value]);
  return findDraftMark(Object.fromEntries(data))?.isClear === true;
}
