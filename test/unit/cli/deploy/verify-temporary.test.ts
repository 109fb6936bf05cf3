import { describe, expect, it } from "vitest";
import { verifyTemporary } from "../../../../src/cli/deploy/verify-temporary.ts";

const settingsTable = "[env.x.vars.SITE]";

describe("verifyTemporary()", () => {
  it("accepts a site without an address", () => {
    expect(() => verifyTemporary("", { hasRoutes: false, settingsTable })).not.toThrow();
  });

  it.each([
    [
      "an address",
      "https://a.example",
      false,
      /^Cannot deploy temporarily for https:\/\/a\.example, which is url in \[env\.x\.vars\.SITE\]/,
    ],
    ["routes", "", true, /^Cannot deploy temporarily to the routes in wrangler\.toml/],
  ])("rejects a site with %s", (_criterion, url, hasRoutes, message) => {
    expect(() => verifyTemporary(url, { hasRoutes, settingsTable })).toThrow(
      expect.objectContaining({ name: "DeploymentError", message: expect.stringMatching(message) }),
    );
  });
});
