import { describe, expect, it } from "vitest";
import { verifyAddress } from "../../../../src/build/verify/verify-address.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";

const check = (url: string) =>
  verifyAddress({ valid: { url }, locationOf: () => ({ file: "wrangler.toml", line: 4, column: 7 }) }).map(formatDiagnostic);

describe("verifyAddress()", () => {
  it.each([
    ...[
      "http://localhost:8787",
      "http://localhost.",
      "https://blog.localhost",
      "http://127.0.0.1:8787",
      "http://127.1.2.3",
      "http://[::1]:8787",
    ],
    ...[
      "http://0.0.0.0",
      "http://10.0.0.4",
      "http://192.168.1.5",
      "http://172.16.0.1",
      "http://169.254.1.1",
      "http://[fe80::1]",
      "http://[fd00::1]",
    ],
    ...["http://mac.local:8787", "http://mac.local.", "http://nas.lan", "http://nas.home.arpa", "https://blog.internal"],
    ...["http://mybox:8787", "https://blog.test", "https://blog.invalid", "http://2130706433", "http://0x7f.1"],
  ])("rejects %s", (url) => {
    expect(check(url)).toEqual([
      expect.stringContaining(`wrangler.toml:4:7 error Cannot deploy for SITE.url ${JSON.stringify(url)}: others cannot`),
    ]);
  });

  it.each([
    "",
    "https://example.com",
    "https://blog.ada.workers.dev",
    "http://8.8.8.8",
    "https://[2606:4700::1111]",
    "https://localhost.example",
  ])("accepts %j", (url) => {
    expect(check(url)).toEqual([]);
  });

  it("ignores other errors of the settings", () => {
    expect(verifyAddress({ locationOf: () => ({ file: "wrangler.toml", line: 1, column: 1 }) })).toEqual([]);
  });
});
