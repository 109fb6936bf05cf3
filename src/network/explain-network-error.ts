import { privateReason } from "./private-host.ts";

/** The reason why a request failed, and the remedy. */
export interface NetworkExplanation {
  readonly reason: string;
  readonly advice: string;
}

/** The reason of a request whose connection was closed. */
export const connectionClosed = "the server closed the connection";

type Explanation = readonly [sign: RegExp, reason: string, advice: string];

const explanations: readonly Explanation[] = [
  [/^(?:ENOTFOUND|EAI_NODATA)$/, "no such host is known (DNS)", "Check the address for typing errors, and the DNS for a missing record"],
  [/^ERR_PRIVATE_ADDRESS$/, privateReason, "Publish a public address in its A and AAAA records"],
  [/^EAI_AGAIN$/, "the name server does not answer (DNS)", "Try again, or check the domain's name servers"],
  [/^ECONNREFUSED$/, "the connection is refused", "Check that the server is running, and on this port"],
  [/^(?:EHOSTUNREACH|ENETUNREACH)$/, "there is no route to the host", "Check its A and AAAA records, and its firewall"],
  [
    /^(?:UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/,
    "no connection in time",
    "Check that the server is running and that its firewall allows connections",
  ],
  [/^(?:ECONNRESET|UND_ERR_SOCKET|EPIPE)$/, connectionClosed, "Check the server's log"],
  [/^CERT_HAS_EXPIRED$/, "the certificate has expired (TLS)", "Renew the certificate"],
  [/^CERT_NOT_YET_VALID$/, "the certificate is not valid yet (TLS)", "Check the certificate's dates"],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, "the certificate is for another host (TLS)", "Get a certificate that names this host"],
  [
    /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/,
    "the certificate is self-signed (TLS)",
    "Get a certificate that readers trust",
  ],
  [/^UNABLE_TO_/, "the certificate chain is incomplete (TLS)", "Send the intermediate certificates, too"],
  [/^(?:EPROTO|ERR_SSL|ERR_TLS)/, "the TLS connection failed", "Check the server's TLS settings"],
  [/^UND_ERR_HEADERS_OVERFLOW$/, "its headers are too long", "Send fewer headers: clients accept about 16 kB"],
  [
    /in chunk size|after chunk data|^HPE_(?:INVALID_CHUNK_SIZE|STRICT)$/,
    "the body is not chunked as Transfer-Encoding says: the size of a chunk is wrong (RFC 9112 §7.1)",
    "Let the web server write the chunks: a program that sets Transfer-Encoding itself has to write the size of each one",
  ],
  [
    /^HPE_(?:UNEXPECTED_CONTENT_LENGTH|INVALID_TRANSFER_ENCODING)$|(?:Content-Length can't be|Transfer-Encoding can't be) present/,
    "it has both Transfer-Encoding and Content-Length (RFC 9112 §6.3)",
    "Send one of them: look for a program or a proxy that adds the other",
  ],
  [
    /in Content-Length|^HPE_INVALID_CONTENT_LENGTH$/,
    "its Content-Length is not a number",
    "Send the number of bytes of the body, or omit Content-Length",
  ],
  [
    /Invalid header (?:token|value)|^HPE_INVALID_HEADER_TOKEN$/,
    "one of its headers is malformed",
    "Look at its headers with curl -i: each line is a name without spaces, a colon and a value without control characters",
  ],
  [
    /Missing expected (?:CR|LF)|^HPE_(?:CR|LF)_EXPECTED$/,
    "the lines of its headers do not end with a carriage return and a line feed",
    "Write \\r\\n at the end of each line of the headers",
  ],
  [/^(?:HPE_|HTTPParserError$)/, "the response is not HTTP", "Check the port, and any proxy in front of the server"],
  [
    /^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/,
    "the body is shorter or longer than its Content-Length, or Content-Length is sent twice or with Transfer-Encoding",
    "Send the correct Content-Length once, or omit it",
  ],
  [
    /^(?:Z_|ZSTD_|ERR__ERROR_FORMAT|ERR_BROTLI)/,
    "the body cannot be decompressed",
    "Compress the body as Content-Encoding says, or omit the header",
  ],
  [/^redirect count exceeded$/, "it redirects more than 20 times", "Redirect once to its address"],
  [/^URL scheme must be/, "a redirect leads to an address that is neither http nor https", "Correct the redirect"],
  [
    /^(?:Request cannot be constructed from a URL that includes|URL cannot contain|cross origin not allowed)/,
    "the address contains a user name or a password",
    "Remove them from the address",
  ],
  [/^(?:ERR_INVALID_URL$|Failed to parse URL)/, "an address is not a URL", "Check the address for typing errors"],
  [/^bad port$/, "the port belongs to another protocol than HTTP", "Use another port"],
  [/^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/, "no answer in time", "Check that the server is running"],
];

/** Explains why `fetch`, or reading its body, rejected; undefined for an unknown reason. */
export function explainNetworkError(error: unknown): NetworkExplanation | undefined {
  const signs = signsOf(error);
  const [, reason, advice] = explanations.find(([pattern]) => signs.some((sign) => pattern.test(sign))) ?? [];
  return reason === undefined || advice === undefined ? undefined : { reason, advice };
}

// fetch wraps the cause, a connection with several attempts has several causes, and some errors have only a message.
function signsOf(error: unknown): string[] {
  const signs: string[] = [];
  const rest = [error];
  for (let count = 0; count < 20 && rest.length > 0; count++) {
    const { cause, code, errors, message, name } = (rest.pop() ?? {}) as Readonly<Record<string, unknown>>;
    signs.push(...[code, name, message].filter((part) => typeof part === "string"));
    if (cause !== undefined) rest.push(cause);
    if (Array.isArray(errors)) rest.push(...errors);
  }
  return signs;
}
