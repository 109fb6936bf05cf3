import { chmodSync, closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync, writevSync } from "node:fs";
import { attempt } from "./failure.ts";

const batchSize = 1000; // pieces: systems take 1024 in one call

/**
 * Writes a file of many pieces without joining them. The file is there at once or not at all: a failure, or the end of this process,
 * leaves the file that was there before. A link stays a link, and the mode stays.
 * @throws Failure
 */
export function replaceFile(path: string, pieces: readonly Uint8Array[]): void {
  attempt("write", path, () => {
    const file = existsSync(path) ? realpathSync(path) : path;
    const fresh = `${file}.new`;
    try {
      writePieces(fresh, pieces);
      if (existsSync(file)) chmodSync(fresh, statSync(file).mode);
      renameSync(fresh, file);
    } catch (error) {
      rmSync(fresh, { force: true });
      throw error;
    }
  });
}

function writePieces(file: string, pieces: readonly Uint8Array[]): void {
  const descriptor = openSync(file, "w");
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
