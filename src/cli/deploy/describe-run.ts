import { canonicalHost } from "../../base/canonical-url.ts";
import { plural } from "../../base/plural.ts";
import { brief } from "../../terminal/brief.ts";
import type { WranglerRecord, WranglerRun } from "../wrangler/run-wrangler.ts";

const maxWarnings = 2;
const maxWarningLines = 12;
const maxAddresses = 3;

/** The address for which a site was compiled. */
export interface CompiledAddress {
  readonly url: string;
  /** True if a custom domain outside of wrangler.toml leads there. */
  readonly isDomain?: boolean;
  /** The header of the table with the settings. */
  readonly table?: string;
}

/** Describes a deployment: the Worker, its version, and its addresses. */
export function describeDeployment(run: WranglerRun, { isDomain = false, table = "[vars.SITE]", url }: CompiledAddress): string[] {
  const { host } = new URL(url);
  const others = targetsOf(run)?.filter((target) => hostOf(target) !== host) ?? [];
  const isServed = isDomain || isAmongTargets(url, run);
  return [
    ...warningsOf(run.stderr),
    ...(isServed
      ? []
      : [`Cannot see ${url} among the addresses of the Worker: add a custom domain or a route for it, or correct url in ${table}`]),
    `Deployed ${describeVersion(deploymentOf(run))}`,
    ...[...(isServed ? [url] : []), ...others].slice(0, maxAddresses).map((address) => `  ${address}`),
  ];
}

/** Returns whether wrangler has listed an address among those of the Worker, or has listed none at all. */
export function isAmongTargets(url: string, run: WranglerRun): boolean {
  const { host } = new URL(url);
  return targetsOf(run)?.some((target) => hostOf(target) === host || target.startsWith("*")) ?? true;
}

/** Returns the record of the deployment of a run. */
export function deploymentOf({ records }: Pick<WranglerRun, "records">): WranglerRecord | undefined {
  return records.find(({ type }) => type === "deploy");
}

// Undefined if wrangler reports no addresses. Schedules and queues are not addresses.
function targetsOf(run: WranglerRun): readonly string[] | undefined {
  return deploymentOf(run)?.targets?.filter((target) => !/^(?:schedule|producer|consumer)\b/i.test(target));
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
