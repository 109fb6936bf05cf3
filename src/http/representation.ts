import { gzipTag, isOursToCompress } from "./gzip.ts";
import type { Resource } from "./resource.ts";
import type { CreateHeaders } from "./security-headers.ts";
import type { Validators } from "./validators.ts";

/** One form of a resource, plain or compressed, with the heads of its responses, which are computed once and not per poll. */
export interface Representation {
  readonly isCompressed: boolean;
  /** Identifies the bytes; the compressed form has its own tag. */
  readonly etag: string;
  /** The head of a 304 (RFC 9110 §15.4.5). */
  readonly notModified: ResponseInit;
  /** Returns the head of a 200 whose body has this length. */
  ok(length: number): ResponseInit;
}

/** The forms of a resource. `gzip` is undefined if the resource is never compressed here. */
export interface Representations {
  readonly plain: Representation;
  readonly gzip?: Representation;
}

/** The inputs of representations. */
export interface RepresentationOptions {
  readonly validators: Validators;
  readonly cacheControl: string;
  /** True to compress the media types that the edge does not. */
  readonly compresses: boolean;
  readonly headersFor: CreateHeaders;
}

/** Creates the forms of a resource for given validators and a given freshness. */
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
  let head: ResponseInit | undefined; // computed once, since a tag identifies the bytes and so their length
  return {
    isCompressed,
    etag,
    notModified: { status: 304, headers: headersFor(own) },
    ok(length) {
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
