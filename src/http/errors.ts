/** An error response. The words of its page are those of the site. */
export interface HttpError {
  readonly status: 404 | 405 | 410 | 500 | 503;
  readonly headers?: Readonly<Record<string, string>>;
}

export const notFound: HttpError = { status: 404 };

/** The response to a removed address. RFC 9110 §15.5.11: owners of links to it may remove them. */
export const gone: HttpError = { status: 410 };

/** The response to an unsupported method. RFC 9110 §15.5.6: it lists the allowed ones. */
export const methodNotAllowed: HttpError = {
  status: 405,
  headers: { allow: "GET, HEAD, OPTIONS", "cache-control": "no-store" },
};

/** The response to an internal error, without its details. Caches must not store it; they may serve an older response (RFC 5861 §4). */
export const internalError: HttpError = {
  status: 500,
  headers: { "cache-control": "no-store" },
};

/** The response if entries cannot be loaded. An empty feed instead would make readers believe that all entries are gone. */
export const unavailable: HttpError = {
  status: 503,
  headers: { "cache-control": "no-store", "retry-after": "60" },
};
