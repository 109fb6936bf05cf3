import { count, decimal, exact, size } from "../report/numbers.ts";
import { markdownTable } from "../report/table.ts";
import type { Assumptions } from "./assumptions.ts";
import { type Estimate, estimate, type Figures } from "./estimate.ts";
import type { Prices } from "./prices.ts";

const percent = (share: number) => `${Math.round(share * 100)} %`;
const money = (dollars: number) => `$${dollars < 100 ? dollars.toFixed(2) : exact(Math.round(dollars))}`;

/** Returns the table of the assumed readers. */
export function readersTable({ readers }: Assumptions): string {
  return markdownTable(
    ["Subscribers who use", "share", "polls a day", "with a validator", "why"],
    readers.map(({ conditional, pollsADay, reason, services, share, title }) => [
      title,
      percent(share),
      services === undefined ? `${pollsADay} each` : `${pollsADay} by each of at most ${services} services`,
      percent(conditional),
      reason,
    ]),
  );
}

/** Returns the table of the other assumptions, and of the measured figures. */
export function inputsTable(given: Assumptions, figures: Figures): string {
  const { articlesADay, compressed, keptSeconds, maxAge, places, variants } = given;
  return markdownTable(
    ["What", "figure", "from"],
    [
      ["articles a day", String(articlesADay), "assumed; after each, the next poll of every reader is a 200"],
      ["whole feeds sent compressed", percent(compressed), "assumed"],
      ["`maxAge`", `${maxAge} s`, "`wrangler.toml`"],
      ["places where the Worker runs", String(places), "assumed: the upper tier of Workers Cache"],
      [
        "time until an idle Worker is evicted",
        `${keptSeconds} s`,
        "assumed: Cloudflare publishes no figure; the next run after it is a start",
      ],
      [
        "responses that the cache stores",
        String(variants),
        "RSS once; Atom and JSON Feed in five spellings of Accept-Encoding, which eight clients sent",
      ],
      [
        "CPU time of a 304",
        `${decimal(figures.notModifiedCpu)} ms`,
        "measured: all of workerd, with its sockets and threads, so an upper bound",
      ],
      ["CPU time of a 200", `${decimal(figures.fullCpu)} ms`, "measured in the same way"],
      ["CPU time of the first 200 after a start", `${decimal(figures.coldCpu)} ms`, "measured in the same way"],
      ["bytes of a 304", exact(figures.notModifiedBytes), "measured"],
      [
        "bytes of a 200, plain and as gzip",
        `${exact(figures.fullBytes)} and ${exact(figures.compressedBytes)}`,
        "measured: RSS, 20 entries",
      ],
    ],
  );
}

/** Returns the table of the costs of sites, with Workers Cache and without. */
export function costTable(sizes: readonly number[], given: Assumptions, figures: Figures, prices: Prices): string {
  const rows = sizes.map((subscribers) => {
    const cached = estimate(subscribers, { ...given, isCached: true }, figures, prices);
    const uncached = estimate(subscribers, { ...given, isCached: false }, figures, prices);
    return [
      exact(subscribers),
      count(cached.polls),
      percent(cached.notModified / cached.polls),
      ...usage(cached),
      ...usage(uncached),
      size(Math.round(cached.bytes * 30)),
      cached.isFree ? "enough" : "too small",
      money(cached.dollars),
      money(uncached.dollars),
    ];
  });
  return markdownTable(
    [
      "Subscribers",
      "polls a day",
      "304s",
      "runs a day, cached",
      "CPU a day, cached",
      "runs, no cache",
      "CPU, no cache",
      "bytes a month",
      "free plan",
      "paid plan a month",
      "no cache",
    ],
    rows,
  );
}

function usage({ cpuSeconds, workerRuns }: Estimate): string[] {
  return [count(workerRuns), cpuSeconds < 600 ? `${decimal(cpuSeconds)} s` : `${decimal(cpuSeconds / 60)} min`];
}
