import { describe, expect, it } from "vitest";
import { retry, retryAfterOf, retryAfterSeconds } from "../../../src/network/retry.ts";

describe("retry()", () => {
  async function run(delays: readonly (number | undefined)[], attempts: number, pause?: number) {
    const waits: number[] = [];
    const left = [...delays];
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    const options = { attempts, wait, delayOf: (delay: number | undefined) => delay, ...(pause !== undefined && { pause }) };
    return { waits, ...(await retry(async () => left.shift(), options)) };
  }

  it.each([
    ["returns a final result at once", [undefined], 4, undefined, { attempts: 1, waits: [] }],
    ["waits longer each time", [0, 0, 0, undefined], 4, undefined, { attempts: 4, waits: [1000, 2000, 4000] }],
    ["returns the last result if no attempt is left", [0, 5], 2, undefined, { result: 5, attempts: 2, waits: [1000] }],
    ["waits as long as a server asks", [7000, 500, undefined], 3, undefined, { attempts: 3, waits: [7000, 2000] }],
    ["waits at most half a minute", [86_400_000, undefined], 3, undefined, { attempts: 2, waits: [30_000] }],
    ["may wait not at all", [0, undefined], 2, 0, { attempts: 2, waits: [] }],
  ])("%s", async (_criterion, delays, attempts, pause, expected) => {
    expect(await run(delays, attempts, pause)).toMatchObject(expected);
  });
});

describe("retryAfterSeconds()", () => {
  const date = "Wed, 06 Nov 2024 12:00:00 GMT";
  it.each([
    [{}, undefined, 0],
    [{ "retry-after": " 7 " }, 7, 7000],
    [{ "retry-after": "Wed, 06 Nov 2024 12:02:00 GMT", date }, 120, 120_000],
    [{ "retry-after": "Wed, 06 Nov 2024 11:59:00 GMT", date }, -60, 0],
    [{ "retry-after": "Wed, 06 Nov 2024 12:02:00 GMT" }, Number.NaN, 0],
    [{ "retry-after": "soon", date }, Number.NaN, 0],
  ])("reads %j", (headers, seconds, milliseconds) => {
    expect([retryAfterSeconds(new Headers(headers)), retryAfterOf(new Headers(headers))]).toEqual([seconds, milliseconds]);
  });
});
