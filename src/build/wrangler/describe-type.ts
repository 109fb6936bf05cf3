import { tableOf } from "../../base/table-values.ts";
import { tomlLine, tomlValue } from "../../settings/toml-value.ts";

const typeComplaint = /^(Expected "([^"]+)" to be of type (string|boolean|number|array|string array),? but got) (.*)$/s;

/** Adds to a complaint of wrangler about the type of a value what to write instead, if a value of that type was probably meant. */
export function describeType(complaint: string): string {
  const [, expected = "", key = "", type = "", got = ""] = typeComplaint.exec(complaint) ?? [];
  const name = key.split(".").at(-1) ?? "";
  const given = parseGiven(got, name);
  const meant = meantAs(type, given);
  if (meant === undefined) return complaint;
  // A text that wrangler does not take for one is a date, which TOML writes without quotes.
  const shown = type === "string" && typeof given === "string" ? `the date ${given}` : tomlValue(given);
  return `${expected} ${shown}; write ${/^\w+$/.test(name) ? tomlLine(name, meant) : tomlValue(meant)}`;
}

// Wrangler shows values as JSON, and the table of some.
function parseGiven(json: string, name: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return tableOf(value)[name] ?? value;
  } catch {
    return undefined; // it shows undefined, too
  }
}

function meantAs(type: string, given: unknown): unknown {
  const text = typeof given === "string" ? given.trim() : undefined;
  const isScalar = text !== undefined || typeof given === "number" || typeof given === "boolean";
  if (!isScalar) return undefined;
  switch (type) {
    case "string":
      return String(given);
    case "boolean":
      if (given === 1 || /^(?:true|yes|on)$/i.test(text ?? "")) return true;
      return given === 0 || /^(?:false|no|off)$/i.test(text ?? "") ? false : undefined;
    case "number":
      return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    default:
      return text === undefined ? undefined : [text];
  }
}
