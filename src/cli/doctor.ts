import { setTimeout as wait } from "node:timers/promises";
import { createGuardedFetch } from "../network/guarded-fetch.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { readCommand, siteOptions } from "./command.ts";
import { runDoctor } from "./report/run-doctor.ts";

exitOnFailure();
const { positionals, values } = readCommand({
  name: "doctor",
  positionals: "[URL]",
  purpose: "Checks the feeds of a live site as their subscribers receive them, and compares them with your articles.",
  notes: ["URL is a feed or a page; without it, SITE.url of wrangler.toml is checked."],
  allowNegative: true,
  options: {
    ...siteOptions,
    compare: { type: "boolean", help: "compare with the articles, or with --no-compare not (default: if URL is the site's own)" },
    format: { type: "string", default: "text", value: "text|json", help: "how to print the findings (default: text)" },
    strict: { type: "boolean", default: false, help: "count warnings as problems" },
  },
  examples: ["", "https://example.com/feed.xml", "--strict --format json"],
});
const { compare, env: environment, config, format, strict } = values;
const options = { config, format, strict, environment, urls: positionals, ...(compare !== undefined && { compare }) };
const network = { ...createGuardedFetch(), wait: (milliseconds: number) => wait(milliseconds), now: Date.now };
process.exitCode = await runDoctor(options, { network, print, complain });
