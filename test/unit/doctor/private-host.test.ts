import { describe, expect, it } from "vitest";
import { isPrivateHost, reasonNotToAsk } from "../../../src/doctor/private-host.ts";

describe("isPrivateHost()", () => {
  it.each([
    ...[
      "localhost",
      "a.localhost",
      "nas.local",
      "127.0.0.1",
      "2130706433",
      "10.1.2.3",
      "172.16.0.1",
      "172.31.0.1",
      "192.168.1.1",
      "169.254.169.254",
      "0.0.0.0",
    ],
    ...["100.64.0.1", "[::1]", "[::]", "[fd00::1]", "[fe80::1]", "[::ffff:10.0.0.1]"],
  ])("takes %s for one", (host) => {
    expect(isPrivateHost(`http://${host}:8080/x`)).toBe(true);
  });

  it.each(["example.com", "172.32.0.1", "11.0.0.1", "100.128.0.1", "[2001:db8::1]", "localhost.example", "10.example.com"])(
    "takes %s for none",
    (host) => {
      expect(isPrivateHost(`https://${host}/`)).toBe(false);
    },
  );
});

describe("reasonNotToAsk()", () => {
  it("keeps those who read a public feed out of their own network, and no others", () => {
    expect(reasonNotToAsk("http://localhost/", "https://example.com/")).toMatch(/private/);
    expect(reasonNotToAsk("http://localhost:1/", "http://127.0.0.1/")).toBeUndefined();
    expect(reasonNotToAsk("https://example.com/", "https://example.org/")).toBeUndefined();
    expect(reasonNotToAsk("gopher://example.com/", "https://example.org/")).toMatch(/neither http/);
    expect(reasonNotToAsk("//", "https://example.org/")).toMatch(/no address/);
  });
});
