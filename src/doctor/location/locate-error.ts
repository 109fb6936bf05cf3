import type { Location } from "./location.ts";

/** Returns the position that the message of a parser names; nothing if it names none. */
export function locateError(message: string): { readonly location?: Location } {
  const xml = /^(\d+):(\d+): /.exec(message); // saxes counts columns from 0
  if (xml !== null) return { location: { line: Number(xml[1]), column: Number(xml[2]) + 1 } };
  const line = /^line (\d+): /.exec(message);
  if (line !== null) return { location: { line: Number(line[1]), column: 1 } };
  const json = /\(line (\d+) column (\d+)\)/.exec(message); // V8
  return json === null ? {} : { location: { line: Number(json[1]), column: Number(json[2]) } };
}
