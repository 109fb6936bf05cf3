import { createLruCache, type LruCache } from "../base/lru-cache.ts";
import type { PartialSnapshot } from "../model/snapshot.ts";
import type { RenderedDocuments } from "../store/stored-content.ts";
import { cacheControl } from "./freshness.ts";
import { acceptsGzip, gzip } from "./gzip.ts";
import { isNotModified } from "./preconditions.ts";
import { type Representations, representationsOf } from "./representation.ts";
import type { Resource } from "./resource.ts";
import type { CreateHeaders } from "./security-headers.ts";
import { type Deployment, type Validators, validatorsOf } from "./validators.ts";

/** The settings of all responses of a site. */
export interface ResponderOptions {
  readonly deployment: Deployment;
  /** Seconds. */
  readonly maxAge: number;
  /** True to compress the media types that the edge does not. */
  readonly compresses: boolean;
  readonly headersFor: CreateHeaders;
  /** Representations that the build has rendered, by their entity tags. */
  readonly documents: RenderedDocuments;
}

/** A GET request, and the state of the site at that time. */
export interface Poll {
  readonly request: Request;
  /** The decoded path of the request. */
  readonly path: string;
  readonly snapshot: PartialSnapshot;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Finds the resource at a path of a snapshot, or returns an error response. */
export type FindResource = () => Resource | Response | Promise<Resource | Response>;

/** Responds to a GET request. */
export type Responder = (poll: Poll, find: FindResource) => Promise<Response>;

/** A response without its body, valid for one snapshot and one lifetime. */
interface CachedResponse extends Representations {
  readonly resource: Resource;
  readonly validators: Validators;
  readonly cacheControl: string;
}

const maxResponses = 2000; // a few kB each; a large site has more paths
const maxRenderedBytes = 16 * 1024 * 1024; // an isolate has 128 MiB

/**
 * Creates the responder of a site. It sends a 304 without rendering if nothing has changed, otherwise the representation, which
 * is rendered and compressed once. For a cached path, a poll only creates a Response.
 */
export function createResponder({ compresses, deployment, documents, headersFor, maxAge }: ResponderOptions): Responder {
  const rendered = createLruCache<Uint8Array>(maxRenderedBytes, ({ byteLength }) => byteLength);
  let current: { readonly snapshot: PartialSnapshot; readonly responses: LruCache<CachedResponse> } | undefined;

  function responsesOf(snapshot: PartialSnapshot): LruCache<CachedResponse> {
    if (current?.snapshot !== snapshot) current = { snapshot, responses: createLruCache(maxResponses, () => 1) };
    return current.responses;
  }

  async function prepare(resource: Resource, snapshot: PartialSnapshot, lifetime: string, known?: Validators): Promise<CachedResponse> {
    const validators = known ?? (await validatorsOf(resource.etagInputs(), deployment, snapshot));
    const options = { validators, cacheControl: lifetime, compresses, headersFor };
    return { ...representationsOf(resource, options), resource, validators, cacheControl: lifetime };
  }

  async function once(etag: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const found = rendered.get(etag);
    if (found !== undefined) return found;
    const bytes = await make();
    rendered.set(etag, bytes);
    return bytes;
  }

  async function respond(request: Request, { gzip: compressed, plain, resource, validators }: CachedResponse): Promise<Response> {
    // A client that has the plain form gets its 304, even if it accepts gzip: the 304 concerns that form.
    if (request.headers.get("if-none-match") === plain.etag) return new Response(null, plain.notModified);
    const { etag, isCompressed, notModified, ok } = compressed && acceptsGzip(acceptedEncodings(request)) ? compressed : plain;
    if (isNotModified(request.headers, validators)) return new Response(null, notModified);

    const render = () => once(plain.etag, async () => documents[plain.etag] ?? new TextEncoder().encode(await resource.render()));
    const bytes = isCompressed ? await once(etag, async () => gzip(await render())) : await render();
    return new Response(bytes, ok(bytes.byteLength));
  }

  return async ({ now, path, request, snapshot }, find) => {
    const lifetime = cacheControl(maxAge, now, snapshot.until);
    const responses = responsesOf(snapshot);
    let cached = responses.get(path);
    if (cached?.cacheControl !== lifetime) {
      const resource = cached?.resource ?? (await find());
      if (resource instanceof Response) {
        resource.headers.set("cache-control", lifetime); // the error may end with the next publication
        return resource;
      }
      cached = await prepare(resource, snapshot, lifetime, cached?.validators);
      responses.set(path, cached);
    }
    return respond(request, cached);
  };
}

// At the edge, Accept-Encoding is always "br, gzip". The client's own value is in `cf`, which is slow to read.
function acceptedEncodings(request: Request): string | null {
  const { cf } = request as { readonly cf?: { readonly clientAcceptEncoding?: string } };
  return cf?.clientAcceptEncoding ?? request.headers.get("accept-encoding");
}
