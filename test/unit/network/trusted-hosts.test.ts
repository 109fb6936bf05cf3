import { describe, expect, it } from "vitest";
import { TrustedHosts } from "../../../src/network/trusted-hosts.ts";

const open = "93.184.216.34";

/** Returns trusted hosts with one named host. */
function given(...urls: readonly string[]): TrustedHosts {
  const hosts = new TrustedHosts();
  for (const url of urls) hosts.add(url);
  return hosts;
}

describe("TrustedHosts.allowed()", () => {
  it("returns the public addresses of a name", () => {
    expect(given().allowed("news.example", [open, "10.0.0.1", "::1"])).toEqual([open]);
    expect(given().allowed("news.example", ["10.0.0.1"])).toEqual([]);
  });

  it("returns the private addresses of a named host, in any spelling", () => {
    expect(given("http://NEWS.example:8080/feed").allowed("news.example", ["10.0.0.1"])).toEqual(["10.0.0.1"]);
    expect(given("http://news.example/feed").allowed("news.example.", ["10.0.0.1"])).toEqual(["10.0.0.1"]);
    expect(given("http://other.example/").allowed("news.example", ["10.0.0.1"])).toEqual([]);
  });

  it("returns no private address of a named host that also has a public one", () => {
    expect(given("http://news.example/").allowed("news.example", ["127.0.0.1", open])).toEqual([open]);
  });

  it("returns no private address of a name that was public at first", () => {
    const hosts = given("http://news.example/");
    expect(hosts.allowed("news.example", [open])).toEqual([open]);
    expect(hosts.allowed("news.example", ["127.0.0.1"])).toEqual([]);
    hosts.add("http://news.example/");
    expect(hosts.allowed("news.example", ["127.0.0.1"])).toEqual([]);
  });

  it("returns no private address that a name did not have at first", () => {
    const hosts = given("http://news.example/");
    expect(hosts.allowed("news.example", ["10.0.0.1"])).toEqual(["10.0.0.1"]);
    expect(hosts.allowed("news.example", ["127.0.0.1", "10.0.0.1"])).toEqual(["10.0.0.1"]);
  });
});

describe("TrustedHosts.allows()", () => {
  it("checks addresses", () => {
    expect(given().allows(open)).toBe(true);
    expect(given().allows("::1")).toBe(false);
    expect(given("http://[::1]:8080/").allows("::1")).toBe(true);
    expect(given("http://127.1/").allows("127.0.0.1")).toBe(true);
  });
});
