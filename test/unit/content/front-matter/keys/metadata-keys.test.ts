import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { isKnownKey } from "../../../../../src/content/front-matter/keys/known-keys.ts";
import { metadataKeys } from "../../../../../src/content/front-matter/keys/metadata-keys.ts";
import { namingTokens, placingTokens } from "../../../../../src/settings/permalink-pattern.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../../../../docs/front-matter.md"), "utf8");

describe("docs/front-matter.md", () => {
  it.each(Object.values(metadataKeys).flat())("lists the key %s", (key) => {
    expect(page).toContain(`\`${key}\``);
  });

  it.each([...namingTokens, ...placingTokens])("lists the token :%s", (token) => {
    expect(page).toContain(`\`:${token}\``);
  });
});

describe("isKnownKey()", () => {
  it.each(["head", "icon", "isOriginal", "cssclasses", "has_math", "nocomments", "cuid", "emoji", "bibliography"])(
    "knows the key %s of a generator",
    (key) => {
      expect(isKnownKey(key)).toBe(true);
    },
  );

  it.each(["headd", "icons", "cssclas"])("does not know %s", (key) => {
    expect(isKnownKey(key)).toBe(false);
  });
});
