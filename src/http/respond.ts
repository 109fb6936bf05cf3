import { createMemo } from "../base/lru-cache.ts";
import type { FrontEdition } from "../model/snapshot.ts";
import { perEdition } from "../store/per-snapshot.ts";
import type { RenderedDocuments } from "../store/stored-content.ts";
import { cacheControl } from "./freshness.ts";
import { acceptsGzip, gzip } from "./gzip.ts";
import { isNotModified, type Validators } from "./preconditions.ts";
import { type Representations, representationsOf } from "./representation.ts";
import type { Resource } from "./resource.ts";
import type { CreateHeaders } from "./security-headers.ts";
import { validatorsOf } from "./validators.ts";

/** What all answers of a site have in common. */
export interface ResponderOptions {
  /** When this version of the Worker was uploaded, in milliseconds since 1970. */
  readonly deployed: number;
  /** Seconds. */
  readonly maxAge: number;
  /** Whether to compress what the edge does not. */
  readonly compresses: boolean;
  readonly headersFor: CreateHeaders;
  /** Representations that are there already, by their entity tags. */
  readonly documents: RenderedDocuments;
}

/** Answers a GET for a resource of the edition that is current at `now` (milliseconds since 1970). */
export type Responder = (request: Request, resource: Resource, edition: FrontEdition, now: number) => Promise<Response>;

/** Everything about a poll's answer but its bytes, for as long as its edition and its freshness last. */
type Prepared = Representations & { readonly cacheControl: string; readonly validators: Validators };

const memoBytes = 16 * 1024 * 1024; // an isolate has 128 MiB
const preparedResources = 2000; // of a few kB each; a large site has many more
const acceptCharacters = 10_000; // clients say one of a few dozen things

/**
 * Makes what answers for one site: by 304 without rendering where nothing has changed, else by the representation,
 * which is rendered, and compressed, once. Validators and headers are made once too, so that a poll makes nothing but its
 * Response.
 */
export function createResponder({ compresses, deployed, documents, headersFor, maxAge }: ResponderOptions): Responder {
  const rendered = createMemo<Uint8Array>(memoBytes, ({ byteLength }) => byteLength);
  const accepting = createMemo<boolean>(acceptCharacters, (_, acceptEncoding) => acceptEncoding.length);
  const preparedOf = perEdition(() => createMemo<Prepared>(preparedResources, () => 1));

  // A promise only where there is something to wait for: most polls find what the first one left.
  function prepare(resource: Resource, edition: FrontEdition, now: number): Prepared | Promise<Prepared> {
    const found = preparedOf(edition).get(resource.key);
    const lifetime = cacheControl(maxAge, now, edition.until);
    return found?.cacheControl === lifetime ? found : renew(resource, edition, lifetime, found?.validators);
  }

  async function renew(resource: Resource, edition: FrontEdition, lifetime: string, known?: Validators): Promise<Prepared> {
    const validators = known ?? (await validatorsOf(resource.parts(), deployed, edition));
    const options = { validators, cacheControl: lifetime, compresses, headersFor };
    const prepared = { ...representationsOf(resource, options), cacheControl: lifetime, validators };
    preparedOf(edition).set(resource.key, prepared);
    return prepared;
  }

  function takesGzip(request: Request): boolean {
    const header = acceptedEncodings(request) ?? "";
    const known = accepting.get(header);
    if (known !== undefined) return known;
    const accepts = acceptsGzip(header);
    accepting.set(header, accepts);
    return accepts;
  }

  async function remember(etag: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const found = rendered.get(etag);
    if (found !== undefined) return found;
    const bytes = await make();
    rendered.set(etag, bytes);
    return bytes;
  }

  return async (request, resource, edition, now) => {
    const prepared = prepare(resource, edition, now);
    const { plain, gzip: compressed, validators } = prepared instanceof Promise ? await prepared : prepared;
    // Who names the plain form has it and may go on with it, whatever else is accepted: the 304 is for that one.
    if (request.headers.get("if-none-match") === plain.etag) return new Response(null, plain.notModified);
    const { complete, etag, isCompressed, notModified } = compressed && takesGzip(request) ? compressed : plain;
    if (isNotModified(request.headers, validators)) return new Response(null, notModified);

    const render = () => remember(plain.etag, async () => documents[plain.etag] ?? new TextEncoder().encode(await resource.render()));
    const bytes = isCompressed ? await remember(etag, async () => gzip(await render())) : await render();
    return new Response(bytes, complete(bytes.byteLength));
  };
}

// At the edge the header always reads "br, gzip"; what the client really sent stands beside the request, where a look is dear.
function acceptedEncodings(request: Request): string | null {
  const { cf } = request as { readonly cf?: { readonly clientAcceptEncoding?: string } };
  return cf?.clientAcceptEncoding ?? request.headers.get("accept-encoding");
}
