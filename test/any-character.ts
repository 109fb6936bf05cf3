import fc from "./fast-check.ts";

const firstSurrogate = 0xd800;
const surrogates = 0x800;

/**
 * Any character except for lone surrogates: the unit of strings, with the same cases as the unit "binary" of fast-check. That one spends
 * a second of each process on a table of all characters.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat({ max: 0x10ffff - surrogates })
  .map((index) => String.fromCodePoint(index < firstSurrogate ? index : index + surrogates), indexOf);

/** Returns the index of a character, so that fast-check can shorten texts and insert its own. */
function indexOf(character: unknown): number {
  const [only, ...others] = typeof character === "string" ? character : [];
  const point = others.length === 0 ? only?.codePointAt(0) : undefined;
  if (point === undefined) throw new Error(`Cannot find ${JSON.stringify(character)}: not one character`);
  return point < firstSurrogate ? point : point - surrogates;
}
