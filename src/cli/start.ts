import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { readSettingsText } from "../build/settings-file.ts";
import { verifyCacheSetting } from "../build/verify/verify-cache-setting.ts";
import { formatDiagnostic } from "../model/diagnostic.ts";
import { formats } from "../model/format.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { complain, print } from "../terminal/terminal.ts";
import { serveContent } from "./content-server.ts";
import { quietly, wranglerProgram } from "./wrangler-program.ts";

// Runs `wrangler dev` and says what a person wants to know: where to look, and what is wrong with an article.
exitOnFailure();
const args = process.argv.slice(2);
const { values } = parseArgs({ args, strict: false, options: { env: { type: "string", short: "e" } } });
const environment = String(values.env ?? process.env["CLOUDFLARE_ENV"] ?? "");
readSettingsText("wrangler.toml"); // wrangler does not say that the file is missing
const refused = verifyCacheSetting("wrangler.toml");
if (refused.length > 0) {
  complain(...refused.map(formatDiagnostic));
  process.exit(1);
}
const contentUrl = await serveContent({ config: "wrangler.toml", environment, development: true, isDeployment: false }, print);

// "--test-scheduled" keeps wrangler from warning that nothing is told to a hub from here.
const own = ["dev", "--show-interactive-dev-session=false", "--test-scheduled", "--var", `DEVELOPMENT_CONTENT:${contentUrl}`];
const child = spawn(process.execPath, [wranglerProgram, ...own, ...args], {
  stdio: ["ignore", "pipe", "pipe"],
  env: {
    ...process.env,
    ...quietly,
    X_LOCAL_EXPLORER: "false", // costs time and nothing else
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
  return ["", "Broadsheet is running. Edit a file in articles/ and reload; Ctrl+C ends it.", "", ...lines, ""];
}

process.on("exit", () => child.kill()); // also where the watcher fails
let isEnding = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    isEnding = true;
    child.kill(signal);
  });
}
child.on("exit", (code) => process.exit(isEnding ? 0 : (code ?? 1))); // the watcher would go on
