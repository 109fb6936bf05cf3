import { tmpdir } from "node:os";
import { describePrintedError } from "../../files/failure.ts";
import { brief } from "../../terminal/brief.ts";
import { apiHostOf } from "./api-url.ts";
import { firstError } from "./first-error.ts";
import type { WranglerRun } from "./run-wrangler.ts";

/** The purpose of a run, as it follows "Cannot". */
export type RunPurpose = "deploy" | "deploy temporarily" | "export" | "upload a preview";

const codeMark = /\[code: (\d+)\]/;

/** Describes a run that failed in a few lines: the reason, and what to do. */
export function describeFailedRun({ records, stderr, stdout }: WranglerRun, purpose: RunPurpose): string[] {
  const build = buildFailure(stdout, stderr, purpose);
  if (build !== undefined) return build;
  const lines = firstError(stderr);
  const coded = lines.find((line) => codeMark.test(line));
  const failed = records.find(({ type }) => type === "command-failed");
  const reason = coded === undefined ? lines.slice(0, 2).join(" ") : withFirstLine(lines, coded);
  const [, code = String(failed?.code ?? "")] = codeMark.exec(coded ?? "") ?? [];
  if (/^(?:Unable to resolve Cloudflare's API hostname|fetch failed\b)/.test(reason || (failed?.message ?? "")))
    return [`Cannot ${purpose}: cannot reach ${apiHostOf(process.env)}`, connectionAdvice];
  const failure = describePrintedError(reason, tmpdir()); // wrangler writes its files there
  if (failure !== undefined) return [failure];
  if (isServerError(stderr, code)) return [`Cannot ${purpose}: Cloudflare failed${describeStatus(stderr)}`, serverAdvice];
  if (programError.test(reason))
    return [`Cannot ${purpose}: wrangler cannot read an answer of Cloudflare (${brief(reason)})`, serverAdvice];
  if (/already authenticated/.test(reason)) return [`Cannot ${purpose}: you are logged in to Cloudflare`, loggedInAdvice];
  const shown = brief(reason || failed?.message || "wrangler gave no reason").replace(/^- |\.$/g, "");
  return [`Cannot ${purpose}: ${shown}`, adviceFor(shown, code, purpose, requestOf(lines, coded))];
}

// The line that names the request. An error of several addresses lists their requests, each with its error below it.
function requestOf(lines: readonly string[], coded: string | undefined): string {
  const before = coded === undefined ? lines : lines.slice(0, lines.indexOf(coded));
  return before.findLast((line) => line.includes("A request to the Cloudflare API")) ?? "";
}

// The code follows the last line of a message, which may be a stack: "ReferenceError: x is not defined", "at worker.js:1", "[code: 10021]".
function withFirstLine(lines: readonly string[], coded: string): string {
  const [request = "", message = coded] = lines;
  const isOfMessage = /^A request to the Cloudflare API/.test(request) && lines.indexOf(coded) > 1;
  return isOfMessage ? `${message} ${codeMark.exec(coded)?.[0] ?? ""}` : coded;
}

// A message of JavaScript is not a fault of the user.
const programError = /^(?:Cannot read propert|Cannot destructure|\S+ is not (?:a function|iterable|defined)|Unexpected token)/;

const serverAdvice = "Run the command again later; https://www.cloudflarestatus.com shows whether others have the problem";
const connectionAdvice = "Check the connection, and run the command again";
const correctAdvice = "Correct this, and run the command again";
const loggedInAdvice = "Leave out --temporary, or log out: run npx wrangler logout, and unset CLOUDFLARE_API_TOKEN";

// Codes of Cloudflare's API for a failure of its own; 10013 is an unknown error. Wrangler quotes the status of a response that is not JSON.
const serverCodes = new Set(["10001", "10002", "10013", "10054", "7009"]);
const serverStatus = /(?:->|status(?: code)?:?|answered|\bwith a?|\((?=5\d\d [A-Z]))[ \t]{0,9}(5\d\d)\b/;

function isServerError(stderr: string, code: string): boolean {
  return serverCodes.has(code) || serverStatus.test(stderr);
}

function describeStatus(stderr: string): string {
  const status = serverStatus.exec(stderr)?.[1];
  return status === undefined ? "" : ` (status ${status})`;
}

// By code of Cloudflare's API.
const causes: Readonly<Record<string, string>> = {
  10021: "Cloudflare could not start the Worker: undo changes of src/, or report this as a bug of Broadsheet",
  10027: "The Worker is too large: docs/scaling.md says how to make it smaller",
};
const subdomainCode = "10063";
const tokenCodes = new Set(["9109", "10000"]);
const malformedCodes = new Set(["1000", "6003", "6111"]); // the token itself is wrong
const rateCode = "971";

function adviceFor(reason: string, code: string, purpose: RunPurpose, request: string): string {
  if (purpose === "export") return correctAdvice; // it asks no account
  const cause = causes[code];
  if (cause !== undefined) return cause;
  if (purpose === "deploy temporarily") return temporaryAdvice(reason, code);
  if (malformedCodes.has(code)) return "Correct CLOUDFLARE_API_TOKEN, or unset it and log in with npx wrangler login";
  if (tokenCodes.has(code) && /\/(?:domains|routes|zones)\b/.test(request)) return zoneAdvice;
  if (tokenCodes.has(code)) return "Give the token the permission Workers Scripts: Edit, or log in again with npx wrangler login";
  if (code === subdomainCode) return "Choose a workers.dev subdomain in the dashboard, under Workers & Pages";
  if (code === rateCode || /\b429\b|too many requests|rate limit/i.test(reason)) return "Wait some minutes, and run the command again";
  if (/\/schedules\b/.test(request) || /\bcron\b/i.test(reason)) return scheduleAdvice;
  if (/\b(?:zone|domain|host)/i.test(reason))
    return "Check that the account has the domain as an active zone, or remove it from wrangler.toml";
  if (/network|connect/i.test(reason)) return connectionAdvice;
  const isOfAccount = /\b(?:accounts?|auth|permi|tokens?\b|access|allowed|plan\b)/i.test(reason);
  return isOfAccount ? `${correctAdvice}; npx wrangler whoami shows the account and its permissions` : correctAdvice;
}

const zoneAdvice =
  "Give the token the permission Workers Routes: Edit for the zone of the domain, or log in again with npx wrangler login; the zone must be in the same account";
const scheduleAdvice = "Remove cron triggers of other Workers, or write crons = [] in [triggers]: only a site with a hub needs one";

// Nobody has a token for a temporary account, nor its dashboard. Wrangler keeps the account until it expires.
function temporaryAdvice(reason: string, code: string): string {
  if (tokenCodes.has(code) || malformedCodes.has(code))
    return "The temporary account may have ended: run npx wrangler logout, then the command, which creates another one";
  if (/temporary preview account|proof-of-work/.test(reason))
    return "Run the command again later, or deploy to your own account: npx wrangler login, then npm run deploy";
  return /network|connect/i.test(reason) ? connectionAdvice : correctAdvice;
}

const maxBuildLines = 5;

// The build command of wrangler.toml. Its error is useful; a stack trace, and what Node prints around it, is not.
function buildFailure(stdout: string, stderr: string, purpose: RunPurpose): string[] | undefined {
  if (!stderr.includes("Running custom build")) return undefined;
  const lines = [...stdout.matchAll(/^\[custom build\] (.+)/gm)]
    .map(([, line = ""]) => line)
    .filter((line) => !/^(?:Running:|node:internal\/|Node\.js v|\s*(?:at |throw |\^|\{|\}|code: |url: |requireStack: ))/.test(line));
  const first = lines.findIndex((line) => /error\b/i.test(line));
  const shown = first < 0 ? lines.slice(-maxBuildLines) : lines.slice(first, first + maxBuildLines);
  return [`Cannot ${purpose}: the build command in wrangler.toml failed`, ...shown.map((line) => brief(line))];
}
