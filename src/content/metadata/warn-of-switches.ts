import type { FrontMatter } from "../front-matter/front-matter.ts";
import { isNull, isTrue, readSwitch } from "../front-matter/front-matter-value.ts";
import { findDraftMark } from "./is-draft.ts";
import { isMarkedAsUnlisted, unclearListing } from "./is-unlisted.ts";
import { unclearExclusion } from "./search-exclusion.ts";

/** Receives a warning about a key. Equal dedupe keys make the warnings of many articles one. */
export type WarnOfKey = (key: string, message: string, dedupeKey?: string) => void;

/** Warns of switches whose value is neither true nor false, and of `hidden`, whose meaning differs. */
export function warnOfSwitches(data: FrontMatter["data"], warn: WarnOfKey): void {
  warnOfDraft(data, warn);
  warnOfListing(data, warn);
  warnOfExclusion(data, warn);
}

function warnOfDraft(data: FrontMatter["data"], warn: WarnOfKey): void {
  const mark = findDraftMark(data);
  if (mark?.isSynonym) {
    const reading = `Cannot use ${mark.key} ${JSON.stringify(mark.value)}: it was read as draft: true, which is the better spelling`;
    warn(mark.key, `${reading}; the article is a draft`, `draft ${mark.key}`);
  }
  if (mark === undefined || mark.isClear) return;
  const advice = `write draft: true, or draft: false${mark.key === "draft" ? "" : ` without ${mark.key}`} to publish it`;
  warn(mark.key, `Cannot read ${mark.key} ${JSON.stringify(mark.value)}: the article is a draft until you ${advice}`);
}

// Some plugins of Hexo and Jekyll leave hidden articles out of the front page only.
function warnOfListing(data: FrontMatter["data"], warn: WarnOfKey): void {
  const { feed } = data;
  if (typeof feed === "string" && !isNull(feed) && readSwitch(feed) === undefined) {
    const meaning = isMarkedAsUnlisted(data) ? "; this article is in no feed" : "";
    warn("feed", `Cannot use feed ${JSON.stringify(feed)}: write feed: false for an article that is in no feed${meaning}`, `feed ${feed}`);
  }
  if (readSwitch(feed ?? "") !== undefined) return;
  if (isTrue(data["hidden"]))
    warn(
      "hidden",
      "Left out of all feeds and of search engines because of hidden: true; add feed: true to keep it in them, or feed: false",
      "hidden",
    );
  const unclear = unclearListing(data);
  if (unclear !== undefined)
    warn(
      unclear,
      `Cannot read ${unclear} ${JSON.stringify(data[unclear])}: the article is left out of all feeds; write feed: false or feed: true`,
    );
}

function warnOfExclusion(data: FrontMatter["data"], warn: WarnOfKey): void {
  const key = unclearExclusion(data);
  if (key === undefined) return;
  const value = `${key} ${JSON.stringify(data[key])}`;
  const meaning = key === "sitemap" ? "the sitemap" : "search engines";
  warn(key, `Cannot read ${value}: the article is left out of ${meaning}; write ${key}: true or ${key}: false`);
}
