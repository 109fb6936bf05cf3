import { gzipTag, isOursToCompress } from "./gzip.ts";
import type { Validators } from "./preconditions.ts";
import type { Resource } from "./resource.ts";
import type { CreateHeaders } from "./security-headers.ts";

/** One form of a resource, as it is or compressed, with the heads of its answers: they are made once and not for each poll. */
export interface Representation {
  readonly isCompressed: boolean;
  /** Names its bytes: those of the compressed form have a tag of their own. */
  readonly etag: string;
  /** The head of a 304 (RFC 9110 §15.4.5). */
  readonly notModified: ResponseInit;
  /** The head of a 200 whose bytes have this length. */
  complete(length: number): ResponseInit;
}

/** The forms of a resource. `gzip` is there where clients have a choice. */
export interface Representations {
  readonly plain: Representation;
  readonly gzip?: Representation;
}

/** What representations are made from. */
export interface RepresentationOptions {
  readonly validators: Validators;
  readonly cacheControl: string;
  /** Whether to compress what the edge does not. */
  readonly compresses: boolean;
  readonly headersFor: CreateHeaders;
}

/** Makes the forms of a resource for as long as its validators and its freshness are the same. */
export function representationsOf(resource: Resource, options: RepresentationOptions): Representations {
  const isNegotiated = options.compresses && isOursToCompress(resource.contentType);
  const link = resource.link?.();
  const shared = {
    "cache-control": options.cacheControl,
    "last-modified": new Date(options.validators.lastModified).toUTCString(),
    ...(link !== undefined && { link }),
    ...(isNegotiated && { vary: "Accept-Encoding" }),
  };
  const form = (isCompressed: boolean) => representation(isCompressed, resource.contentType, shared, options);
  return { plain: form(false), ...(isNegotiated && { gzip: form(true) }) };
}

function representation(
  isCompressed: boolean,
  contentType: string,
  shared: Readonly<Record<string, string>>,
  { headersFor, validators }: RepresentationOptions,
): Representation {
  const etag = isCompressed ? gzipTag(validators.etag) : validators.etag;
  const own = { ...shared, etag };
  let head: ResponseInit | undefined; // a tag names its bytes, and so their length
  return {
    isCompressed,
    etag,
    notModified: { status: 304, headers: headersFor(own) },
    complete(length) {
      head ??= {
        headers: headersFor({
          ...own,
          "content-type": contentType,
          "content-length": String(length),
          ...(isCompressed && { "content-encoding": "gzip" }),
        }),
        ...(isCompressed && { encodeBody: "manual" }),
      };
      return head;
    },
  };
}
