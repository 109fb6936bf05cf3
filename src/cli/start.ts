import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { readSettingsText } from "../build/settings-file.ts";
import { verifyCacheSetting } from "../build/verify/verify-cache-setting.ts";
import { formatDiagnostic } from "../model/diagnostic.ts";
import { formats } from "../model/format.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { configVariable, exitCodes, readCommand, siteOptions } from "./command.ts";
import { serveContent } from "./content-server.ts";
import { quietly, wranglerProgram } from "./wrangler-program.ts";

exitOnFailure();
const { values } = readCommand({
  name: "start",
  purpose: "Serves the site on this machine, with its drafts, and compiles the articles when they change.",
  options: siteOptions,
  wrangler: "dev",
  examples: ["", "--port 8080", "--config other.toml", "--env staging"],
});
const { config, env: environment } = values;
readSettingsText(config); // wrangler does not report that the file is missing
const refused = verifyCacheSetting(config);
if (refused.length > 0) {
  complain(...refused.map(formatDiagnostic));
  process.exit(exitCodes.problems);
}
const contentUrl = await serveContent({ config, environment, development: true, isDeployment: false }, print);

// "--test-scheduled" silences a warning of wrangler that cron triggers do not run here.
const own = ["dev", "--show-interactive-dev-session=false", "--test-scheduled", "--var", `DEVELOPMENT_CONTENT:${contentUrl}`];
const child = spawn(process.execPath, [wranglerProgram, ...own, ...process.argv.slice(2)], {
  stdio: ["ignore", "pipe", "pipe"],
  env: {
    ...process.env,
    ...quietly,
    [configVariable]: resolve(config),
    CLOUDFLARE_ENV: environment, // for the build that wrangler runs
    X_LOCAL_EXPLORER: "false", // slow, and of no use here
    X_LOCAL_OBSERVABILITY: "false",
  },
});

const isReady = /Ready on (?<origin>http:\/\/\S+)/;

createInterface({ input: child.stdout }).on("line", (line) => {
  const text = stripVTControlCharacters(line);
  const origin = isReady.exec(text)?.groups?.["origin"];
  if (origin !== undefined) print(...welcome(origin));
  else if (/\berror\b|✘/i.test(text) && !text.startsWith("[custom build]")) complain(text);
});
createInterface({ input: child.stderr }).on("line", (line) => complain(stripVTControlCharacters(line)));

function welcome(origin: string): string[] {
  const addresses = [["Preview", "/"], ...formats.map(({ name, path }) => [name, path]), ["All feeds", "/feeds/"]];
  const lines = addresses.map(([name = "", path = ""]) => `  ${name.padEnd(10)} ${origin}${path}`);
  return ["", "Broadsheet is running. Edit a file in articles/ and reload the page. Ctrl+C stops it.", "", ...lines, ""];
}

process.on("exit", () => child.kill()); // also if the watcher fails
let isEnding = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    isEnding = true;
    child.kill(signal);
  });
}
child.on("exit", (code) => process.exit(isEnding ? 0 : (code ?? 1))); // the watcher would keep the process alive
