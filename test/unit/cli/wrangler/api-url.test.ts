import { describe, expect, it } from "vitest";
import { apiHostOf, apiUrlOf } from "../../../../src/cli/wrangler/api-url.ts";

describe("apiUrlOf()", () => {
  it("returns the address in the environment, and rejects an invalid one", () => {
    const own = { CLOUDFLARE_API_BASE_URL: "http://127.0.0.1:8/v4" };
    expect([apiUrlOf(own), apiHostOf(own)]).toEqual(["http://127.0.0.1:8/v4", "127.0.0.1:8"]);
    expect([apiUrlOf({}), apiHostOf({})]).toEqual(["https://api.cloudflare.com/client/v4", "api.cloudflare.com"]);
    expect(() => apiUrlOf({ CLOUDFLARE_API_BASE_URL: "localhost:8" })).toThrow(
      'CLOUDFLARE_API_BASE_URL "localhost:8": it is not a URL; unset',
    );
  });
});
