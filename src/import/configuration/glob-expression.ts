/** Converts a pattern such as `/blog/**` or `{page,section}` to a regular expression. */
export function globExpression(glob: string): RegExp {
  let depth = 0;
  const source = glob.replace(/\*\*|[*?{},]|[^*?{},]+/g, (part) => {
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part === "{") return ++depth > 0 ? "(?:" : "";
    if (part === "}") return depth-- > 0 ? ")" : "\\}";
    return part === "," && depth > 0 ? "|" : RegExp.escape(part);
  });
  return depth === 0 ? new RegExp(`^(?:${source})$`) : /(?!)/;
}
