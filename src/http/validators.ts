import { digest } from "../base/digest.ts";
import type { LiveDates } from "../model/compiled-content.ts";
import type { PartialSnapshot } from "../model/snapshot.ts";

/** The values that identify a version of a representation (RFC 9110 §8.8). */
export interface Validators {
  /** Strong, with its quotation marks: `"a1b2"`. */
  readonly etag: string;
  /** Milliseconds since 1970; HTTP rounds it down to seconds. */
  readonly lastModified: number;
}

/** The deployment of the Worker that sends a document. */
export interface Deployment {
  /** The upload time of this version of the Worker, in milliseconds since 1970. */
  readonly uploaded: number;
  readonly liveDates?: LiveDates | undefined;
}

/**
 * Computes the validators of a document without rendering it.
 *
 * The ETag is a digest of all inputs. Different bytes never share an ETag, and the same build has the same ETag on every
 * isolate. Last-Modified changes whenever the ETag does: with a deployment and with a publication. (Some readers ignore a new ETag
 * while the date is the same.) Until the first publication after a deployment, a document that the deployment did not change keeps the date
 * that it had before.
 * @param parts the inputs of the document: hashes and settings, in order
 */
export async function validatorsOf(
  parts: readonly unknown[],
  { uploaded, liveDates }: Deployment,
  { since }: PartialSnapshot,
): Promise<Validators> {
  const etag = `"${await digest(JSON.stringify(parts))}"`;
  return { etag, lastModified: since > uploaded ? since : (liveDates?.[etag] ?? uploaded) };
}
