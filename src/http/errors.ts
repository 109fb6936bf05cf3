/** An answer that is no representation: what people are told, and the status for everybody else. */
export interface HttpError {
  readonly status: 404 | 405 | 410 | 500 | 503;
  readonly title: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const notFound: HttpError = {
  status: 404,
  title: "Not found",
  message: "There is nothing at this address.",
};

/** RFC 9110 §15.5.11: whoever has a link to it may take it out. */
export const gone: HttpError = {
  status: 410,
  title: "Removed",
  message: "What was here has been removed, and will not come back.",
};

/** RFC 9110 §15.5.6: the answer says what is allowed. */
export const methodNotAllowed: HttpError = {
  status: 405,
  title: "Method not allowed",
  message: "This site can only be read.",
  headers: { allow: "GET, HEAD, OPTIONS", "cache-control": "no-store" },
};

/** Nothing of the inside is told. No cache may keep it, and one that has an older answer shows that (RFC 5861 §4). */
export const internalError: HttpError = {
  status: 500,
  title: "Something went wrong",
  message: "It is written down, and somebody will look at it.",
  headers: { "cache-control": "no-store" },
};

/** Where entries cannot be loaded an empty feed would be a lie that every reader believes. */
export const unavailable: HttpError = {
  status: 503,
  title: "Unavailable for the moment",
  message: "Please try again in a minute.",
  headers: { "cache-control": "no-store", "retry-after": "60" },
};
