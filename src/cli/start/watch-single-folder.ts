import { watch } from "node:fs";
import { attempt } from "../../files/failure.ts";
import { errorLines } from "../../terminal/exit-on-failure.ts";
import type { Print } from "../../terminal/terminal.ts";

/** Options of {@link watchSingleFolder}. */
export interface WatchSingleFolderOptions {
  /** Called with the name of the changed file, if the system reports it. */
  readonly onChange: (name: string | null) => void;
  readonly print: Print;
}

/** Watches a folder, but not its subfolders. If the system cannot, as with too many watched files, a message is printed and everything else continues. */
export function watchSingleFolder(folder: string, { onChange, print }: WatchSingleFolderOptions): void {
  const fail = (error: unknown) => print(...errorLines(error), "To see edits, start again.");
  try {
    attempt("watch", folder, () => watch(folder, (_event, name) => onChange(name)).on("error", fail));
  } catch (error) {
    fail(error);
  }
}
