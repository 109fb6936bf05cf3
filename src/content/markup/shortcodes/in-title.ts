/** Returns whether an offset is in a title after a number sign: addresses are made from titles, and must not change. */
export function isInTitle(body: string, offset: number): boolean {
  const before = body.slice(Math.max(0, offset - 500), offset);
  return /^#[ \t]/.test(before.slice(before.lastIndexOf("\n") + 1));
}

/** Returns whether an offset may be in a title, also in one in a quotation or a list, or above a line of equal signs. */
export function mayBeInTitle(body: string, offset: number): boolean {
  const before = body.slice(Math.max(0, offset - 500), offset);
  const after = body.slice(offset, offset + 1000);
  const isHeading = /^[ \t>*+-]*#[ \t]/.test(before.slice(before.lastIndexOf("\n") + 1));
  return isHeading || /^\n[ \t>]*=+[ \t]*(?:\n|$)/.test(after.slice(after.indexOf("\n")));
}
