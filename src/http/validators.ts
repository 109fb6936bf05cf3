import { digest } from "../base/digest.ts";
import type { PartialSnapshot } from "../model/snapshot.ts";

/** The values that identify a version of a representation (RFC 9110 §8.8). */
export interface Validators {
  /** Strong, with its quotation marks: `"a1b2"`. */
  readonly etag: string;
  /** Milliseconds since 1970; HTTP rounds it down to seconds. */
  readonly lastModified: number;
}

/**
 * Computes the validators of a document without rendering it.
 *
 * The ETag is a digest of all inputs. Different bytes never share an ETag, and the same build has the same ETag on every
 * isolate. Last-Modified changes whenever the ETag can: with a deployment and with a publication. (Some readers ignore a new ETag
 * while the date is the same.)
 * @param parts the inputs of the document: hashes and settings, in order
 * @param deployed the upload time of this version of the Worker, in milliseconds since 1970
 */
export async function validatorsOf(parts: readonly unknown[], deployed: number, snapshot: PartialSnapshot): Promise<Validators> {
  return { etag: `"${await digest(JSON.stringify(parts))}"`, lastModified: Math.max(deployed, snapshot.since) };
}
