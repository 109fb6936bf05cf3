import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { verifyAddress } from "../build/verify/verify-address.ts";
import { verifyCacheSetting } from "../build/verify/verify-cache-setting.ts";
import { readSettings } from "../build/wrangler/settings-file.ts";
import { verifyConfiguration } from "../build/wrangler/verify-configuration.ts";
import { verifyMain } from "../build/wrangler/verify-values.ts";
import { isWorkerName, workerNameFor, workerNameRule } from "../build/wrangler/worker-name.ts";
import { readWranglerFile, type WranglerFile } from "../build/wrangler/wrangler-file.ts";
import { quietly, wranglerProgram } from "../build/wrangler/wrangler-program.ts";
import type { LiveDates } from "../model/compiled-content.ts";
import { dedupeDiagnostics } from "../model/dedupe-diagnostics.ts";
import { createGuardedFetch } from "../network/guarded-fetch.ts";
import { UsageError } from "../terminal/command-error.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { clearProgress, complain, hasTerminal, print, showProgress } from "../terminal/terminal.ts";
import { configVariable, liveDatesVariable, readCommand, siteOptions } from "./command.ts";
import { createSiteCompiler } from "./deploy/compile-site.ts";
import { deploySite } from "./deploy/deploy-site.ts";
import { describeOutcome } from "./deploy/describe-outcome.ts";
import { type OpenedAccount, openAccount } from "./deploy/open-account.ts";
import { type PreparedSite, prepareSite } from "./deploy/prepare-site.ts";
import { type ResolvedSite, resolveOffline, resolveSite, type WrittenSettings } from "./deploy/resolve-site.ts";
import { upload } from "./deploy/upload.ts";
import { verifyTemporary } from "./deploy/verify-temporary.ts";
import { readWorkerConfig, verifyName } from "./deploy/worker-config.ts";
import { briefProblems } from "./report/brief-problems.ts";
import { DeploymentError } from "./wrangler/deployment-error.ts";
import { createWranglerRunner, type WranglerRun } from "./wrangler/run-wrangler.ts";
import { wranglerHome } from "./wrangler/wrangler-home.ts";

exitOnFailure();
const { values } = readCommand({
  name: "deploy",
  purpose: "Finds the address of the site, deploys it unless subscribers would see old entries as new, and pings its WebSub hub.",
  options: {
    ...siteOptions,
    name: { type: "string", value: "NAME", help: "the name of the Worker (default: the one in wrangler.toml)" },
    "allow-new-ids": { type: "boolean", default: false, help: "deploy although ids of known entries would change" },
    preview: { type: "boolean", default: false, help: "upload a version that does not become the site" },
    temporary: { type: "boolean", default: false, help: "deploy without an account, for an hour; accepts Cloudflare's terms" },
    "dry-run": { type: "boolean", default: false, help: "build everything, and deploy nothing" },
  },
  wrangler: "deploy",
  examples: ["", "--env staging", "--preview", "--temporary"],
});
const { "allow-new-ids": allowNewIds, config, "dry-run": isDryRun, env: environment, preview: isPreview, temporary: isTemporary } = values;
if (values.name !== undefined && !isWorkerName(values.name))
  throw new UsageError(`Cannot use --name ${JSON.stringify(values.name)}: ${workerNameRule}, such as --name ${workerNameFor(values.name)}`);
const { env } = process;
if ("setGlobalProxyFromEnv" in http) http.setGlobalProxyFromEnv(); // as wrangler does; Node has it since 24.14
const isCi = isSet("CI") || isSet("WORKERS_CI");
const runWrangler = createWranglerRunner(wranglerProgram, { ...quietly, ...wranglerHome(config, process.env) });
const pause = (milliseconds: number) => wait(milliseconds);
let opened: OpenedAccount | undefined;
let claimUrl: string | undefined; // of a temporary account

let isUploading = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
/** Resolves when the command has ended. */
export const finished: Promise<void> = run().then((code) => {
  process.exitCode = code;
});

function stop(): never {
  if (isUploading)
    complain(
      `Stopped during the upload: ${isPreview ? "the site is unchanged" : "the new version may be live; npm run deploy deploys it in any case"}`,
    );
  process.exit(exitCodes.problems);
}

function isSet(name: string): boolean {
  return !/^(?:|0|false)$/i.test(env[name] ?? "");
}

