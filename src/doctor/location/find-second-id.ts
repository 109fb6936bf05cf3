const before = /(?:<(?:\w+:)?(?:guid|id)(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[\s*)?|"id"\s*:\s*"?|\babout\s*=\s*["'])$/;
const after = /^\s*(?:<|\]\]>|["',}])/;
const around = 300; // UTF-16 units

/** Returns the offset of the second entry with an id, in UTF-16 units; -1 if it is written in another way. */
export function findSecondId(text: string, id: string): number {
  if (id === "") return -1;
  let count = 0;
  const written = text.includes(id) ? id : id.replaceAll("&", "&amp;");
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length)) {
    const end = at + written.length;
    if (!before.test(text.slice(Math.max(0, at - around), at)) || !after.test(text.slice(end, end + around))) continue;
    if (++count === 2) return at;
  }
  return -1;
}
