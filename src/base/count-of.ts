/** Returns how often a sign is in a text. */
export function countOf(sign: string, text: string): number {
  let count = 0;
  for (let index = text.indexOf(sign); index >= 0; index = text.indexOf(sign, index + 1)) count++;
  return count;
}
