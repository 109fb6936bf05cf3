import { guard } from "../lines/guard.ts";
import { mapProse } from "../lines/markdown-lines.ts";

const letter = "(?=[\\p{L}\\p{N}])[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Hang}]";
const letterBefore = new RegExp(`${letter}\\p{M}?$`, "u");
const letterAfter = new RegExp(`^${letter}`, "u");
// Emphasis does not begin before a comma, as in the marks of notes `価格*、数量*。`, nor end after an opening bracket. Nothing: code is there.
const mayEndBefore = /^$|[\p{P}\p{S}]$/u;
const mayBeginAfter = /^$|^(?![\p{Pe}\p{Pf}、。，．：；！？,.:;!?])[\p{P}\p{S}]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

function mayEmphasizeCjk(text: string): boolean {
  return /\*|~~/.test(text) && /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}]/u.test(text);
}

/**
 * Puts a guard between asterisks and punctuation if a letter of Chinese, Japanese or Korean is on their other side, as in
 * `**「強調」**です`: CommonMark (§6.2) would show these asterisks, because it expects a space there. `removeGuards` removes the guards.
 */
export function guardCjkEmphasis(text: string, isMdx = false): string {
  return mayEmphasizeCjk(text) ? mapProse(text, guardIn, undefined, isMdx) : text;
}

function guardIn(text: string): string {
  return text.replace(/\*{1,3}|~~/g, (run, offset: number) => {
    const before = text.slice(Math.max(0, offset - 3), offset);
    const after = text.slice(offset + run.length, offset + run.length + 2);
    if (before.endsWith("*") || before.endsWith("\\") || after.startsWith("*")) return run;
    if (mayEndBefore.test(before) && !opening.test(before) && letterAfter.test(after)) return guard + run;
    return letterBefore.test(before) && mayBeginAfter.test(after) ? run + guard : run;
  });
}
