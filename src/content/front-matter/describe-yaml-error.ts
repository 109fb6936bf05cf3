/** Describes in plain words why YAML cannot be parsed, and what to do. The parser's own messages name rules of its grammar. */
export function describeYamlError(message: string): string {
  return reasons.find(([pattern]) => pattern.test(message))?.[1] ?? "write each line as a key, a colon, a space and a value";
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^Missing closing ['"]quote/, "a quote is not closed"],
  [/^Tabs are not allowed/, "a line begins with a tab; indent it with spaces"],
  [/^Nested mappings|^A block sequence|^Implicit keys/, "put a value that has a colon in quotes"],
  [/alias count/, "it has too many aliases; write the values themselves"],
  [
    /cannot start with|block-seq-ind|alias|anchor|in YAML stream|directive/i,
    "put a value that begins or ends with a special character in quotes",
  ],
  [/at node end$/, "put the whole value in quotes; inside single quotes, write a quote twice"],
  [/escape sequence/, "write each backslash twice, or put the value in single quotes"],
  [/^Flow (?:sequence|map)|^Missing , /, "a comma or a closing bracket is missing"],
  [/^Unexpected (?:,|empty item) /, "there is a comma too many"],
  [/^Block scalar|^Not a YAML token/, 'begin the text after "|" or ">" on the next line'],
  [/same column|indent/i, "indent all keys of a table, and all items of a list, by the same number of spaces"],
  [/^Comments must be/, "put a space before #, or put the value in quotes"],
];
