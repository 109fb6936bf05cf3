import { resolve } from "node:path";
import { readWranglerText } from "../build/source/wrangler-file.ts";
import { formats } from "../model/format.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { print } from "../terminal/terminal.ts";
import { configVariable, readCommand, siteOptions } from "./command.ts";
import { serveContent } from "./start/content-server.ts";
import { startLiveBuild } from "./start/live-build.ts";
import { runWranglerDev } from "./start/wrangler-dev.ts";

exitOnFailure();
const { values } = readCommand({
  name: "start",
  purpose: "Serves the site on this machine, with its drafts, and shows each edit. What has errors is left out until it is fixed.",
  options: siteOptions,
  wrangler: "dev",
  examples: ["", "--port 8080", "--config other.toml", "--env staging"],
});
const { config, env: environment } = values;
readWranglerText(config); // wrangler does not report that the file is missing
const site = await startLiveBuild({ config, environment, development: true, isDeployment: false }, print);
const contentUrl = await serveContent(site);

// "--test-scheduled" silences a warning of wrangler that cron triggers do not run here.
const own = ["--show-interactive-dev-session=false", "--test-scheduled", "--var", `DEVELOPMENT_CONTENT:${contentUrl}`];
runWranglerDev({
  site,
  args: [...own, ...process.argv.slice(2)],
  env: { ...process.env, [configVariable]: resolve(config), CLOUDFLARE_ENV: environment }, // for the build that wrangler runs
  onReady: (origin) => print(...welcome(origin)),
});

function welcome(origin: string): string[] {
  const addresses = [["Preview", "/"], ...formats.map(({ name, path }) => [name, path]), ["All feeds", "/feeds/"]];
  const lines = addresses.map(([name = "", path = ""]) => `  ${name.padEnd(10)} ${origin}${path}`);
  return ["", "Broadsheet is running. Edit a file in articles/, and the page shows it. Ctrl+C stops it.", "", ...lines, ""];
}
