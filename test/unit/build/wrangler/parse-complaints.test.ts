import { describe, expect, it } from "vitest";
import { parseComplaints } from "../../../../src/build/wrangler/parse-complaints.ts";

describe("parseComplaints()", () => {
  it("returns the innermost items of the list, each in one line", () => {
    const message = `Processing wrangler.toml configuration:
  - Expected "name" to be of type string but got 5.
  - ASSETS assigned twice.
    Please change your bindings
    to have unique names.

  - "env.staging" environment configuration
    - Expected "dev.port" to be of type number but got "x".
    - Expected "main" to be of type string but got 1.`;
    expect(parseComplaints(message)).toEqual([
      'Expected "name" to be of type string but got 5',
      "ASSETS assigned twice. Please change your bindings to have unique names",
      'Expected "dev.port" to be of type number but got "x"',
      'Expected "main" to be of type string but got 1',
    ]);
  });

  it("returns nothing for a message without a list", () => {
    expect(parseComplaints("Cannot read it - or so\nat all")).toEqual([]);
  });
});
