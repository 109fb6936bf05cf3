import { resolve } from "node:path";
import { verifyConfiguration } from "../build/wrangler/verify-configuration.ts";
import { UsageError } from "../terminal/command-error.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { configVariable, readCommand, siteOptions } from "./command.ts";
import { serveContent } from "./start/content-server.ts";
import { devArguments } from "./start/dev-arguments.ts";
import { DevConfiguration, stopgapFile } from "./start/dev-configuration.ts";
import { DevServer } from "./start/dev-server.ts";
import { startLiveBuild } from "./start/live-build.ts";
import { reasonNotToStart } from "./start/reason-not-to-start.ts";
import { servedHosts } from "./start/served-hosts.ts";
import { WranglerDev } from "./start/wrangler-dev.ts";
import { wranglerHome } from "./wrangler/wrangler-home.ts";

exitOnFailure();
const { values } = readCommand({
  name: "start",
  purpose: "Serves the site on this machine, with its drafts, and shows each edit. What has errors is left out until it is fixed.",
  options: siteOptions,
  wrangler: "dev",
  examples: ["", "--port 8080", "--config other.toml", "--env staging"],
});
const { config, env: environment } = values;
const { remote } = values as { readonly remote?: unknown }; // an option of wrangler
if (remote === true)
  throw new UsageError(
    "Cannot start with --remote: the articles are on this machine; npm run deploy -- --preview shows the site on Cloudflare",
  );
const reason = reasonNotToStart(values);
if (reason !== undefined) {
  complain(reason);
  process.exit(exitCodes.problems);
}
const configuration = new DevConfiguration(stopgapFile(config, environment), environment, (file) =>
  verifyConfiguration(file, environment, Date.now()),
);
/** Resolves when the command has ended. */
export const finished: Promise<void> = start();

async function start(): Promise<void> {
  const site = await startLiveBuild({ config, environment, purpose: "start", configuration }, print);
  const address: Readonly<Record<string, unknown>> = { ...configuration.current.top.dev, ...values };
  const server = new DevServer({ config, configuration, site, port: address["port"], print });
  const contentUrl = await serveContent(site, () => server.isReachable);
  const args = devArguments({ args: process.argv.slice(2), environment, contentUrl, hosts: servedHosts(address) });
  const env = { ...process.env, ...wranglerHome(config, process.env), [configVariable]: resolve(config), CLOUDFLARE_ENV: environment }; // for the build that wrangler runs
  server.run((copy, events) => new WranglerDev({ ...events, env, args: ["--config", copy, ...args] }));
}
