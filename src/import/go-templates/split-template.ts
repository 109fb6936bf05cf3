/** A part of a template: its text, or an action between `{{` and `}}`. */
export interface TemplatePart {
  readonly kind: "text" | "action";
  readonly text: string;
}

// A text in quotation marks, the end of an action, or another character. An action ends at the first }} outside of its texts.
const part = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\}\}|[^"'`}]+|\}/y;

/** Splits a template of Go at its actions. White space next to `{{-` and `-}}` is removed. Returns undefined for an action without an end. */
export function splitTemplate(template: string): TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  let [done, trims] = [0, false];
  const pushText = (end: number, trimsEnd: boolean) => {
    const written = template.slice(done, end);
    const begun = trims ? written.trimStart() : written;
    const text = trimsEnd ? begun.trimEnd() : begun;
    if (text !== "") parts.push({ kind: "text", text });
  };
  for (let start = template.indexOf("{{"); start >= 0; start = template.indexOf("{{", done)) {
    const trimsBefore = /^-\s$/.test(template.slice(start + 2, start + 4));
    const from = start + (trimsBefore ? 3 : 2);
    const end = actionEnd(template, from);
    if (end === undefined) return undefined;
    const inner = template.slice(from, end);
    const trimsAfter = /(?:\s|\*\/)-$/.test(inner.slice(-3));
    const text = (trimsAfter ? inner.slice(0, -1) : inner).trim();
    pushText(start, trimsBefore);
    [done, trims] = [end + 2, trimsAfter];
    if (!text.startsWith("/*")) parts.push({ kind: "action", text });
  }
  pushText(template.length, false);
  return parts;
}

// Returns the offset of the end mark.
function actionEnd(template: string, from: number): number | undefined {
  const comment = from + (/^\s/.test(template.slice(from, from + 1)) ? 1 : 0);
  if (template.startsWith("/*", comment)) {
    const close = template.indexOf("*/", comment + 2);
    const end = close < 0 ? -1 : template.indexOf("}}", close);
    return end < 0 ? undefined : end;
  }
  part.lastIndex = from;
  for (let match = part.exec(template); match !== null; match = part.exec(template)) if (match[0] === "}}") return match.index;
  return undefined;
}
