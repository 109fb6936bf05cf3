const maxLength = 500; // UTF-16 units
const endLength = 150; // the reason and what to do are often behind the value

/** Cuts foreign text out of the middle of a message, so that no value of an author floods a terminal or a log. */
export function briefMessage(message: string): string {
  if (message.length <= maxLength) return message;
  const start = message.slice(0, maxLength - endLength - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${start}…${message.slice(-endLength).replace(/^[\uDC00-\uDFFF]/, "")}`;
}
