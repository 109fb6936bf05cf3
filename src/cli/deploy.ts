import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "../build/build.ts";
import { readSettings, readSettingsText } from "../build/settings-file.ts";
import { storeBuild } from "../build/store-build.ts";
import { verifyCacheSetting } from "../build/verify/verify-cache-setting.ts";
import { createGuardedFetch } from "../network/guarded-fetch.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { clearProgress, complain, print, showProgress } from "../terminal/terminal.ts";
import { configVariable, exitCodes, readCommand, siteOptions } from "./command.ts";
import { type CloudflareAccount, createApiAccount, createTemporaryAccount } from "./deploy/cloudflare-account.ts";
import { createCloudflareApi, defaultApiUrl } from "./deploy/cloudflare-api.ts";
import { findAccount, findCredentials } from "./deploy/credentials.ts";
import { deploySite } from "./deploy/deploy-site.ts";
import { describeDeployment, describeFailedRun } from "./deploy/describe-run.ts";
import { type PreparedSite, prepareSite } from "./deploy/prepare-site.ts";
import { Refusal } from "./deploy/refusal.ts";
import { type ResolvedSite, resolveSite, type WrittenSettings } from "./deploy/resolve-site.ts";
import { forwardRecords, runWrangler, type WranglerRun } from "./deploy/run-wrangler.ts";
import { readWorkerConfig } from "./deploy/worker-config.ts";
import { wranglerArguments } from "./deploy/wrangler-arguments.ts";
import { briefProblems, countProblems } from "./report/brief-problems.ts";
import { quietly, wranglerProgram } from "./wrangler-program.ts";

exitOnFailure();
const { values } = readCommand({
  name: "deploy",
  purpose: "Finds the address of the site, deploys it unless subscribers would see old entries as new, and pings its WebSub hub.",
  options: {
    ...siteOptions,
    name: { type: "string", value: "NAME", help: "the name of the Worker (default: the one in wrangler.toml)" },
    "allow-new-ids": { type: "boolean", default: false, help: "deploy although ids of known entries would change" },
    temporary: { type: "boolean", default: false, help: "deploy without an account, for an hour; accepts Cloudflare's terms" },
    "dry-run": { type: "boolean", default: false, help: "build everything, and deploy nothing" },
  },
  wrangler: "deploy",
  examples: ["", "--env staging", "--temporary", "--dry-run"],
});
const { config, env: environment, temporary: isTemporary } = values;
const isDryRun = values["dry-run"];
const isSet = (value: string | undefined) => value !== undefined && !/^(?:|0|false)$/i.test(value);
const isCi = isSet(process.env["CI"]) || isSet(process.env["WORKERS_CI"]);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(exitCodes.problems)); // disposes first
let claim: string | undefined;
let account: { readonly id: string } | undefined;
let isFirstCompilation = true;

process.exitCode = await run();

async function run(): Promise<number> {
  readSettingsText(config); // a missing file has a message of its own
  const { problems, settings, valid } = readSettings(config, environment);
  if (valid === undefined) return refuse(...briefProblems([...problems, ...verifyCacheSetting(config)]));
  const written = { ...(settings as WrittenSettings), url: valid.url, idBase: valid.idBase };
  const options = { config, environment, written, isKept: !isCi && !isTemporary, compile, print };
  const prepared = await prepareSite({ ...options, resolve: () => (isDryRun ? asWritten(written) : resolveAddress(written)) });
  clearProgress();
  if (prepared === undefined) return exitCodes.problems;
  process.once("exit", prepared.dispose);
  if (isDryRun) return deploy(prepared);
  const allowNewIds = values["allow-new-ids"];
  const network = { ...createGuardedFetch(), wait: (milliseconds: number) => wait(milliseconds), clock: Date.now };
  return deploySite({ ...prepared, ...network, allowNewIds, deploy: () => deploy(prepared), print });
}

function refuse(...lines: readonly string[]): number {
  complain(...lines, "Nothing was deployed");
  return exitCodes.problems;
}

