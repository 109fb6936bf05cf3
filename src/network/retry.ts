import { headerValues } from "./header-values.ts";

/** The limits of repeated attempts. */
export interface RetryOptions<Result> {
  /** The maximum number of attempts. */
  readonly attempts: number;
  /** Resolves after this number of milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds before the second attempt, 1000 by default; twice as long before each further one. */
  readonly pause?: number;
  /** Returns the milliseconds that a server asks to wait before another attempt, or 0; undefined if the result is final. */
  readonly delayOf: (result: Result) => number | undefined;
}

/** The result of the last attempt. */
export interface Retried<Result> {
  readonly result: Result;
  /** The number of attempts. */
  readonly attempts: number;
}

const firstPause = 1000;
const maxPause = 30_000; // a server may ask for a day

/** Repeats an action until its result is final or there is no attempt left. A server may ask for a longer pause, up to a limit. */
export async function retry<Result>(
  act: () => Promise<Result>,
  { attempts, delayOf, pause = firstPause, wait }: RetryOptions<Result>,
): Promise<Retried<Result>> {
  for (let attempt = 1; ; attempt++) {
    const result = await act();
    const delay = delayOf(result);
    if (delay === undefined || attempt >= attempts) return { result, attempts: attempt };
    const milliseconds = Math.min(Math.max(delay, pause * 2 ** (attempt - 1)), maxPause);
    if (milliseconds > 0) await wait(milliseconds);
  }
}

/**
 * Returns the seconds that a server asks clients to wait (RFC 9110 §10.2.3): undefined without Retry-After, and NaN if it is neither a number
 * nor a date.
 * @param now milliseconds since 1970; by default the time of the response by the clock of the server
 */
export function retryAfterSeconds(headers: Headers, now: number = Date.parse(headers.get("date") ?? "")): number | undefined {
  const [value] = headerValues(headers, "retry-after");
  if (!value) return undefined;
  return /^\d+$/.test(value) ? Number(value) : Math.ceil((parseHttpDate(value) - now) / 1000);
}

// JavaScript takes "-5" for a date, too.
function parseHttpDate(value: string): number {
  return /\d:\d\d/.test(value) ? Date.parse(value) : Number.NaN;
}

/** Returns the milliseconds that a response asks to wait, for {@link RetryOptions.delayOf}; 0 if it does not ask. */
export function retryAfterOf(headers: Headers): number {
  return Math.max(0, (retryAfterSeconds(headers) || 0) * 1000);
}
