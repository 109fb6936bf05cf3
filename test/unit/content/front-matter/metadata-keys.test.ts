import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { metadataKeys } from "../../../../src/content/front-matter/metadata-keys.ts";
import { namingTokens, placingTokens } from "../../../../src/settings/permalink-pattern.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../../../docs/front-matter.md"), "utf8");

describe("docs/front-matter.md", () => {
  it.each(Object.values(metadataKeys).flat())("lists the key %s", (key) => {
    expect(page).toContain(`\`${key}\``);
  });

  it.each([...namingTokens, ...placingTokens])("lists the token :%s", (token) => {
    expect(page).toContain(`\`:${token}\``);
  });
});
