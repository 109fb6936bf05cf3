/** What Cloudflare asks for Workers, in US dollars, as its documentation said in November 2026. */
export interface Prices {
  /** Requests a day that the free plan answers. */
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
