import { chmodSync, closeSync, lstatSync, openSync, renameSync, rmSync, writevSync } from "node:fs";
import { attempt } from "./failure.ts";
import { removeAbandoned, temporaryPath } from "./temporary-path.ts";

const batchSize = 1000; // pieces: systems take 1024 in one call

/**
 * Writes a file from many pieces without joining them, atomically: after a failure, or the end of this process, the old file is
 * still there. The mode is kept. A link is replaced, and its target is untouched, so that a link in `build/` cannot choose which file is
 * overwritten.
 * @throws Failure
 */
export function replaceFile(file: string, pieces: readonly Uint8Array[]): void {
  const fresh = temporaryPath(file);
  attempt("write", file, () => {
    try {
      removeAbandoned(file);
      rmSync(fresh, { force: true }); // may be a link
      writePieces(fresh, pieces);
      const old = lstatSync(file, { throwIfNoEntry: false });
      if (old?.isFile()) chmodSync(fresh, old.mode);
      renameSync(fresh, file);
    } catch (error) {
      rmSync(fresh, { force: true });
      throw error;
    }
  });
}

function writePieces(file: string, pieces: readonly Uint8Array[]): void {
  const descriptor = openSync(file, "wx");
  try {
    for (let start = 0; start < pieces.length; start += batchSize) writeAll(descriptor, pieces.slice(start, start + batchSize));
  } finally {
    closeSync(descriptor);
  }
}

// The system may write fewer bytes than requested.
function writeAll(descriptor: number, pieces: readonly Uint8Array[]): void {
  let rest = pieces.filter(({ length }) => length > 0);
  while (rest.length > 0) {
    let written = writevSync(descriptor, rest);
    rest = rest.flatMap((piece) => {
      const skipped = Math.min(written, piece.length);
      written -= skipped;
      return skipped === piece.length ? [] : [piece.subarray(skipped)];
    });
  }
}
