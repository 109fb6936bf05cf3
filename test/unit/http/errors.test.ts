import { describe, expect, it } from "vitest";
import { gone, internalError, methodNotAllowed, notFound, unavailable } from "../../../src/http/errors.ts";

describe("the errors of HTTP", () => {
  it("contain the status, and the remedy as headers", () => {
    expect([notFound, gone, methodNotAllowed, internalError, unavailable]).toEqual([
      { status: 404 },
      { status: 410 },
      { status: 405, headers: { allow: "GET, HEAD, OPTIONS", "cache-control": "no-store" } },
      { status: 500, headers: { "cache-control": "no-store" } },
      { status: 503, headers: { "cache-control": "no-store", "retry-after": "60" } },
    ]);
  });
});
