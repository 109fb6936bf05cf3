import { examineDocument } from "../../doctor/examine-document.ts";
import { readRegularFile } from "../../files/regular-file.ts";
import type { DoctorReport } from "./doctor-report.ts";

/**
 * Examines a file before it is deployed.
 * @param url the address where it will be
 * @throws Failure if it cannot be read
 */
export function examineFile(file: string, url: string | undefined, now: number): DoctorReport {
  const address = url === undefined ? {} : { url };
  return { ...address, findings: [], feeds: [{ ...address, file, ...examineDocument(readRegularFile(file), url, now) }] };
}
