import type { WranglerRun } from "./run-wrangler.ts";

const maxWarnings = 2;
const maxAddresses = 3;

/**
 * Describes a deployment: the Worker, its version, and its addresses.
 * @param url the address for which the site was compiled
 */
export function describeDeployment({ records, stderr }: WranglerRun, url: string): string[] {
  const record = records.find(({ type }) => type === "deploy" || type === "version-upload");
  const verb = record?.type === "version-upload" ? "Uploaded a preview of" : "Deployed";
  const targets = (record?.targets ?? []).filter((target) => !/^(?:schedule|producer|consumer)\b/i.test(target));
  const isServed = targets.length === 0 || targets.some((target) => target.includes(new URL(url).host));
  const addresses = record?.preview_url ? [record.preview_url] : [url, ...targets.filter((target) => !target.includes(new URL(url).host))];
  return [
    ...warningsOf(stderr),
    ...(isServed
      ? []
      : [`Cannot see ${url} among the addresses of the Worker: add a custom domain or a route for it, or correct url in [vars.SITE]`]),
    `${verb} ${record?.worker_name ?? "the Worker"}, version ${record?.version_id ?? "unknown"}`,
    ...addresses.slice(0, maxAddresses).map((address) => `  ${address}`),
  ];
}

function warningsOf(stderr: string): string[] {
  return [...stderr.matchAll(/^▲ \[WARNING\] (.+)/gm)].slice(0, maxWarnings).map(([, text = ""]) => `Wrangler warns: ${text.trim()}`);
}

const token = "Give the token the permission Workers Scripts: Edit, or log in again with npx wrangler login";
const domain = "Check that the account has the domain as an active zone, or remove it from wrangler.toml";

// By code of Cloudflare's API.
const advice: Readonly<Record<string, string>> = {
  ...{ 1000: token, 6003: token, 9109: token, 10000: token },
  ...{ 10021: "Report this as a bug of Broadsheet: Cloudflare could not start the Worker" },
  ...{ 10027: "The Worker is too large: docs/scaling.md says how to make it smaller" },
  ...{ 10057: "Choose another name in wrangler.toml", 10063: "Choose a workers.dev subdomain in the dashboard, under Workers & Pages" },
  ...{ 100116: domain, 100117: domain, 100118: domain },
};

/** Describes a run that failed in two lines: the reason, and what to do. */
export function describeFailedRun({ records, stderr, stdout }: WranglerRun): string[] {
  const build = buildFailure(stdout, stderr);
  if (build !== undefined) return build;
  const [, block = ""] = /^✘ \[ERROR\] ([\s\S]*?)(?=^✘ \[ERROR\]|^🪵|(?![\s\S]))/m.exec(stderr) ?? [];
  const lines = block
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^If you think this is a bug/.test(line));
  const coded = lines.find((line) => /\[code: \d+\]/.test(line));
  const failed = records.find(({ type }) => type === "command-failed");
  const reason = coded ?? lines.slice(0, 2).join(" ") ?? "";
  const [, code = String(failed?.code ?? "")] = /\[code: (\d+)\]/.exec(coded ?? "") ?? [];
  return [`Cannot deploy: ${reason || failed?.message || "wrangler gave no reason"}`, advice[code] ?? defaultAdvice(reason)];
}

function defaultAdvice(reason: string): string {
  if (/fetch failed|network|connect/i.test(reason)) return "Check the connection, and run the command again";
  return "Correct this, and run the command again; npx wrangler whoami shows the account and its permissions";
}

// The build command of wrangler.toml.
function buildFailure(stdout: string, stderr: string): string[] | undefined {
  if (!/custom build.*failed|failed.*custom build|\[custom build\]/i.test(stderr)) return undefined;
  const lines = [...stdout.matchAll(/^\[custom build\] (.+)/gm)]
    .map(([, line = ""]) => line)
    .filter((line) => !line.startsWith("Running:"));
  return ["Cannot deploy: the build command in wrangler.toml failed", ...lines.slice(-5)];
}
