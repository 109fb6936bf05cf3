/**
 * Matches every tag of sanitized content: slash, name and attributes. In such content, text contains no `<`, and every value is in double
 * quotes. A value may contain tags, so a pattern that matches only some tags would find them there.
 */
export const tagPattern = /<(\/?)([a-z][a-z0-9]*)((?: [^\s"<>=]+(?:="[^"]*")?)*)>/g;
