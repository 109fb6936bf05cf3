/** The result of a mutant. */
export interface Mutant {
  readonly fileName: string;
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string | undefined;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** The number of detected mutants of a file, and the list of the others. */
export interface Score {
  readonly file: string;
  readonly noticed: number;
  readonly survivors: readonly Mutant[];
}

const noticed: readonly string[] = ["Killed", "Timeout"];
const unnoticed: readonly string[] = ["Survived", "NoCoverage"];

/** Counts the mutants of each file, without those that could not be tested. */
export function scoresOf(mutants: readonly Mutant[]): Score[] {
  const byFile = Map.groupBy(mutants, ({ fileName }) => fileName.replace(/^.*?(?=src\/)/, ""));
  return [...byFile].map(([file, ofFile]) => ({
    file,
    noticed: ofFile.filter(({ status }) => noticed.includes(status)).length,
    survivors: ofFile.filter(({ status }) => unnoticed.includes(status)),
  }));
}

/** Returns a line for each survivor, one for each file, and one for each folder if there are several files. */
export function describeScores(scores: readonly Score[]): string {
  const folders = Map.groupBy(scores, ({ file }) => file.replace(/\/[^/]*$/, "/"));
  const ofFolders = [...folders].map(([file, ofFolder]) => ({
    file,
    noticed: ofFolder.reduce((sum, { noticed }) => sum + noticed, 0),
    survivors: ofFolder.flatMap(({ survivors }) => survivors),
  }));
  return [
    ...(scores.length === 1 ? scores.flatMap(({ file, survivors }) => survivors.map((mutant) => describeSurvivor(file, mutant))) : []),
    ...scores.map(describeScore),
    ...(scores.length === 1 ? [] : ofFolders.map(describeScore)),
  ].join("\n");
}

function describeScore({ file, noticed, survivors }: Score): string {
  const all = noticed + survivors.length;
  return `${file}: ${all === 0 ? 100 : Math.floor((1000 * noticed) / all) / 10} % of ${all}`;
}

function describeSurvivor(file: string, { location: { start }, mutatorName, replacement }: Mutant): string {
  return `  ${file}:${start.line}:${start.column} ${mutatorName} ${JSON.stringify(replacement)}`;
}
