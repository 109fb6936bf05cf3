import { isBlankText } from "../dialects/lines/markdown-lines.ts";

/** The place of what replaces a tag in the text after the replacement. */
export interface ReplacedPlace {
  readonly start: number;
  readonly end: number;
  /** True if the text was between the tags, so that its own blank lines are written. */
  readonly isWritten: boolean;
}

/** Returns the lines, from 0, that are blank because of replaced tags, with what is left on them. @param places in their order */
export function emptiedLines(text: string, places: readonly ReplacedPlace[]): Map<number, string> {
  const emptied = new Map<number, string>();
  if (places.length === 0 || !text.includes("<")) return emptied;
  const lines = text.split("\n");
  let [index, start, tested] = [0, 0, -1];
  const skipTo = (offset: number) => {
    for (let line = lines[index] ?? ""; start + line.length < offset; line = lines[index] ?? "") {
      start += line.length + 1;
      index++;
    }
  };
  const test = () => {
    const line = lines[index] ?? "";
    if (index > tested && isBlankText(line)) emptied.set(index, line);
    tested = Math.max(index, tested);
  };
  for (const place of places) {
    skipTo(place.start);
    test();
    while (!place.isWritten && start + (lines[index] ?? "").length < place.end) {
      skipTo(start + (lines[index] ?? "").length + 1);
      test();
    }
    skipTo(place.end);
    test();
  }
  return emptied;
}
