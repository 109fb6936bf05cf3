import { watch } from "node:fs";
import { attempt } from "../files/failure.ts";
import { tellError } from "./exit-on-failure.ts";

/** Options of {@link watchFolder}. */
export interface WatchOptions {
  /** True to watch the folders in it too. */
  readonly recursive: boolean;
  /** Takes the name of what has changed, where the system reports one. */
  readonly onChange: (name: string | null) => void;
  /** Takes a line for a person. */
  readonly tell: (line: string) => void;
}

/** Watches a folder. Where the system cannot, as with too many watched files, a person is told and all else goes on. */
export function watchFolder(folder: string, { onChange, recursive, tell }: WatchOptions): void {
  const fail = (error: unknown) => tell(`${tellError(error)}. To see edits, start again.`);
  try {
    attempt("watch", folder, () => watch(folder, { recursive }, (_event, name) => onChange(name)).on("error", fail));
  } catch (error) {
    fail(error);
  }
}
