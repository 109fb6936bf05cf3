import { expect, it } from "vitest";
import { withoutConfigurationWarnings } from "../../../../src/cli/start/configuration-warnings.ts";

it("withoutConfigurationWarnings() drops the warnings about the copy of wrangler.toml", () => {
  const lines = [
    "▲ [WARNING] Something else",
    "  with a second line",
    "▲ [WARNING] Processing wrangler.start-42.toml configuration:",
    "",
    '    - Unexpected fields found in top-level field: "other"',
    "",
    "✘ [ERROR] A request failed",
    "  at some place",
  ];
  const kept = [lines[0], lines[1], lines[6], lines[7]];
  expect(lines.filter(withoutConfigurationWarnings())).toEqual(kept);
});
