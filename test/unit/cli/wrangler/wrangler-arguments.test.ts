import { expect, it } from "vitest";
import { wranglerArguments } from "../../../../src/cli/wrangler/wrangler-arguments.ts";

it.each<readonly [readonly string[], readonly string[]]>([
  [[], []],
  [
    ["--config", "other.toml", "--tag", "v1"],
    ["--tag", "v1"],
  ],
  [["-c", "other.toml", "-e", "staging", "--dry-run"], ["--dry-run"]],
  [["--config=other.toml", "--env=staging", "--keep-vars"], ["--keep-vars"]],
  [
    ["--allow-new-ids", "--message", "new ids", "--preview"],
    ["--message", "new ids"],
  ],
  [["--env=", "--temporary"], ["--temporary"]],
])("wranglerArguments() keeps the options of wrangler: %j", (given, expected) => {
  expect(wranglerArguments(given)).toEqual(expected);
});
