/** Describes in plain words why JSON cannot be parsed, and what to do. */
export function describeJsonError(message: string): string {
  return reasons.find(([pattern]) => pattern.test(message))?.[1] ?? "put each key and each text in double quotes";
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^Expected double-quoted property name/, "put each key in double quotes, and no comma after the last value"],
  [/^Unterminated string|^Bad control character/, "a quote is not closed in this line"],
  [/^Expected ',' or/, "a comma or a closing bracket is missing"],
  [/^Expected ':'/, "a colon is missing after the key"],
  [/^Bad (?:escaped|Unicode)/, "write each backslash twice"],
  [/number/, "this is not a number; put a text in double quotes"],
  [/after JSON/, "nothing may follow the closing brace"],
  [/^Unexpected end/, "the closing brace is missing"],
];
