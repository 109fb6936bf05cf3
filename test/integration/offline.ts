import dns, { type LookupAddress } from "node:dns";
import { syncBuiltinESMExports } from "node:module";

// Loaded into the processes of a test: only one name has an address, so that only servers of the test are reached.
const ownServers = "servers-of-the-test.example";
const loopback: LookupAddress = { address: "127.0.0.1", family: 4 };

type Callback = (error: Error | null, found?: string | readonly LookupAddress[], family?: number) => void;

function lookup(name: string, ...rest: readonly unknown[]): void {
  const callback = rest.at(-1) as Callback;
  if (name === ownServers) {
    const { all } = rest[0] as { readonly all?: boolean };
    process.nextTick(callback, null, all ? [loopback] : loopback.address, loopback.family);
    return;
  }
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: "ENOTFOUND", syscall: "getaddrinfo", hostname: name });
  process.nextTick(callback, error);
}

dns.lookup = lookup as typeof dns.lookup;
syncBuiltinESMExports();
