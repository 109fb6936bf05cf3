import { UnknownValueError } from "../site-rules/template-engine.ts";
import { type GoValue, SafeText, textOf } from "./go-value.ts";

const verb = /%(?:%|(\.\d{1,2})?([a-z])|[\s\S]|$)/gi;

/** Formats values as `fmt.Printf` of Go does, with the verbs `%v`, `%s`, `%d`, `%t`, `%q`, and `%.2f` of a fraction. */
export function formatText(format: string, values: readonly GoValue[]): string {
  let used = 0;
  const text = format.replace(verb, (whole, precision: string | undefined, letter: string | undefined) => {
    if (whole === "%%") return "%";
    const value = values[used++];
    const formatted = letter === undefined || value === undefined ? undefined : formattedValue(letter, precision, value);
    if (formatted === undefined) throw new UnknownValueError(`printf ${whole}`);
    return formatted;
  });
  if (used !== values.length) throw new UnknownValueError("printf with further values");
  return text;
}

function formattedValue(letter: string, precision: string | undefined, value: GoValue): string | undefined {
  const isText = typeof value === "string" || value instanceof SafeText;
  if (letter === "f" && typeof value === "number" && precision !== undefined) return value.toFixed(Number(precision.slice(1)));
  if (precision !== undefined || value === null) return undefined; // nil has other texts
  if (letter === "v" || (letter === "s" && isText)) return textOf(value);
  if (letter === "d" && typeof value === "number" && Number.isInteger(value)) return String(value);
  if (letter === "t" && typeof value === "boolean") return String(value);
  return letter === "q" && isText && /^[\x20-\x7e]*$/.test(textOf(value)) ? JSON.stringify(textOf(value)) : undefined;
}
