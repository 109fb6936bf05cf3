import { describeNetworkError } from "./describe-network-error.ts";
import { privateReason } from "./private-host.ts";

/** A request came to nothing. The message says why, as a person reads it, and is the reason alone. */
export class NetworkFailure extends Error {
  override readonly name = "NetworkFailure";
  /** What to do about it. */
  readonly advice: string;

  constructor(reason: string, advice: string) {
    super(reason);
    this.advice = advice;
  }

  /** Whether the server ended the connection: it may do so with one that was kept open, at the moment of a new request. */
  get isHangUp(): boolean {
    return this.message === hungUp;
  }
}

const hungUp = "the server hung up";

type Explanation = readonly [code: RegExp, reason: string, advice: string];

const explanations: readonly Explanation[] = [
  [/^(?:ENOTFOUND|EAI_NODATA)$/, "no such host is known (DNS)", "Look for a misspelt address, or for a DNS record that is missing"],
  [/^ERR_PRIVATE_ADDRESS$/, privateReason, "Give its name an address that everybody can reach, in its A and AAAA records"],
  [/^EAI_AGAIN$/, "the name server does not answer (DNS)", "Try again, or look after the domain's name servers"],
  [/^ECONNREFUSED$/, "the connection is refused", "Look whether the server is running, and on this port"],
  [/^(?:EHOSTUNREACH|ENETUNREACH)$/, "there is no way to the host", "Look after its A and AAAA records, and its firewall"],
  [
    /^(?:UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/,
    "no connection in time",
    "Look whether the server is running and its firewall lets it be reached",
  ],
  [/^(?:ECONNRESET|UND_ERR_SOCKET|EPIPE)$/, hungUp, "Look into the server's log"],
  [/^CERT_HAS_EXPIRED$/, "the certificate has expired (TLS)", "Renew the certificate"],
  [/^CERT_NOT_YET_VALID$/, "the certificate is not valid yet (TLS)", "Look after the certificate's dates"],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, "the certificate is for another host (TLS)", "Get a certificate that names this host"],
  [
    /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/,
    "the certificate is signed by itself (TLS)",
    "Get one that readers trust",
  ],
  [/^UNABLE_TO_/, "the chain of the certificate is not complete (TLS)", "Send the certificates between yours and the root, too"],
  [/^(?:EPROTO|ERR_SSL|ERR_TLS)/, "no TLS connection can be made", "Look after the server's TLS settings"],
  [/^UND_ERR_HEADERS_OVERFLOW$/, "its headers are too long", "Send fewer headers: programs stop at about 16 kB"],
  [/^(?:HPE_|HTTPParserError$)/, "what it sends is no HTTP", "Look into what stands in front of the server"],
  [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/, "it sends less or more than its Content-Length says", "Send the right Content-Length, or none"],
  [/^(?:Z_|ERR__ERROR_FORMAT|ERR_BROTLI)/, "its compression cannot be undone", "Send what Content-Encoding says, or leave the header out"],
];

/** Why `fetch`, or reading its body, rejected. @param timeout milliseconds after which the request was given up */
export function networkFailure(error: unknown, timeout: number): NetworkFailure {
  if (error instanceof NetworkFailure) return error;
  const codes = codesOf(error);
  const found = explanations.find(([pattern]) => codes.some((code) => pattern.test(code)));
  if (found !== undefined) return new NetworkFailure(found[1], found[2]);
  return new NetworkFailure(describeNetworkError(error, timeout), "Look whether the server can be reached from outside");
}

// fetch wraps the cause, and a connection that was tried in several ways has several.
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
