import { describe, expect, it } from "vitest";
import { isPrivateHost, isThisMachine, reasonNotToRequest } from "../../../src/network/private-host.ts";

describe("isPrivateHost()", () => {
  it.each([
    ...["localhost", "localhost.", "LOCALHOST", "a.localhost", "nas.local", "db.internal", "router.lan", "nas.home.arpa"],
    ...["127.0.0.1", "127.0.0.1.", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0", "10.1.2.3", "172.16.0.1", "192.168.1.1"],
    ...["169.254.169.254", "0.0.0.0", "100.64.0.1", "198.18.0.1", "192.0.0.1", "255.255.255.255", "１２７.0.0.1"],
    ...["[::1]", "[::]", "[fd00::1]", "[fe80::1]", "[::ffff:10.0.0.1]", "[64:ff9b::10.0.0.1]", "[2002:7f00:1::]", "[2001:db8::1]"],
  ])("returns true for %s", (host) => {
    expect(isPrivateHost(`http://${host}:8080/x`)).toBe(true);
  });

  it.each(["example.com", "172.32.0.1", "11.0.0.1", "100.128.0.1", "[2606:4700::1]", "localhost.example", "10.example.com", "local"])(
    "returns false for %s",
    (host) => {
      expect(isPrivateHost(`https://${host}/`)).toBe(false);
    },
  );
});

describe("isThisMachine()", () => {
  it.each([
    ...(["localhost", "a.localhost", "127.0.0.1", "127.1", "[::1]"] as const).map((host) => [host, true] as const),
    ...(["10.0.0.1", "127.0.0.1.example.com", "nas.local", "localhost.example"] as const).map((host) => [host, false] as const),
  ])("returns for %s: %s", (host, expected) => {
    expect(isThisMachine(`http://${host}:8080/x`)).toBe(expected);
  });
});

describe("reasonNotToRequest()", () => {
  it.each([
    ["http://localhost/", "https://example.com/", /private/],
    ["http://10.0.0.2/", "http://10.0.0.1/", /private/],
    ["http://localhost:1/", "http://10.0.0.1/", /private/],
    ["http://10.0.0.1/", "http://localhost/", /private/],
    ["http://127.0.0.1/", "https://127.0.0.1.example.com/", /private/],
    ["http://localhost:1/", "http://127.0.0.1/", /private/],
    ["http://localhost:1/", "http://localhost/", undefined],
    ["http://localhost./", "http://LOCALHOST:8080/", undefined],
    ["http://127.1:9/", "http://127.0.0.1/", undefined],
    ["https://example.com/", "https://example.org/", undefined],
    ["https://example.com/", "http://localhost/", undefined],
    ["gopher://example.com/", "https://example.org/", /neither http/],
    ["//", "https://example.org/", /not a URL/],
    ["http://[fe80::1%25eth0]/", "https://example.org/", /not a URL/],
  ])("checks %s, named by %s", (to, from, reason) => {
    if (reason === undefined) expect(reasonNotToRequest(to, from)).toBeUndefined();
    else expect(reasonNotToRequest(to, from)).toMatch(reason);
  });
});
