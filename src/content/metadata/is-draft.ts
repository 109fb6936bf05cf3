import { closestWord } from "../../base/closest-word.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asTable, isNull, readSwitch } from "../front-matter/front-matter-value.ts";
import { type DraftMeaning, draftMeaning } from "../front-matter/keys/metadata-keys.ts";

/** A key of front matter that makes an article a draft. */
export interface DraftMark {
  readonly key: string;
  readonly value: FrontMatterValue;
  /** False if the value is neither of those that hide an article nor of those that publish it, such as `draft: ture`. */
  readonly isClear: boolean;
  /** True for a key that some sites use instead of `draft`, such as `isDraft`. */
  readonly isSynonym?: true;
}

/** Reads the value of a key: true if it makes the article a draft, undefined if its meaning is not clear. */
type ReadMark = (value: FrontMatterValue) => boolean | undefined;

const hides: ReadMark = readSwitch;
const publishes: ReadMark = (value) => negate(readSwitch(value));

const marks: readonly (readonly [key: string, read: ReadMark])[] = [
  ["draft", hides],
  ["private", hides],
  ["published", (value) => (isDateLike(value) ? false : publishes(value))], // Jekyll; elsewhere it is a date
  ["publish", publishes], // Obsidian, Quartz
  ["status", readStatus],
  ["permalink", readPermalink],
  ["headless", hides], // Hugo
  ["render", publishes], // Zola
];

/**
 * Finds the key that marks an article as a draft, in the way of any known generator. A value that is not clear marks it, too: an article
 * that was public by mistake cannot be called back.
 */
export function findDraftMark(data: FrontMatter["data"]): DraftMark | undefined {
  const found = marks.flatMap(([key, read]) => markOf(key, data[key], read));
  for (const key of ["_build", "build"]) found.push(...markOf(key, asTable(data[key])["render"], readRender));
  return found.find(({ isClear }) => isClear) ?? found[0] ?? synonymIn(data);
}

const synonymReaders: Readonly<Record<DraftMeaning, ReadMark>> = { hides, publishes, state: readStatus };

// Only a clear value hides the article, since such a key may have another purpose; and our own key has priority.
function synonymIn(data: FrontMatter["data"]): DraftMark | undefined {
  if (readSwitch(data["draft"]) === false) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const meaning = draftMeaning(key);
    if (meaning !== undefined && synonymReaders[meaning](value) === true) return { key, value, isClear: true, isSynonym: true };
  }
  return undefined;
}

/** Returns whether front matter marks an article as a draft. */
export function isMarkedAsDraft(data: FrontMatter["data"]): boolean {
  return findDraftMark(data) !== undefined;
}

function markOf(key: string, value: FrontMatterValue | undefined, read: ReadMark): DraftMark[] {
  if (value === undefined || isNull(value)) return [];
  const isDraft = read(value);
  return isDraft === false ? [] : [{ key, value, isClear: isDraft === true }];
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

// "0" and "1" are switches.
function isDateLike(value: FrontMatterValue): boolean {
  return typeof value === "string" && /\d/.test(value) && readSwitch(value) === undefined;
}

// WordPress's post_status (developer.wordpress.org/reference/functions/get_post_stati), and Ghost's.
const hiddenStates = ["draft", "drafts", "private", "pending", "trash", "auto-draft", "inherit", "unpublished"];
const publicStates = ["publish", "published", "public", "future", "scheduled", "sent", "hidden"];

// Notes of a digital garden have a status of their own, such as "seedling". Only a misspelled state is not clear.
function readStatus(value: FrontMatterValue): boolean | undefined {
  const status = typeof value === "string" ? value.trim().toLowerCase() : "";
  if (hiddenStates.includes(status)) return true;
  if (publicStates.includes(status)) return false;
  const nearest = closestWord(status, [...publicStates, ...hiddenStates]);
  return nearest !== undefined && hiddenStates.includes(nearest) ? undefined : false;
}

// Eleventy writes no page for `permalink: false`.
function readPermalink(value: FrontMatterValue): boolean | undefined {
  if (typeof value !== "string" || value.includes("/")) return false;
  const text = value.trim().toLowerCase();
  if (text === "false") return true;
  return /^(?:no|off)$/.test(text) || closestWord(text, ["false"]) !== undefined ? undefined : false;
}

// gohugo.io/content-management/build-options
function readRender(value: FrontMatterValue): boolean | undefined {
  const text = typeof value === "string" ? value.trim().toLowerCase() : "";
  if (text === "always" || text === "link") return false;
  return text === "never" ? true : publishes(value);
}
