import type { Edition } from "../store/edition.ts";
import { cacheControl } from "./freshness.ts";
import { isNotModified, type Validators } from "./preconditions.ts";
import { createRepresentationMemo } from "./representation-memo.ts";
import type { Resource } from "./resource.ts";
import { validatorsOf } from "./validators.ts";

/** What all answers of a site have in common. */
export interface ResponderOptions {
  /** When this version of the Worker was uploaded, in milliseconds since 1970. */
  readonly deployed: number;
  /** Seconds. */
  readonly maxAge: number;
}

/** Answers a GET for a resource of the edition that is current at `now` (milliseconds since 1970). */
export type Responder = (request: Headers, resource: Resource, edition: Edition, now: number) => Promise<Response>;

const memoBytes = 16 * 1024 * 1024; // an isolate has 128 MiB

/**
 * Makes what answers for one site: by 304 without rendering where nothing has changed, else by the representation,
 * which is rendered once. An edition's validators are computed once too, so that a poll costs no digest.
 */
export function createResponder({ deployed, maxAge }: ResponderOptions): Responder {
  const memo = createRepresentationMemo(memoBytes);
  const known = new WeakMap<Edition, Map<string, Validators>>();

  async function findValidators(resource: Resource, edition: Edition): Promise<Validators> {
    const ofEdition = known.get(edition) ?? new Map<string, Validators>();
    known.set(edition, ofEdition);
    const found = ofEdition.get(resource.key) ?? (await validatorsOf(resource.parts(), deployed, edition));
    ofEdition.set(resource.key, found);
    return found;
  }

  return async (request, resource, edition, now) => {
    const validators = await findValidators(resource, edition);
    const headers = {
      "cache-control": cacheControl(maxAge, now, edition.until),
      etag: validators.etag,
      "last-modified": new Date(validators.lastModified).toUTCString(),
    };
    if (isNotModified(request, validators)) return new Response(null, { status: 304, headers });

    const bytes = memo.get(validators.etag) ?? new TextEncoder().encode(await resource.render());
    memo.set(validators.etag, bytes);
    return new Response(bytes, {
      headers: { ...headers, "content-type": resource.contentType, "content-length": String(bytes.byteLength) },
    });
  };
}
