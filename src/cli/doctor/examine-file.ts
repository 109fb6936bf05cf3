import { examineDocument } from "../../doctor/examine-document.ts";
import { readRegularFile } from "../../files/regular-file.ts";
import { readStandardInput } from "../../files/standard-input.ts";
import type { DoctorReport } from "./doctor-report.ts";

/** The name of a file that means the standard input. */
export const standardInput = "-";

/**
 * Examines a file before it is deployed.
 * @param url the address where it will be
 * @throws Failure if it cannot be read
 */
export function examineFile(file: string, url: string | undefined, now: number): DoctorReport {
  const address = url === undefined ? {} : { url };
  return { ...address, findings: [], feeds: [{ ...address, file, ...examineDocument(read(file), url, now) }] };
}

function read(file: string): Uint8Array {
  return file === standardInput ? readStandardInput() : readRegularFile(file);
}
