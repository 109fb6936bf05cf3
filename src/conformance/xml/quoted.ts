/** Quotes a part of a document in one line: within single quotation marks if it contains double ones, as attributes do. */
export function quoted(text: string): string {
  const escaped = JSON.stringify(text);
  return text.includes('"') && !text.includes("'") ? `'${escaped.slice(1, -1).replaceAll('\\"', '"')}'` : escaped;
}
