import { chmodSync, closeSync, lstatSync, openSync, renameSync, rmSync, writevSync } from "node:fs";
import { attempt } from "./failure.ts";

const batchSize = 1000; // pieces: systems take 1024 in one call

/**
 * Writes a file of many pieces without joining them. The file is there at once or not at all: a failure, or the end of this process,
 * leaves the file that was there before. The mode stays. A link is replaced, and what it leads to is left: a link in `build/` must not
 * decide what is overwritten.
 * @throws Failure
 */
export function replaceFile(file: string, pieces: readonly Uint8Array[]): void {
  const fresh = `${file}.new`;
  attempt("write", file, () => {
    try {
      rmSync(fresh, { force: true }); // what a killed process left, or a link
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

// A system may write less than it was given.
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
