import { describeNetworkError } from "./describe-network-error.ts";
import { connectionClosed, explainNetworkError } from "./explain-network-error.ts";

/** An error for a failed request. Its message is the reason alone, for display. */
export class NetworkFailure extends Error {
  override readonly name = "NetworkFailure";
  /** The remedy. */
  readonly advice: string;

  constructor(reason: string, advice: string) {
    super(reason);
    this.advice = advice;
  }

  /** True if the server closed the connection. It may close an idle connection at the moment of a new request. */
  get isHangUp(): boolean {
    return this.message === connectionClosed;
  }
}

/** Converts the reason why `fetch`, or reading its body, rejected. @param timeout milliseconds after which the request was cancelled */
export function networkFailure(error: unknown, timeout: number): NetworkFailure {
  if (error instanceof NetworkFailure) return error;
  const { advice, reason } = explainNetworkError(error) ?? {
    reason: describeNetworkError(error, timeout),
    advice: "Check that the server is reachable from outside",
  };
  return new NetworkFailure(reason, advice);
}
