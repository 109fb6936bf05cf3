import { closeSync, openSync, renameSync, writevSync } from "node:fs";

const together = 1000; // pieces: systems take 1024 at once

/** Writes a file of many pieces, at once or not at all, without putting them together first. */
export function writePieces(file: string, pieces: readonly Uint8Array[]): void {
  const fresh = `${file}.${process.pid}`;
  const descriptor = openSync(fresh, "w");
  try {
    for (let start = 0; start < pieces.length; start += together) writeAll(descriptor, pieces.slice(start, start + together));
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
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
