/** Cloudflare's prices for Workers, in US dollars, from its documentation of November 2026. */
export interface Prices {
  /** Requests a day of the free plan. */
  readonly freeRequestsADay: number;
  /** The paid plan, a month. */
  readonly base: number;
  readonly includedRequests: number;
  readonly millionRequests: number;
  readonly includedCpuMilliseconds: number;
  readonly millionCpuMilliseconds: number;
}

export const prices: Prices = {
  freeRequestsADay: 100_000,
  base: 5,
  includedRequests: 10_000_000,
  millionRequests: 0.3,
  includedCpuMilliseconds: 30_000_000,
  millionCpuMilliseconds: 0.02,
};
