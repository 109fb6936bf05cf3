import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { readCommand, siteOptions } from "./command.ts";
import { openTools } from "./doctor/open-tools.ts";
import { openOwnSite } from "./doctor/own-site.ts";
import { runDoctor } from "./doctor/run-doctor.ts";
import { doctorExamples, doctorOptions } from "./doctor-options.ts";

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
    ...doctorOptions,
  },
  examples: ["", ...doctorExamples],
});
const { compare, config, env: environment } = values;
const tools = openTools();
const site = openOwnSite({ config, environment, compare, now: tools.network.now() });
/** Resolves when the command has ended. */
export const finished: Promise<void> = runDoctor({ ...values, urls: positionals }, tools, site).then((code) => {
  process.exitCode = code;
});
