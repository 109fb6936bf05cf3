import { hostOf } from "./private-host.ts";
import { isPublicAddress } from "./public-address.ts";

/** The hosts that the owner gave: they may be in a private network. */
export class TrustedHosts {
  // The private addresses of each; undefined until its name was resolved.
  readonly #hosts = new Map<string, ReadonlySet<string> | undefined>();

  /** Adds the host of a URL. */
  add(url: string): void {
    const host = hostOf(url);
    if (!this.#hosts.has(host)) this.#hosts.set(host, undefined);
  }

  /** Returns whether a host that is an IP address, without brackets, may be connected to. */
  allows(address: string): boolean {
    return isPublicAddress(address) || this.#hosts.has(address);
  }

  /**
   * Returns those addresses of a name that may be connected to. A name that was given keeps the private addresses of its first answer,
   * if it has no public one: whoever answers for a public name must not turn it into a private one later (DNS rebinding).
   */
  allowed(name: string, addresses: readonly string[]): readonly string[] {
    const open = addresses.filter(isPublicAddress);
    const host = name.replace(/\.$/, "");
    if (!this.#hosts.has(host)) return open;
    const own = this.#hosts.get(host) ?? new Set(open.length > 0 ? [] : addresses);
    this.#hosts.set(host, own);
    return open.length > 0 ? open : addresses.filter((address) => own.has(address));
  }
}
