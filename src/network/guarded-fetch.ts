import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector, Dispatcher, EnvHttpProxyAgent, fetch } from "undici";
import { isIpAddress } from "./public-address.ts";
import { TrustedHosts } from "./trusted-hosts.ts";

/** An error for a host in a private network that the user did not name. */
class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
  readonly code = "ERR_PRIVATE_ADDRESS";

  constructor(host: string) {
    super(`${host} is in a private network; links and redirects are followed only to public hosts and to the host that you give`);
  }
}

/** A fetch for addresses from untrusted sources. */
export interface GuardedFetch {
  readonly fetch: typeof globalThis.fetch;
  /** Allows the host of a URL that the user named to be in a private network. */
  readonly trust: (url: string) => void;
}

type Resolve = (
  name: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Creates a fetch that connects only to public addresses and to trusted hosts. It connects to exactly the address that was
 * checked, and checks every redirect in the same way.
 */
export function createGuardedFetch(given: readonly string[] = [], resolve: Resolve = systemLookup): GuardedFetch {
  const trusted = new TrustedHosts();
  for (const url of given) trusted.add(url);
  const connect = buildConnector({ lookup: guardedLookup(trusted, resolve), allowH2: false });
  const guardedConnect: buildConnector.connector = (options, callback) => {
    // The lookup function is not called for a host that is an IP address.
    const host = options.hostname.replace(/^\[|\]$/g, "");
    if (isIpAddress(host) && !trusted.allows(host)) callback(new PrivateAddressError(host), null);
    else connect(options, callback);
  };
  const dispatcher = new TrustingDispatcher(trusted, guardedConnect);
  const guarded = (input: string, init: object) => fetch(input, { ...init, dispatcher });
  return { fetch: guarded as unknown as typeof globalThis.fetch, trust: (url) => trusted.add(url) };
}

/**
 * Sends requests to trusted hosts through the proxy that the environment names (`HTTPS_PROXY`, `NO_PROXY`), if any. Other hosts are
 * connected directly: a proxy resolves names itself, so that their addresses could not be checked.
 */
class TrustingDispatcher extends Dispatcher {
  readonly #trusted: TrustedHosts;
  readonly #direct: Agent;
  readonly #proxied: EnvHttpProxyAgent;

  constructor(trusted: TrustedHosts, connect: buildConnector.connector) {
    super();
    this.#trusted = trusted;
    this.#direct = new Agent({ connect });
    this.#proxied = new EnvHttpProxyAgent({ connect });
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const isTrusted = options.origin !== undefined && this.#trusted.has(String(options.origin));
    return (isTrusted ? this.#proxied : this.#direct).dispatch(options, handler);
  }
}

function guardedLookup(trusted: TrustedHosts, resolve: Resolve): LookupFunction {
  return (name, options, callback) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      const allowed =
        error === null
          ? trusted.allowed(
              name,
              found.map(({ address }) => address),
            )
          : [];
      const addresses = found?.filter(({ address }) => allowed.includes(address)) ?? [];
      const [first] = addresses;
      if (first === undefined) callback(error ?? new PrivateAddressError(name), "");
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
