const maxLength = 500; // UTF-16 units
const endLength = 150; // the reason and the advice are often after the value

/** Shortens a message in the middle, so that no value floods a terminal or a log. */
export function briefMessage(message: string): string {
  if (message.length <= maxLength) return message;
  const start = message.slice(0, maxLength - endLength - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${start}…${message.slice(-endLength).replace(/^[\uDC00-\uDFFF]/, "")}`;
}
