import type { Edition } from "../store/edition.ts";
import { cacheControl } from "./freshness.ts";
import { acceptsGzip, gzip, gzipTag, isOursToCompress } from "./gzip.ts";
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
  /** Whether to compress what the edge does not. */
  readonly compresses: boolean;
}

/** Answers a GET for a resource of the edition that is current at `now` (milliseconds since 1970). */
export type Responder = (request: Request, resource: Resource, edition: Edition, now: number) => Promise<Response>;

const memoBytes = 16 * 1024 * 1024; // an isolate has 128 MiB

/**
 * Makes what answers for one site: by 304 without rendering where nothing has changed, else by the representation,
 * which is rendered, and compressed, once. An edition's validators are computed once too, so that a poll costs no digest.
 */
export function createResponder({ compresses, deployed, maxAge }: ResponderOptions): Responder {
  const memo = createRepresentationMemo(memoBytes);
  const known = new WeakMap<Edition, Map<string, Validators>>();

  async function findValidators(resource: Resource, edition: Edition): Promise<Validators> {
    const ofEdition = known.get(edition) ?? new Map<string, Validators>();
    known.set(edition, ofEdition);
    const found = ofEdition.get(resource.key) ?? (await validatorsOf(resource.parts(), deployed, edition));
    ofEdition.set(resource.key, found);
    return found;
  }

  async function remember(etag: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const bytes = memo.get(etag) ?? (await make());
    memo.set(etag, bytes);
    return bytes;
  }

  return async (request, resource, edition, now) => {
    const validators = await findValidators(resource, edition);
    const isNegotiated = compresses && isOursToCompress(resource.contentType);
    const isCompressed = isNegotiated && acceptsGzip(acceptedEncodings(request));
    const etag = isCompressed ? gzipTag(validators.etag) : validators.etag;
    const headers = new Headers({
      "cache-control": cacheControl(maxAge, now, edition.until),
      etag,
      "last-modified": new Date(validators.lastModified).toUTCString(),
      ...(resource.link !== undefined && { link: resource.link }),
      ...(isNegotiated && { vary: "Accept-Encoding" }),
    });
    if (isNotModified(request.headers, validators)) return new Response(null, { status: 304, headers });

    const plain = () => remember(validators.etag, async () => new TextEncoder().encode(await resource.render()));
    const bytes = isCompressed ? await remember(etag, async () => gzip(await plain())) : await plain();
    headers.set("content-type", resource.contentType);
    headers.set("content-length", String(bytes.byteLength));
    if (!isCompressed) return new Response(bytes, { headers });
    headers.set("content-encoding", "gzip");
    return new Response(bytes, { headers, encodeBody: "manual" } as ResponseInit);
  };
}

// At the edge the header always reads "br, gzip"; what the client really sent stands beside the request.
function acceptedEncodings(request: Request): string | null {
  const { cf } = request as { readonly cf?: { readonly clientAcceptEncoding?: string } };
  return cf?.clientAcceptEncoding ?? request.headers.get("accept-encoding");
}
