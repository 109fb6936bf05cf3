import { examineDocument } from "../../doctor/examine-document.ts";
import { Failure } from "../../files/failure.ts";
import { readRegularFile } from "../../files/regular-file.ts";
import { readStandardInput } from "../../files/standard-input.ts";
import type { DoctorReport } from "./doctor-report.ts";
import { UsageError } from "./usage-error.ts";

/** The name of a file that means the standard input. */
export const standardInput = "-";

/**
 * Examines a file before it is deployed.
 * @param url the address where it will be
 * @throws UsageError if it cannot be read
 */
export function examineFile(file: string, url: string | undefined, now: number): DoctorReport {
  const address = url === undefined ? {} : { url };
  return { ...address, findings: [], feeds: [{ ...address, file, ...examineDocument(read(file), url, now) }] };
}

function read(file: string): Uint8Array {
  try {
    return file === standardInput ? readStandardInput() : readRegularFile(file);
  } catch (error) {
    if (error instanceof Failure) throw new UsageError(error.message);
    throw error;
  }
}
