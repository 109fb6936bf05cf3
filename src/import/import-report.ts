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
  /** How many entries came to nothing: they have an id that came before, say, or no content. */
  readonly leftOut: number;
  /** How many sources could be read. */
  readonly sourcesRead: number;
  readonly concerns: readonly Concern[];
  /** How many pictures and other files came with articles that were copied as they are. */
  readonly media: number;
  /** What has to stand in `[vars.SITE]` for every address and id to stay, and does not yet. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Describes the result of an import, in lines.
 * @param folder as the user knows it, such as `articles`
 */
export function describeImport(result: ImportResult, folder: string, isDryRun: boolean): string[] {
  const { concerns, leftOut, media, settings, there, written } = result;
  const needy = new Set(concerns.flatMap(({ entry, from, file }) => (entry === undefined ? [] : `${from} ${file ?? entry}`))).size;
  const counts = [
    `${written.length} ${isDryRun ? "would be written" : "written"} to ${folder}/`,
    `${there} there already`,
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
    ...(media > 0 ? [`${media} pictures and other files with them`] : []),
    `${needy} need a hand`,
  ].join(", ");
  const missing = Object.entries(settings).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  return [
    ...(isDryRun ? written.map((file) => `${folder}/${file}`) : []),
    ...concerns.map((concern) => describeConcern(concern, folder)),
    `${isDryRun ? "Dry run, nothing written: " : ""}${written.length + there + leftOut} entries came: ${counts}`,
    ...(missing.length > 0 ? [`For addresses and ids to stay, write into wrangler.toml, under [vars.SITE]:`, ...missing] : []),
  ];
}

function describeConcern({ entry, file, from, note }: Concern, folder: string): string {
  const name = entry === undefined ? "" : ` ${JSON.stringify(entry)}`;
  return `${from}${name}${file === undefined ? "" : ` (${folder}/${file})`}: ${note}`;
}
