import { tmpdir } from "node:os";
import { canonicalHost } from "../../base/canonical-url.ts";
import { plural } from "../../base/plural.ts";
import { describePrintedError } from "../../files/failure.ts";
import { brief } from "../../terminal/brief.ts";
import { firstError } from "../report/first-error.ts";
import { apiHostOf } from "./cloudflare-api.ts";
import { placeholderOutcome } from "./deployment-error.ts";
import type { WranglerRecord, WranglerRun } from "./run-wrangler.ts";

const maxWarnings = 2;
const maxWarningLines = 12;
const maxAddresses = 3;

/**
 * Describes a deployment: the Worker, its version, and its addresses.
 * @param url the address for which the site was compiled
 * @param table the header of the table with the settings
 */
export function describeDeployment({ records, stderr }: WranglerRun, url: string, table = "[vars.SITE]"): string[] {
  const record = records.find(({ type }) => type === "deploy");
  const targets = (record?.targets ?? []).filter((target) => !/^(?:schedule|producer|consumer)\b/i.test(target));
  const { host } = new URL(url);
  const others = targets.filter((target) => hostOf(target) !== host);
  const isServed = targets.length === 0 || others.length < targets.length || others.some((target) => target.startsWith("*"));
  return [
    ...warningsOf(stderr),
    ...(isServed
      ? []
      : [`Cannot see ${url} among the addresses of the Worker: add a custom domain or a route for it, or correct url in ${table}`]),
    `Deployed ${describeVersion(record)}`,
    ...[...(isServed ? [url] : []), ...others].slice(0, maxAddresses).map((address) => `  ${address}`),
  ];
}

const noPreviewAddress =
  "It has no address, because the site has no preview URLs: write preview_urls = true at the top of wrangler.toml, deploy the site, and upload the preview again";

/** Describes the upload of a preview: the Worker, the version, and the address that only this version has, or what gives it one. */
export function describePreview({ records, stderr }: WranglerRun): string[] {
  const record = records.find(({ type }) => type === "version-upload");
  const address = record?.preview_url ? `  ${record.preview_url}` : noPreviewAddress;
  return [...warningsOf(stderr), `Uploaded a preview of ${describeVersion(record)}`, address];
}

function describeVersion(record: WranglerRecord | undefined): string {
  return `${record?.worker_name ?? "the Worker"}, version ${record?.version_id ?? "unknown"}`;
}

// A target is a URL, a domain or the pattern of a route, such as `example.com/* (zone name: example.com)`.
function hostOf(target: string): string {
  return URL.parse(target)?.host || canonicalHost(/^[^\s/]+/.exec(target)?.[0] ?? "");
}

// The first lines of warnings. One that ends with a colon introduces the indented lines below it.
function warningsOf(stderr: string): string[] {
  return [...stderr.matchAll(/^▲ \[WARNING\] (.+)((?:\n(?:[ \t].*)?)*)/gm)].slice(0, maxWarnings).flatMap(([, text = "", rest = ""]) => {
    const lines = text.trimEnd().endsWith(":") ? rest.split("\n").filter((line) => line.trim() !== "") : [];
    const more = lines.length > maxWarningLines ? [`  … and ${plural(lines.length - maxWarningLines, "more line")}`] : [];
    return [`Wrangler warns: ${text.trim()}`, ...lines.slice(0, maxWarningLines).map((line) => `  ${brief(line.trim())}`), ...more];
  });
}

const token = "Give the token the permission Workers Scripts: Edit, or log in again with npx wrangler login";

// By code of Cloudflare's API.
const advice: Readonly<Record<string, string>> = {
  ...{ 1000: token, 6003: token, 9109: token, 10000: token },
  10021: "Cloudflare could not start the Worker: undo changes of src/, or report this as a bug of Broadsheet",
  10027: "The Worker is too large: docs/scaling.md says how to make it smaller",
  10063: "Choose a workers.dev subdomain in the dashboard, under Workers & Pages",
};

/**
 * Describes a deployment or a preview that failed. The last line says what is deployed now. Wrangler configures addresses and schedules
 * last.
 * @param hasPlaceholder true if a placeholder was deployed before
 */
