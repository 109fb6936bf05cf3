import { explainNetworkError } from "./explain-network-error.ts";

/**
 * Describes why `fetch` rejected.
 * @param timeout milliseconds after which the request was cancelled
 */
export function describeNetworkError(error: unknown, timeout: number): string {
  const { cause, message, name } = error as Error;
  if (name === "TimeoutError") return `no answer within ${timeout / 1000} s`;
  const { code, message: detail } = (cause ?? {}) as { readonly code?: string; readonly message?: string };
  if (code === "ERR_PRIVATE_ADDRESS" && detail) return detail; // which names the host
  return explainNetworkError(error)?.reason || detail || code || message; // `fetch failed` alone gives no reason
}
