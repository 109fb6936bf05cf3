import { guard } from "../lines/guard.ts";
import { mapProse } from "../lines/markdown-lines.ts";

const letter = "(?=[\\p{L}\\p{N}])[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Hang}]";
const letterBefore = new RegExp(`${letter}\\p{M}?$`, "u");
const letterAfter = new RegExp(`^${letter}`, "u");
// Emphasis does not begin before a comma, as in the marks of notes `価格*、数量*。`, nor end after an opening bracket. Nothing: code is there.
const mayEndBefore = /^$|[\p{P}\p{S}]$/u;
const mayBeginAfter = /^$|^(?![\p{Pe}\p{Pf}、。，．：；！？,.:;!?])[\p{P}\p{S}]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;
const wide = "[\\u3001-\\u303F\\uFE10-\\uFE6F\\uFF01-\\uFFEE]"; // punctuation of these scripts
const wideEnd = new RegExp(`(?=[\\p{P}\\p{S}])(?![\\p{Ps}\\p{Pi}])${wide}$`, "u");
const wideStart = new RegExp(`^(?=[\\p{Ps}\\p{Pi}])${wide}`, "u");

function mayEmphasizeCjk(text: string): boolean {
  return /\*|~~/.test(text) && /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\uFE10-\uFE6F\uFF01-\uFFEE]/u.test(text);
}

/**
 * Puts a guard between asterisks and punctuation if a letter of Chinese, Japanese or Korean is on their other side, as in
 * `**「強調」**です`, or if the punctuation is of these scripts and any letter is there, or after bold text a digit: `**React（リアクト）**v18`, `**大小：**64`. CommonMark (§6.2) would show
 * these asterisks, because it expects a space there. `removeGuards` removes the guards.
 */
export function guardCjkEmphasis(text: string, isMdx = false): string {
  return mayEmphasizeCjk(text) ? mapProse(text, guardIn, undefined, isMdx) : text;
}

function guardIn(text: string): string {
  return text.replace(/\*{1,3}|~~/g, (run, offset: number) => {
    const before = text.slice(Math.max(0, offset - 3), offset);
    const after = text.slice(offset + run.length, offset + run.length + 2);
    if (before.endsWith("*") || before.endsWith("\\") || after.startsWith("*")) return run;
    const isStrong = run.length > 1; // one asterisk may be the mark of a note: API*（注）
    const ends = mayEndBefore.test(before) && !opening.test(before) && letterAfter.test(after);
    const beforeDigit = isStrong && /^\p{N}/u.test(after) && !/[\p{Pe}\p{Pf}]$/u.test(before); // not the power in 「4」**5
    if (ends || (wideEnd.test(before) && (beforeDigit || /^\p{L}/u.test(after)))) return guard + run;
    const begins = letterBefore.test(before) && mayBeginAfter.test(after);
    return begins || (isStrong && /\p{L}\p{M}?$/u.test(before) && wideStart.test(after)) ? run + guard : run;
  });
}