async function run(): Promise<number> {
  const wranglerFile = readWranglerFile(config);
  const settingsFile = readSettings(wranglerFile, environment);
  const { problems, settings, valid } = settingsFile;
  const faults = [
    ...problems,
    ...verifyAddress(settingsFile),
    ...verifyCacheSetting(wranglerFile),
    ...verifyMain(wranglerFile, environment),
  ];
  const configuration = await verifyConfiguration(wranglerFile, environment, Date.now());
  faults.push(...configuration.filter(({ severity }) => severity === "error"));
  if (valid === undefined || faults.length > 0) {
    complain(...briefProblems(dedupeDiagnostics(faults)), "Nothing was deployed");
    return exitCodes.problems;
  }
  const written: WrittenSettings = { title: (settings as WrittenSettings).title, url: valid.url, idBase: valid.idBase };
  const prepared = await prepareSite({
    ...{ config, environment, written, print, complain },
    isKept: !isCi,
    compile: createSiteCompiler({ config, environment, print, complain }),
    resolve: () => resolveAddress(wranglerFile, written),
  });
  clearProgress();
  if (prepared === undefined) return exitCodes.problems;
  process.once("exit", prepared.dispose);
  const deploy = (liveDates: LiveDates) => uploadSite(prepared, liveDates);
  if (isDryRun || isPreview) return deploy({});
  return deploySite({ ...prepared, ...createGuardedFetch(), wait: pause, clock: Date.now, allowNewIds, deploy, print });
}

async function resolveAddress(file: WranglerFile, written: WrittenSettings): Promise<ResolvedSite> {
  const given = process.argv.find((argument) => /^--(?:routes?|domains?)(?:=|$)/.test(argument))?.replace(/=.*/, "");
  const overrides = { name: values.name, hasRoute: given !== undefined, env };
  const worker = verifyName(readWorkerConfig(file, environment, overrides), config);
  if (given !== undefined && written.url === "")
    throw new DeploymentError(
      `Cannot find the address of the site with ${given}: write the route in ${config}, or url in ${worker.settingsTable}`,
    );
  if (isTemporary) verifyTemporary(written.url, worker);
  if (isDryRun) return resolveOffline(written, worker);
  showProgress("Asking Cloudflare what is deployed …");
  opened = await openAccount({
    ...{ env, config, runWrangler, fetch, wait: pause, isTemporary, worker, onTemporaryRun: rememberClaim },
    login: hasTerminal() && !isCi ? login : undefined,
  });
  return resolveSite(written, worker, opened.account, {
    isConnected: isSet("WRANGLER_CI_MATCH_TAG"),
    isPreview,
    allowsNewIds: allowNewIds,
  });
}

async function login(): Promise<void> {
  clearProgress();
  await once(spawn(process.execPath, [...wranglerProgram, "login"], { stdio: "inherit", env: { ...env, ...quietly } }), "close");
}

function rememberClaim({ stderr, stdout }: WranglerRun): void {
  claimUrl = /Claim URL: (\S+)/.exec(stdout + stderr)?.[1] ?? claimUrl;
}

async function uploadSite({ config: file, content, keep, liveVersion }: PreparedSite, liveDates: LiveDates): Promise<number> {
  const { account, id: accountId } = opened ?? {}; // which a dry run does not open
  showProgress("Deploying …");
  isUploading = !isDryRun;
  const code = await upload({
    ...{
      config: file,
      ownConfig: config,
      environment,
      accountId,
      url: content.site.url,
      isDryRun,
      isPreview,
      isTemporary,
      env,
      runWrangler,
      print,
      complain,
    },
    args: process.argv.slice(2),
    buildEnv: { [configVariable]: resolve(file), CLOUDFLARE_ENV: environment, [liveDatesVariable]: JSON.stringify(liveDates) },
    onRun: rememberClaim,
    domainOwner: account?.domainOwner,
    describeOutcome: account && (() => describeOutcome({ account, formerVersion: liveVersion, wait: pause })),
  });
  isUploading = false;
  clearProgress();
  if (code === exitCodes.ok && !isTemporary && !isPreview && !isDryRun) print(...keep());
  if (code === exitCodes.ok && claimUrl !== undefined) print(`Cloudflare deletes it within an hour, unless you claim it: ${claimUrl}`);
  return code;
}
