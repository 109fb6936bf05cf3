import type { Finding } from "./finding.ts";

/** Returns the position that a message of the JSON parser names; nothing if it names none. */
export function locateError(message: string): Pick<Finding, "location"> {
  const json = /\(line (\d+) column (\d+)\)/.exec(message); // V8
  return json === null ? {} : { location: { line: Number(json[1]), column: Number(json[2]) } };
}
