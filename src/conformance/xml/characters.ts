import { codePointName } from "../../base/invalid-characters.ts";
import type { ReportViolation } from "../rules/violation.ts";

/** Returns false for a text in which `checkCharacters` certainly finds nothing. */
export function mayBeDamaged(text: string): boolean {
  return /[\u0080-\u00BF\uD800-\uDFFF\uFFFD]/.test(text);
}

/** Reports characters that XML allows but that are always mistakes: C1 controls, lone surrogates, U+FFFD, UTF-8 encoded twice. */
export function checkCharacters(text: string, place: string, report: ReportViolation): void {
  const bad = /[\u0080-\u009F\uFFFD]/.exec(text);
  if (bad) report("BadCharacters", place, codePointName(bad[0]));
  if (!text.isWellFormed()) report("BadCharacters", place, "a lone surrogate");
  if (isEncodedTwice(text)) report("BadCharacters", place, `${text} was encoded twice`);
}

function isEncodedTwice(text: string): boolean {
  if (!/[\u00C2\u00C3][\u0080-\u00BF]/.test(text) || /[^\u0000-\u00FF]/.test(text)) return false;
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) !== "";
  } catch {
    return false;
  }
}

/** Returns whether a code point matches the Char production of XML 1.0. */
export function isXmlChar(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}