async function compile(file: string, isDeployment: boolean) {
  const options = { config: file, environment, development: false, isDeployment, now: Date.now() };
  const result = await build(options);
  const problems = result.problems.map((problem) => (problem.file === file ? { ...problem, file: config } : problem));
  if (result.content === undefined) refuse(...briefProblems(problems), countProblems(problems));
  else if (isFirstCompilation && problems.length > 0) print(`${countProblems(problems)}: npm run check`);
  isFirstCompilation = false;
  if (result.content !== undefined) await storeBuild(result, options, complain); // wrangler reports a full disk in a hundred lines
  return result.content;
}

async function asWritten({ url }: WrittenSettings): Promise<ResolvedSite> {
  if (url !== "") return { url, changes: {}, source: undefined, isNew: false };
  throw new Refusal('Cannot build without the address of the site: write url = "https://…" in [vars.SITE], or deploy, which finds it');
}

async function resolveAddress(written: WrittenSettings): Promise<ResolvedSite> {
  const given = process.argv.find((argument) => /^--(?:routes?|domains?)(?:=|$)/.test(argument));
  if (given !== undefined && written.url === "")
    throw new Refusal(
      `Cannot find the address of the site with ${given.replace(/=.*/, "")}: write the route in ${config}, or url in [vars.SITE]`,
    );
  const { env } = process;
  const worker = readWorkerConfig(readFileSync(config, "utf8"), environment, { name: values.name, env });
  const { name } = worker;
  if (name === undefined) throw new Refusal(`Cannot deploy a Worker without a name: write name = "my-feeds" at the top of ${config}`);
  showProgress("Asking Cloudflare what is deployed …");
  const found = isTemporary ? createTemporaryAccount(name, config, runWrangler, rememberClaim) : await openAccount(name, worker.accountId);
  return resolveSite(written, { ...worker, name }, found, isSet(env["WRANGLER_CI_MATCH_TAG"]));
}

async function openAccount(name: string, accountId: string | undefined): Promise<CloudflareAccount> {
  const isInteractive = process.stdin.isTTY && process.stdout.isTTY && !isCi;
  const login = isInteractive
    ? () => once(spawn(process.execPath, [wranglerProgram, "login"], { stdio: "inherit", env: { ...process.env, ...quietly } }), "close")
    : undefined;
  const credentials = await findCredentials({ env: process.env, config, runWrangler, login });
  const api = createCloudflareApi({
    credentials,
    baseUrl: process.env["CLOUDFLARE_API_BASE_URL"] || defaultApiUrl,
    fetch,
    wait: (milliseconds) => wait(milliseconds),
  });
  account = { id: accountId ?? (await findAccount(api)) };
  return createApiAccount(api, account.id, name, runWrangler);
}

function rememberClaim({ stderr, stdout }: WranglerRun): void {
  claim = /Claim URL: (\S+)/.exec(stdout + stderr)?.[1] ?? claim;
}

async function deploy({ config: file, content }: PreparedSite): Promise<number> {
  const args = ["deploy", ...wranglerArguments(process.argv.slice(2)), "--config", file, `--env=${environment}`];
  const env = {
    [configVariable]: resolve(file),
    CLOUDFLARE_ENV: environment, // for the build that wrangler runs
    ...(account && { CLOUDFLARE_ACCOUNT_ID: account.id }),
  };
  showProgress("Deploying …");
  const result = await runWrangler(args, env);
  clearProgress();
  rememberClaim(result);
  if (!isDryRun) forwardRecords(result.records, process.env);
  if (result.exitCode !== 0) complain(...describeFailedRun(result));
  else if (isDryRun) print("Built everything; nothing was deployed");
  else print(...describeDeployment(result, content.site.url));
  if (claim !== undefined) print(`Cloudflare deletes it within an hour, unless you claim it: ${claim}`);
  return result.exitCode === 0 ? exitCodes.ok : exitCodes.problems;
}
