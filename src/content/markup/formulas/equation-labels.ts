const label = /\\label\{([^{}\\\s]{1,100})\}/g;
const tag = /\\tag\*?\{(?:([^{}$]{1,50})|\$([^{}$]{1,50})\$)\}/;
const reference = /\\(?:eq)?ref\{([^{}\\\s]{1,100})\}/g;

/** A label of a formula to which its article refers. */
export interface EquationLabel {
  /** The id of the formula: its first such label. */
  readonly id: string;
  /** The tag of the formula, or the label, which its TeX shows. */
  readonly shown: string;
}

/** Returns the labels of formulas to which a text refers with `\eqref` or `\ref`. */
export function referencedLabels(source: string, formulas: readonly { readonly tex: string }[]): Map<string, EquationLabel> {
  const labels = new Map<string, EquationLabel>();
  if (!/\\(?:eq)?ref\{/.test(source)) return labels;
  const referenced = new Set([...source.matchAll(reference)].map(([, name = ""]) => name));
  for (const { tex } of formulas) {
    const all = [...tex.matchAll(label)].map(([, name = ""]) => name);
    const found = all.filter((name) => referenced.has(name) && !labels.has(name));
    const [, text, signs] = (all.length === 1 ? tag.exec(tex) : undefined) ?? [];
    const only = text ?? signs; // \tag{$\star$}
    for (const name of found) labels.set(name, { id: found[0] as string, shown: only ?? name });
  }
  return labels;
}

/** Returns the id of a formula that has one of these labels. */
export function idOfLabels(tex: string, labels: ReadonlyMap<string, EquationLabel>): string | undefined {
  if (labels.size === 0) return undefined;
  return [...tex.matchAll(label)].flatMap(([, name = ""]) => labels.get(name)?.id ?? [])[0];
}
