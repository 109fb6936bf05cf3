import { describe, expect, it } from "vitest";
import { describeStartError } from "../../../../src/cli/start/describe-start-error.ts";

describe("describeStartError()", () => {
  it.each([
    [["✘ [ERROR] Compatibility date is in the future", "✘ [ERROR] The runtime failed"], "Compatibility date is in the future"],
    [["✘ [ERROR] The directory does not exist:", "", "  /a/nope", ""], "The directory does not exist: /a/nope"],
    [["✘ [ERROR] Not found.", "", "  The main of wrangler.start-42.toml"], "Not found"],
    [["✘ [ERROR] Cannot read wrangler.start-42.toml.", "🪵  Logs were written"], "Cannot read wrangler.toml"],
    [["▲ [WARNING] a", "✘ [ERROR] Build failed:", "  ✘ [ERROR] Invalid define"], "Build failed: Invalid define"],
  ])("describes %j", (lines, expected) => {
    expect(describeStartError(lines)).toBe(expected);
  });
});
