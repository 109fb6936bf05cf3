import { join } from "node:path";
import { expect, it } from "vitest";
import { createWranglerRunner } from "../../../../src/cli/wrangler/run-wrangler.ts";
import { makeFolder } from "../sample-folder.ts";

it("createWranglerRunner() collects records with all of their keys, and ignores other lines", async () => {
  const record = { type: "deploy", version: 1, targets: ["https://a.example"], version_id: null, other: { key: 1 } };
  const lines = [JSON.stringify(record), "null", '{"type":1}', '{"type":"deploy","targets":{}}', '{"type":"dep'];
  const program = `require("node:fs").writeFileSync(process.env.WRANGLER_OUTPUT_FILE_PATH, ${JSON.stringify(lines.join("\n"))});\n`;
  const { records } = await createWranglerRunner([join(makeFolder({ "wrangler.cjs": program }), "wrangler.cjs")], {})([]);
  expect(records).toEqual([record, { type: "deploy" }]);
});
