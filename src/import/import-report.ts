/** Something that its new owner has to look at. */
export interface Concern {
  /** The file or URL that the entry is from. */
  readonly from: string;
  /** The entry's title or id; undefined where it is about the whole source. */
  readonly entry?: string | undefined;
  /** Its file below the articles folder, where it has one. */
  readonly file?: string | undefined;
  readonly note: string;
}

/** What came of an import. */
export interface ImportResult {
  /** The new files, below the articles folder. */
  readonly written: readonly string[];
  /** How many entries were in the folder already. */
  readonly there: number;
  /** How many entries came to nothing: they have an id that came before, or no content. */
  readonly leftOut: number;
  /** How many sources could be read. */
  readonly sourcesRead: number;
  readonly concerns: readonly Concern[];
}

/**
 * Tells what came of an import.
 * @param folder as the user knows it, such as `articles`
 */
export function describeImport(result: ImportResult, folder: string, isDryRun: boolean): string {
  const { concerns, leftOut, there, written } = result;
  const needy = new Set(concerns.flatMap(({ entry, from, file }) => (entry === undefined ? [] : `${from} ${file ?? entry}`))).size;
  const counts = [
    `${written.length} ${isDryRun ? "would be written" : "written"} to ${folder}/`,
    `${there} there already`,
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
    `${needy} need a hand`,
  ].join(", ");
  return [
    ...(isDryRun ? written.map((file) => `${folder}/${file}`) : []),
    ...concerns.map((concern) => describeConcern(concern, folder)),
    `${isDryRun ? "Dry run, nothing written: " : ""}${written.length + there + leftOut} entries came: ${counts}`,
  ].join("\n");
}

function describeConcern({ entry, file, from, note }: Concern, folder: string): string {
  const name = entry === undefined ? "" : ` ${JSON.stringify(entry)}`;
  return `${from}${name}${file === undefined ? "" : ` (${folder}/${file})`}: ${note}`;
}
