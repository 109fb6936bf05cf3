import type { Location } from "./location.ts";

/** Returns the position that a message of the JSON parser names; nothing if it names none. */
export function locateError(message: string): { readonly location?: Location } {
  const json = /\(line (\d+) column (\d+)\)/.exec(message); // V8
  return json === null ? {} : { location: { line: Number(json[1]), column: Number(json[2]) } };
}
