import { hostOf } from "./private-host.ts";
import { isPublicAddress } from "./public-address.ts";

/** The hosts that the user named: they may be in a private network. */
export class TrustedHosts {
  // The private addresses of each host; undefined until its name is resolved.
  readonly #hosts = new Map<string, ReadonlySet<string> | undefined>();

  /** Adds the host of a URL. */
  add(url: string): void {
    const host = hostOf(url);
    if (!this.#hosts.has(host)) this.#hosts.set(host, undefined);
  }

  /** Returns whether the user named the host of a URL. */
  has(url: string): boolean {
    return this.#hosts.has(hostOf(url));
  }

  /** Returns whether connections to an IP address, without brackets, are allowed. */
  allows(address: string): boolean {
    return isPublicAddress(address) || this.#hosts.has(address);
  }

  /**
   * Returns the addresses of a name to which connections are allowed. A named host keeps the private addresses of its first
   * resolution, if that has no public ones: a public name must not become a private one later (DNS rebinding).
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
