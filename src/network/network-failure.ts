import { describeNetworkError } from "./describe-network-error.ts";
import { connectionClosed, explainNetworkError } from "./explain-network-error.ts";
import type { SlowRequest } from "./slow-hosts.ts";

/** An error for a failed request. Its message is the reason alone, for display. */
export class NetworkFailure extends Error {
  override readonly name = "NetworkFailure";
  /** The remedy. */
  readonly advice: string;
  /** True if the server answered, and its response ended too soon. */
  readonly isIncomplete: boolean;

  constructor(reason: string, advice: string, isIncomplete = false) {
    super(reason);
    this.advice = advice;
    this.isIncomplete = isIncomplete;
  }

  /** True if the server closed the connection. It may close an idle connection at the moment of a new request. */
  get isHangUp(): boolean {
    return this.message === connectionClosed;
  }
}

/** A request that was not made, because an earlier one to the host was slow. */
export class SkippedRequest extends NetworkFailure {
  readonly slow: SlowRequest;

  constructor(slow: SlowRequest) {
    super(`it was not requested, because ${slow.host} is slow (${slow.reason})`, "Make the server answer in time, and check again");
    this.slow = slow;
  }
}

/**
 * Converts the reason why `fetch`, or reading its body, rejected.
 * @param timeout milliseconds after which the request was cancelled
 * @param hasBegun true if the server sent the headers of a response
 */
export function networkFailure(error: unknown, timeout: number, hasBegun = false): NetworkFailure {
  if (error instanceof NetworkFailure) return error;
  if (hasBegun && (error as Error).name === "TimeoutError") {
    const advice = "Look for the program or the proxy that sends the document so slowly, and cache the document or write it as a file";
    return new NetworkFailure(`the response was not complete within ${timeout / 1000} s`, advice, true);
  }
  const { advice, reason } = explainNetworkError(error) ?? {
    reason: describeNetworkError(error, timeout),
    advice: "Check that the server is reachable from outside",
  };
  return new NetworkFailure(reason, advice, hasBegun);
}
