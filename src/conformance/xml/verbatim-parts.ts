/** The parts of a document in which neither < nor & begins markup. */
export const verbatimParts = [
  { start: "<![CDATA[", end: "]]>", name: "a CDATA section" },
  { start: "<!--", end: "-->", name: "a comment" },
  { start: "<?", end: "?>", name: "an instruction" },
] as const;
