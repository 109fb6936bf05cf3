import { describeNetworkError } from "./describe-network-error.ts";
import { privateReason } from "./private-host.ts";

/** An error for a failed request. Its message is the reason alone, for display. */
export class NetworkFailure extends Error {
  override readonly name = "NetworkFailure";
  /** The remedy. */
  readonly advice: string;

  constructor(reason: string, advice: string) {
    super(reason);
    this.advice = advice;
  }

  /** True if the server closed the connection. It may close an idle connection at the moment of a new request. */
  get isHangUp(): boolean {
    return this.message === connectionClosed;
  }
}

const connectionClosed = "the server closed the connection";

type Explanation = readonly [code: RegExp, reason: string, advice: string];

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
  [/^(?:HPE_|HTTPParserError$)/, "the response is not HTTP", "Check the port, and any proxy in front of the server"],
  [
    /^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/,
    "the body is shorter or longer than its Content-Length",
    "Send the correct Content-Length, or omit it",
  ],
  [
    /^(?:Z_|ERR__ERROR_FORMAT|ERR_BROTLI)/,
    "the body cannot be decompressed",
    "Compress the body as Content-Encoding says, or omit the header",
  ],
];

/** Converts the reason why `fetch`, or reading its body, rejected. @param timeout milliseconds after which the request was cancelled */
export function networkFailure(error: unknown, timeout: number): NetworkFailure {
  if (error instanceof NetworkFailure) return error;
  const codes = codesOf(error);
  const found = explanations.find(([pattern]) => codes.some((code) => pattern.test(code)));
  if (found !== undefined) return new NetworkFailure(found[1], found[2]);
  return new NetworkFailure(describeNetworkError(error, timeout), "Check that the server is reachable from outside");
}

// fetch wraps the cause, and a connection with several attempts has several causes.
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  const rest = [error];
  for (let count = 0; count < 20 && rest.length > 0; count++) {
    const { cause, code, errors, name } = (rest.pop() ?? {}) as Readonly<Record<string, unknown>>;
    codes.push(...[code, name].filter((part) => typeof part === "string"));
    if (cause !== undefined) rest.push(cause);
    if (Array.isArray(errors)) rest.push(...errors);
  }
  return codes;
}
