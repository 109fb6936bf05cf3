// Loaded into the processes of a test: only one name has an address, so that only servers of the test are reached. This is JavaScript, because
// each process would wait for a compiler of TypeScript.

const dns = require("node:dns");
const { syncBuiltinESMExports } = require("node:module");

const ownServers = "servers-of-the-test.example";
const loopback = { address: "127.0.0.1", family: 4 };

dns.lookup = function lookup(name, ...rest) {
  const callback = rest.at(-1);
  if (name === ownServers) {
    process.nextTick(callback, null, rest[0].all ? [loopback] : loopback.address, loopback.family);
    return;
  }
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: "ENOTFOUND", syscall: "getaddrinfo", hostname: name });
  process.nextTick(callback, error);
};
syncBuiltinESMExports();
