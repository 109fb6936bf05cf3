import { oneLine } from "../../../../base/one-line.ts";
import { truncate } from "../../../../base/truncate.ts";

const formula = /\uF8F0\d+\uF8F1/g;
const placeholders = /[\uFDD0\uFDD2\uF8F2]/g; // of escapes, figures and the lines of formulas

/** Quotes the first words of a text for a message. Formulas and tildes are hidden in it at this time. */
export function quotedStart(text: string): string {
  const shown = text.replace(formula, "$…$").replaceAll("\uFDD1", "~").replace(placeholders, "");
  return JSON.stringify(truncate(oneLine(shown), 60));
}
