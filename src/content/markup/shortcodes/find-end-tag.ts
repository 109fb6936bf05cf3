/**
 * Finds the end tag of a block. If a tag once had none, it is not searched again: a text full of such tags would take quadratic time.
 * @param tag identifies the start tag
 * @param closing a global pattern
 * @param unclosed the tags without an end, of the whole text
 */
export function findEndTag(
  body: string,
  from: number,
  tag: string,
  closing: RegExp,
  unclosed: Set<string>,
): { readonly start: number; readonly end: number } | undefined {
  if (unclosed.has(tag)) return undefined;
  closing.lastIndex = from;
  const match = closing.exec(body);
  if (match === null) {
    unclosed.add(tag);
    return undefined;
  }
  return { start: match.index, end: closing.lastIndex };
}
