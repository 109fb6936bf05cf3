import { digest } from "../base/digest.ts";
import type { PartialSnapshot } from "../model/snapshot.ts";
import type { Validators } from "./preconditions.ts";

/**
 * The validators of what is made of a snapshot, without making it.
 *
 * The ETag is a digest of everything that goes in, so that different bytes never share one, and the same build gives the
 * same one on every isolate. Last-Modified changes whenever the ETag can: with a deployment and with a publication. (Some
 * readers keep their old ETag while the date stays the same.)
 * @param parts what the document is made of: hashes and settings, in order
 * @param deployed when this version of the Worker was uploaded, in milliseconds since 1970
 */
export async function validatorsOf(parts: readonly unknown[], deployed: number, snapshot: PartialSnapshot): Promise<Validators> {
  return { etag: `"${await digest(JSON.stringify(parts))}"`, lastModified: Math.max(deployed, snapshot.since) };
}