export function describeFailedUpload(run: WranglerRun, isPreview: boolean, hasPlaceholder: boolean): string[] {
  const lines = describeFailedRun(run);
  const isUploaded = /^Uploaded \S+ \(/m.test(run.stdout);
  const isUncertain = lines.some((line) => uncertain.has(line));
  return [...lines.filter((line) => line !== uncertainAdvice), outcome()];

  function outcome(): string {
    if (isPreview) return `The preview was ${isUploaded ? "uploaded before that" : "not uploaded"}; the site is unchanged`;
    if (isUploaded) return uploadedAdvice;
    if (isUncertain) return uncertainAdvice;
    return hasPlaceholder ? placeholderOutcome : "Nothing was deployed: what was live before is unchanged";
  }
}

/** Describes a run that failed in at most two lines: the reason, and what to do. @param action the purpose of the run */
export function describeFailedRun({ records, stderr, stdout }: WranglerRun, action: "deploy" | "export" = "deploy"): string[] {
  const build = buildFailure(stdout, stderr, action);
  if (build !== undefined) return build;
  const lines = firstError(stderr);
  const coded = lines.find((line) => /\[code: \d+\]/.test(line));
  const failed = records.find(({ type }) => type === "command-failed");
  const reason = coded ?? lines.slice(0, 2).join(" ");
  const [, code = String(failed?.code ?? "")] = /\[code: (\d+)\]/.exec(coded ?? "") ?? [];
  if (/^(?:Unable to resolve Cloudflare's API hostname|fetch failed\b)/.test(reason || (failed?.message ?? "")))
    return [`Cannot ${action}: cannot reach ${apiHostOf(process.env)}`, connectionAdvice];
  const failure = describePrintedError(reason, tmpdir()); // wrangler writes its files there
  if (failure !== undefined) return [failure];
  if (isServerError(stderr, code)) return [`Cannot ${action}: Cloudflare failed${describeStatus(stderr)}`, serverAdvice];
  if (programError.test(reason))
    return [`Cannot ${action}: wrangler cannot read an answer of Cloudflare (${brief(reason)})`, uncertainAdvice];
  const shown = brief(reason || failed?.message || "wrangler gave no reason").replace(/\.$/, "");
  return [`Cannot ${action}: ${shown}`, action === "export" ? exportAdvice : (advice[code] ?? defaultAdvice(reason))];
}

// A message of JavaScript is not a fault of the user.
const programError = /^(?:Cannot read propert|Cannot destructure|\S+ is not (?:a function|iterable|defined)|Unexpected token)/;
const uncertainAdvice =
  "The new version may be live: npx wrangler deployments list shows the version that is; to be sure, run the command again later";

const uploadedAdvice = "The new version is live: it was deployed before that; another deployment completes the rest";

const exportAdvice = "Correct this, and run the command again"; // an export asks no account
const serverAdvice = "Run the command again later; https://www.cloudflarestatus.com shows whether others have the problem";
const connectionAdvice = "Check the connection, and run the command again";

// Without an answer, or with an unreadable one, a request to deploy may have had its effect.
const uncertain: ReadonlySet<string> = new Set([connectionAdvice, serverAdvice, uncertainAdvice]);

// Codes of Cloudflare's API for a failure of its own; 10013 is an unknown error. Wrangler quotes the status of a response that is not JSON.
const serverCodes = new Set(["10001", "10002", "10013", "10054", "7009", "971"]);
const serverStatus = /(?:->|status(?: code)?:?|answered|\bwith a?)[ \t]{0,9}(5\d\d)\b(?:[ \t]([A-Z][A-Za-z ]{2,40}))?/;

function isServerError(stderr: string, code: string): boolean {
  return serverCodes.has(code) || serverStatus.test(stderr);
}

function describeStatus(stderr: string): string {
  const status = serverStatus.exec(stderr)?.[1];
  return status === undefined ? "" : ` (status ${status})`;
}

function defaultAdvice(reason: string): string {
  if (/already authenticated/.test(reason)) return "Leave out --temporary, or log out with npx wrangler logout";
  if (/\b(?:zone|domain|host)/i.test(reason))
    return "Check that the account has the domain as an active zone, or remove it from wrangler.toml";
  if (/network|connect/i.test(reason)) return connectionAdvice;
  return "Correct this, and run the command again; npx wrangler whoami shows the account and its permissions";
}

// The build command of wrangler.toml.
function buildFailure(stdout: string, stderr: string, action: string): string[] | undefined {
  if (!stderr.includes("Running custom build")) return undefined;
  const lines = [...stdout.matchAll(/^\[custom build\] (.+)/gm)]
    .map(([, line = ""]) => line)
    .filter((line) => !line.startsWith("Running:"));
  return [`Cannot ${action}: the build command in wrangler.toml failed`, ...lines.slice(-5)];
}
