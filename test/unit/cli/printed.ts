import { formatLine, type Print } from "../../../src/terminal/terminal.ts";

/** Collects what is printed: a text for each call, its lines without their styles. */
export function collectPrinted(into: string[], change: (text: string) => string = (text) => text): Print {
  return (...lines) => into.push(change(lines.map((line) => formatLine(line, process.stdout)).join("\n")));
}
