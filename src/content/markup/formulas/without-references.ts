const reference = /&(?:(lt|gt|amp|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;
const named = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00A0"],
]);

/**
 * Decodes the character references that escape the signs of TeX in HTML and Markdown: `a &amp;= b`. TeX has no references, and nobody
 * writes `&lt;` there for a cell that begins with `lt;`.
 */
export function withoutReferences(tex: string): string {
  if (!tex.includes("&")) return tex;
  return tex.replace(reference, (found, name: string | undefined, decimal: string | undefined, hexadecimal = "") => {
    if (name !== undefined) return named.get(name) ?? found; // names are case-sensitive
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return isCharacter(code) ? String.fromCodePoint(code) : found;
  });
}

function isCharacter(code: number): boolean {
  return code >= 0x20 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
}
