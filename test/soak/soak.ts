import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "smol-toml";
import { readCommand } from "../../src/cli/command.ts";
import { UsageError } from "../../src/terminal/command-error.ts";
import { exitOnFailure } from "../../src/terminal/exit-on-failure.ts";
import { memoryOf } from "../bench/workerd/process-usage.ts";
import { bundleWorker } from "../bench/workerd/worker-bundle.ts";
import { startWorkerd } from "../bench/workerd/workerd.ts";
import { siteUrl, writeTestSite } from "../integration/test-site.ts";
import { checkDocument } from "../judge.ts";
import type { WorkerSettings } from "../own-settings.ts";
import { ask, hangUp } from "./ask.ts";
import { type ExpectedDocument, faultOf } from "./judge.ts";
import { type Copy, nextPoll, type Offer, type Poll } from "./poller.ts";
import { seededRandom } from "./random.ts";
import { describeSoak, isSound, type SoakResult } from "./report.ts";
import { sampleArticles } from "./sample-articles.ts";
import { growthOf, type Sample } from "./statistics.ts";

exitOnFailure();
const { values } = readCommand({
  name: "soak",
  purpose: "Polls the site in workerd as feed readers do, checks every response, and fails if one is wrong or the memory grows.",
  options: {
    minutes: { type: "string", default: "10", value: "N", help: "how long to poll (default: 10)" },
    rate: { type: "string", default: "40", value: "N", help: "polls a second (default: 40)" },
    seed: {
      type: "string",
      default: "1",
      value: "N",
      help: "the start of the random numbers; the same seed makes the same polls (default: 1)",
    },
  },
  examples: ["", "--minutes 1 --rate 40"],
});
const seconds = Number(values.minutes) * 60;
const rate = Number(values.rate);
if (!(seconds > 0 && rate > 0)) throw new UsageError("Cannot poll: --minutes and --rate must be above zero");

const pollers = 100;
const patience = 500; // polls without an answer at a time
const minute = 60;
// Readers with a timer poll at the full hour; here an hour is a minute.
const burst = { seconds: 3, times: 5 };

const selections = ["", "/categories/sea", "/categories/r-and-d", "/authors/b%C3%B6b", "/languages/de", "/archive/1", "/archive/2"];
const offer: Offer = {
  feeds: selections.flatMap((path) => ["/rss.xml", "/atom.xml", "/feed.json"].map((file) => path + file)),
  pages: ["/", "/feeds/", "/articles/e1", "/articles/e59", "/categories/moon/", "/archive/1/", "/opml.xml", "/sitemap.xml", "/robots.txt"],
};

// V8 uses all memory that it may. With this small limit (MiB), a leak soon uses all of it. Cloudflare allows an isolate 128.
const v8Flags = ["--max-old-space-size=32", "--max-semi-space-size=2"];

const folder = writeTestSite({ articles: sampleArticles(60), settings: 'language = "en"' });
const settings = parse(readFileSync(join(folder, "wrangler.toml"), "utf8")) as unknown as WorkerSettings;
const workerd = await startWorkerd((await bundleWorker(folder, settings, v8Flags)).config);
const origin = `http://127.0.0.1:${workerd.port}`;
let result: SoakResult;
let logged: string;
try {
  result = await soak(await readDocuments());
} finally {
  hangUp();
  logged = await workerd.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(describeSoak(result));
if (logged !== "") console.log(`The Worker has logged:\n${logged.slice(0, 2000)}`);
process.exit(isSound(result) && logged === "" ? 0 : 1);

// The expected documents, from the first response to each path.
async function readDocuments(): Promise<ReadonlyMap<string, ExpectedDocument>> {
  const documents = new Map<string, ExpectedDocument>();
  for (const path of [...offer.feeds, ...offer.pages]) {
    const { body, headers, status } = await ask(origin, { method: "GET", path, headers: { "accept-encoding": "identity" } });
    const format = path.endsWith("/rss.xml")
      ? "rss"
      : path.endsWith("/atom.xml")
        ? "atom"
        : path.endsWith("/feed.json")
          ? "json"
          : undefined;
    const violations = format === undefined ? [] : checkDocument(format, Buffer.from(body).toString(), siteUrl + path, Date.now());
    if (status !== 200 || violations.length > 0) throw new Error(`Cannot poll ${path}: ${status} ${JSON.stringify(violations)}`);
    documents.set(path, { headers, etag: headers["etag"] ?? "", body });
  }
  return documents;
}

async function soak(documents: ReadonlyMap<string, ExpectedDocument>): Promise<SoakResult> {
  const random = seededRandom(Number(values.seed));
  const copies = Array.from({ length: pollers }, () => new Map<string, Copy>());
  const latencies = new Map<string, number[]>();
  const faults = new Map<string, { count: number; example: string }>();
  const waiting = new Set<Promise<void>>();
  const memory: Sample[] = [];
  const start = performance.now();
  let heldBack = 0;
  let due = 0;

  async function poll(asked: Poll, kept: Map<string, Copy>): Promise<void> {
    const began = performance.now();
    let fault: string | undefined;
    try {
      const answer = await ask(origin, asked);
      latencies.set(asked.kind, latencies.get(asked.kind) ?? []);
      latencies.get(asked.kind)?.push(performance.now() - began);
      fault = faultOf(asked, answer, documents.get(asked.path));
      const { etag, "last-modified": lastModified } = answer.headers;
      if (answer.status === 200 && etag !== undefined && lastModified !== undefined) kept.set(asked.path, { etag, lastModified });
    } catch (error) {
      fault = `no answer: ${error instanceof Error ? error.message : error}`;
    }
    if (fault !== undefined)
      faults.set(fault, {
        example: `${asked.kind}: ${asked.method} ${asked.path.slice(0, 80)}`,
        ...faults.get(fault),
        count: (faults.get(fault)?.count ?? 0) + 1,
      });
  }

  for (let [last, now] = [0, 0]; now < seconds; last = now) {
    await wait(20);
    now = (performance.now() - start) / 1000;
    const isBurst = now % minute < burst.seconds;
    due += (now - last) * rate * (isBurst ? burst.times : 1);
    for (; due >= 1; due--) {
      const kept = copies[Math.floor(random() * pollers)] ?? new Map<string, Copy>();
      if (waiting.size >= patience) heldBack++;
      else {
        const asked: Promise<void> = poll(
          nextPoll(offer, (path) => kept.get(path), random),
          kept,
        ).finally(() => waiting.delete(asked));
        waiting.add(asked);
      }
    }
    if (Math.floor(now) > Math.floor(last)) sample(now);
  }
  await Promise.all(waiting);
  sample((performance.now() - start) / 1000);
  return { seconds, latencies, faults, heldBack, growth: growthOf(memory), memory };

  function sample(now: number): void {
    const { now: value } = memoryOf(workerd.pid) ?? {};
    if (value !== undefined) memory.push({ seconds: now, value });
  }
}
