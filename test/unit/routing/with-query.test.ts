import { describe, expect, it } from "vitest";
import { withQuery } from "../../../src/routing/with-query.ts";

describe("withQuery()", () => {
  it.each([
    ["https://a.example/x", "", "https://a.example/x"],
    ["https://a.example/x", "?", "https://a.example/x"],
    ["https://a.example/x", "?resource=acct:a@b", "https://a.example/x?resource=acct:a@b"],
    ["https://a.example/x?y=1", "?z=2&y=3", "https://a.example/x?y=1&z=2&y=3"],
    ["https://a.example/x#y", "?z=2", "https://a.example/x?z=2#y"],
    ["https://a.example/x?y=1#z?", "?w=2", "https://a.example/x?y=1&w=2#z?"],
    ["https://a.example/x#?", "?w=2", "https://a.example/x?w=2#?"],
    ["https://a.example/x", "?to=https://evil.example/?a", "https://a.example/x?to=https://evil.example/?a"],
  ])("extends %s by the query %j", (target, query, expected) => {
    expect(withQuery(target, query)).toBe(expected);
  });
});
