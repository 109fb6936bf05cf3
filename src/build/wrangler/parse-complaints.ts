/**
 * Returns the complaints in a message of wrangler about a configuration. They are the innermost items of its list:
 *
 *     Processing wrangler.toml configuration:
 *       - "env.staging" environment configuration
 *         - Expected "name" to be of type string but got 5.
 */
export function parseComplaints(message: string): string[] {
  const items: { indent: number; text: string }[] = [];
  for (const line of message.split("\n")) {
    const [, indent = "", text = ""] = /^(\s*)- (.*)$/.exec(line) ?? [];
    const last = items.at(-1);
    if (text !== "") items.push({ indent: indent.length, text: text.trim() });
    else if (last !== undefined) last.text = `${last.text} ${line.trim()}`.trim();
  }
  return items.filter(({ indent }, index) => (items[index + 1]?.indent ?? 0) <= indent).map(({ text }) => text.replace(/\.$/, ""));
}
