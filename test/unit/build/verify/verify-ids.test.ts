import { describe, expect, it } from "vitest";
import { verifyIds } from "../../../../src/build/verify/verify-ids.ts";
import { sampleEntry } from "../../../samples.ts";

const place = (source: string, field: string) => ({ file: `articles/${source}`, line: field === "id" ? 3 : 1, column: 1 });

describe("verifyIds()", () => {
  it.each([
    ["urn:uuid:bad", "InvalidUUID"],
    ["tag:x,y:z", "InvalidTAG"],
    ["https://old.example/ü", "UriNotIri"],
    ["42", "InvalidFullLink"],
  ])("warns about %s", (id, rule) => {
    const problems = verifyIds([sampleEntry("moon", { id })], place);
    expect(problems).toEqual([
      expect.objectContaining({
        line: 3,
        severity: "warning",
        message: expect.stringContaining(`${JSON.stringify(id)} valid (${rule} in`),
      }),
    ]);
  });

  it.each(["https://example.com/moon", "urn:uuid:60a76c80-d399-11d9-b91c-0003939e0af6", "tag:example.com,2024:moon"])(
    "accepts %s",
    (id) => {
      expect(verifyIds([sampleEntry("moon", { id })], place)).toEqual([]);
    },
  );
});
