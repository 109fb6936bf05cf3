import { describe, expect, it } from "vitest";
import { describePings } from "../../../src/websub/describe-pings.ts";

const hub = "https://hub.example/";
const told = (topic: string) => ({ topic, ok: true, status: 204, attempts: 1 });
const failed = (topic: string, error: string, attempts: number) => ({ topic, ok: false, error, attempts });

describe("describePings()", () => {
  it("counts the successful pings", () => {
    expect(describePings(hub, [told("a")])).toEqual(["Pinged https://hub.example/ for 1 feed"]);
    expect(describePings(hub, [told("a"), told("b")])).toEqual(["Pinged https://hub.example/ for 2 feeds"]);
    expect(describePings(hub, [])).toEqual([]);
  });

  it("describes equal failures once", () => {
    expect(describePings(hub, [failed("a", "503", 4)])).toEqual(["Cannot ping the hub for a: 503 after 4 attempts"]);
    expect(describePings(hub, [failed("a", "404", 1)])).toEqual(["Cannot ping the hub for a: 404"]);
    expect(describePings(hub, [failed("a", "503", 4), failed("b", "503", 0), failed("c", "503", 0)])).toEqual([
      "Cannot ping the hub for a and 2 more: 503 after 4 attempts",
    ]);
  });

  it("separates different reasons", () => {
    expect(describePings(hub, [failed("a", "404", 1), told("b"), failed("c", "503", 4)])).toEqual([
      "Pinged https://hub.example/ for 1 feed",
      "Cannot ping the hub for a: 404",
      "Cannot ping the hub for c: 503 after 4 attempts",
    ]);
  });
});
