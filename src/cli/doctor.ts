import { setTimeout as wait } from "node:timers/promises";
import { createGuardedFetch } from "../network/guarded-fetch.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { readArguments, siteOptions } from "./arguments.ts";
import { runDoctor } from "./report/run-doctor.ts";

// Looks at the feeds of a live site as their subscribers do, and at what the articles would change for them.
exitOnFailure();
const { positionals, values } = readArguments({
  allowPositionals: true,
  allowNegative: true,
  options: {
    ...siteOptions,
    compare: { type: "boolean" },
    format: { type: "string", default: "text" },
    strict: { type: "boolean", default: false },
  },
});
const { compare, env: environment, ...rest } = values;
const options = { ...rest, environment, urls: positionals, ...(compare !== undefined && { compare }) };
const network = { ...createGuardedFetch(), wait: (milliseconds: number) => wait(milliseconds), now: Date.now };
process.exitCode = await runDoctor(options, { network, print, complain });
