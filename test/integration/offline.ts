import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";

// Loaded into the processes of a test: no name has an address, so that only servers of the test are reached.
function lookup(name: string, ...rest: readonly unknown[]): void {
  const callback = rest.at(-1) as (error: Error) => void;
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: "ENOTFOUND", syscall: "getaddrinfo", hostname: name });
  process.nextTick(callback, error);
}

dns.lookup = lookup as typeof dns.lookup;
syncBuiltinESMExports();
