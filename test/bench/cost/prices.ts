/** What Cloudflare asks for Workers, in US dollars, as its documentation said in November 2026. */
export interface Prices {
  /** Requests a day that the free plan answers, and milliseconds of computing that one may take there. */
  readonly freeRequestsADay: number;
  readonly freeCpuMilliseconds: number;
  /** The paid plan, a month. */
  readonly base: number;
  readonly includedRequests: number;
  readonly millionRequests: number;
  readonly includedCpuMilliseconds: number;
  readonly millionCpuMilliseconds: number;
}

export const prices: Prices = {
  freeRequestsADay: 100_000,
  freeCpuMilliseconds: 10,
  base: 5,
  includedRequests: 10_000_000,
  millionRequests: 0.3,
  includedCpuMilliseconds: 30_000_000,
  millionCpuMilliseconds: 0.02,
};
