import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { faultOfEnvironment, readWranglerFile, readWranglerText } from "../build/source/wrangler-file.ts";
import { verifyConfiguration } from "../build/wrangler/verify-configuration.ts";
import { UsageError } from "../terminal/command-error.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { configVariable, readCommand, siteOptions } from "./command.ts";
import { wranglerArguments } from "./deploy/wrangler-arguments.ts";
import { serveContent } from "./start/content-server.ts";
import { DevConfiguration, stopgapFile } from "./start/dev-configuration.ts";
import { startLiveBuild } from "./start/live-build.ts";
import { servedHosts } from "./start/served-hosts.ts";
import { describeRestart, describeReturn, welcome } from "./start/welcome.ts";
import { WranglerCopy } from "./start/wrangler-copy.ts";
import { WranglerDev } from "./start/wrangler-dev.ts";
import { wranglerHome } from "./wrangler-home.ts";

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
if (!existsSync(config)) readWranglerText(config); // a site without the file would be an empty one
requireWorker(config);
const fault = faultOfEnvironment(readWranglerFile(config), environment);
if (fault !== undefined) refuse(fault);
const configuration = new DevConfiguration(stopgapFile(config, environment), environment, (file) =>
  verifyConfiguration(file, environment, Date.now()),
);
const site = await startLiveBuild({ config, environment, purpose: "start", configuration }, print);
let { key } = configuration;
let isRestarting = false;
const contentUrl = await serveContent(site, () => !isRestarting && key === configuration.key);
const copy = new WranglerCopy(config);
copy.update(configuration.current);

// "--test-scheduled" silences a warning of wrangler that cron triggers do not run here.
// Without "--infer-origin-from-routes" each request would seem to be for the host of the first route.
const address: Readonly<Record<string, unknown>> = { ...configuration.current.top.dev, ...values };
const hosts = servedHosts(address).join();
const own = [
  ...["--show-interactive-dev-session=false", "--test-scheduled", "--infer-origin-from-routes=false"],
  ...["--var", `DEVELOPMENT_CONTENT:${contentUrl}`, "--var", `DEVELOPMENT_HOSTS:${hosts}`],
];
const named = ["--config", copy.path, ...(environment === "" ? [] : ["--env", environment])];
let isWelcomed = false;
const wrangler = new WranglerDev({
  args: [...own, ...named, ...wranglerArguments(process.argv.slice(2))],
  env: { ...process.env, ...wranglerHome(config, process.env), [configVariable]: resolve(config), CLOUDFLARE_ENV: environment }, // for the build that wrangler runs
  onReady(origin) {
    if (!isWelcomed) print(...welcome(origin, address["port"]));
    else if (isRestarting) print(describeReturn(origin));
    isWelcomed = true;
    isRestarting = false;
    if (configuration.confirm()) site.rebuild(); // reports the problem
  },
  onRefusal(reason) {
    const isReplaced = configuration.refuse(reason);
    ({ key } = configuration);
    copy.update(configuration.current);
    return isReplaced;
  },
});
site.onBuild(() => {
  if (key === configuration.key) return; // the settings are in the content, and other lines are for deployments
  ({ key } = configuration);
  copy.update(configuration.current);
  if (isWelcomed && !isRestarting) print(describeRestart(config));
  isRestarting = true;
  wrangler.restart();
});

// The settings may be anywhere, but the Worker is next to them.
function requireWorker(config: string): void {
  const folder = dirname(resolve(config));
  if (existsSync(join(folder, "src/worker.ts"))) return;
  refuse(`Cannot start ${config}: ${folder} has no src/worker.ts; put its settings and articles/ into a copy of Broadsheet`);
}

function refuse(reason: string): never {
  complain(reason);
  process.exit(exitCodes.problems);
}
