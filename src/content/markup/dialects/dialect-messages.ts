/** The warning about code that its own settings hide. */
export const hiddenCells =
  "Removed the code of cells that hide it (echo=FALSE, include=FALSE, remove-input); to show it, remove this setting";

/** The warning about code whose output only another program can make. */
export const lostOutput =
  "Cannot show the output of code that R Markdown, Quarto or MyST executes: publish the Markdown that they write; without output, set eval: false (MyST: tags: [remove-output])";

/** Describes a directive that its option hides. */
export function hiddenDirective(name: string): string {
  return `Removed a directive {${name}}: its option :hidden: hides it; to show it, remove this option`;
}

/** Describes a directive without a known meaning. */
export function unknownDirective(name: string): string {
  return `Cannot convert the directive {${name}}: only its words are shown; write what it shows as Markdown`;
}

/** Describes a role without a known meaning. */
export function unknownRole(name: string): string {
  return `Cannot convert the role {${name}}: it is shown as it is written; write what it shows as Markdown`;
}

/** Describes a wikilink to no article. */
export function unknownArticle(written: string): string {
  return `Cannot find an article for ${JSON.stringify(written)}: write the name of its file; only the words are shown`;
}

/** Describes roles whose labels the article does not have. */
export function unknownLabels(labels: readonly string[]): string {
  return `Cannot find the labels of these roles in the article: ${labels.join(", ")}; only their words are shown`;
}
