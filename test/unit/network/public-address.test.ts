import { describe, expect, it } from "vitest";
import { isPublicAddress } from "../../../src/network/public-address.ts";

describe("isPublicAddress()", () => {
  it.each([
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "172.32.0.0",
    "192.0.1.0",
    "198.17.255.255",
    "223.255.255.255",
  ])("returns true for %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(["2001:500::1", "2606:4700::1111", "2a00:1450::1", "2c0f::1"])("returns true for %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  // The registries of special-purpose addresses, in their order.
  it.each([
    ["this network", "0.0.0.0", "0.255.255.255"],
    ["private use", "10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255", "192.168.0.0", "192.168.255.255"],
    ["shared address space", "100.64.0.0", "100.127.255.255"],
    ["loopback", "127.0.0.0", "127.255.255.255"],
    ["link local", "169.254.0.0", "169.254.169.254", "169.254.255.255"],
    ["IETF protocol assignments", "192.0.0.0", "192.0.0.255"],
    ["documentation", "192.0.2.1", "198.51.100.1", "203.0.113.1"],
    ["AS112 and AMT", "192.31.196.1", "192.52.193.1", "192.175.48.1"],
    ["6to4 relays", "192.88.99.1"],
    ["benchmarking", "198.18.0.0", "198.19.255.255"],
    ["multicast", "224.0.0.0", "239.255.255.255"],
    ["reserved, and broadcast", "240.0.0.0", "255.255.255.255"],
  ])("returns false for IPv4: %s", (_name, ...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it.each([
    ["unspecified and loopback", "::", "::1"],
    ["IPv4 within, mapped and compatible", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:7f00:1", "::127.0.0.1"],
    ["NAT64", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1"],
    ["discard", "100::1"],
    ["IETF protocol assignments, Teredo and benchmarking", "2001::1", "2001:1::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:30::1"],
    ["documentation", "2001:db8::1", "3fff::1"],
    ["6to4", "2002:7f00:1::", "2002:808:808::"],
    ["AS112", "2620:4f:8000::1"],
    ["segment routing", "5f00::1"],
    ["unique local", "fc00::1", "fdff::1"],
    ["link local and site local", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1"],
    ["multicast", "ff02::1", "ff0e::1"],
    ["unassigned addresses", "1::1", "4000::1", "e000::1"],
  ])("returns false for IPv6: %s", (_name, ...addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it.each(["", "example.com", "1.2.3.4.5", "::g"])("returns false for %j, which is not an address", (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });
});
