import { describe, expect, it } from "vitest";
import { servedHosts } from "../../../../src/cli/start/served-hosts.ts";

describe("servedHosts()", () => {
  it.each([
    [{}, []],
    [{ port: "8080", ip: "0.0.0.0" }, ["0.0.0.0"]],
    [{ ip: "Desk.local" }, ["desk.local"]],
    [{ host: "feeds.example" }, ["feeds.example"]],
    [{ host: "https://feeds.example/a" }, ["feeds.example"]],
    [{ "local-upstream": "feeds.example:8080" }, ["feeds.example"]],
    [{ host: "a b" }, []],
    [{ tunnel: true, host: "feeds.example" }, ["*"]],
    [{ "tunnel-name": "mine" }, ["*"]],
  ])("returns for %j: %j", (options, hosts) => expect(servedHosts(options)).toEqual(hosts));
});
