import { describe, expect, it } from "vitest";
import { gone, internalError, methodNotAllowed, notFound, unavailable } from "../../../src/http/errors.ts";

// Messages for people and headers for programs, without internal details.
describe("the errors of HTTP", () => {
  it("contain the status, the message and the remedy", () => {
    expect([notFound, gone, methodNotAllowed, internalError, unavailable]).toEqual([
      { status: 404, title: "Not found", message: "There is nothing at this address." },
      { status: 410, title: "Removed", message: "What was here has been removed, and will not come back." },
      {
        status: 405,
        title: "Method not allowed",
        message: "This site can only be read.",
        headers: { allow: "GET, HEAD, OPTIONS", "cache-control": "no-store" },
      },
      {
        status: 500,
        title: "Something went wrong",
        message: "It is written down, and somebody will look at it.",
        headers: { "cache-control": "no-store" },
      },
      {
        status: 503,
        title: "Unavailable for the moment",
        message: "Please try again in a minute.",
        headers: { "cache-control": "no-store", "retry-after": "60" },
      },
    ]);
  });
});
