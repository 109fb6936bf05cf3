import { describeNetworkError } from "../../../network/describe-network-error.ts";

/** The running version of a site, from its /health. */
export interface LiveVersion {
  /** Undefined if it reports none. */
  readonly id?: string;
  /** The reason why it could not be reached. */
  readonly error?: string;
}

/** The network and the clock of a wait. */
export interface WaitOptions {
  readonly fetch: typeof fetch;
  /** Resolves after the milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds since any moment. */
  readonly clock: () => number;
}

const timeout = 10_000;
const patience = 30_000;
const pause = 1000;
const consecutive = 3; // a deployment does not reach all machines of the network at the same moment

/** Requests the running version of the site at `url`. */
export async function readLiveVersion(url: string, fetch: WaitOptions["fetch"]): Promise<LiveVersion> {
  try {
    const response = await fetch(`${url}/health`, { headers: { "cache-control": "no-cache" }, signal: AbortSignal.timeout(timeout) });
    const text = await response.text();
    return response.ok ? parseVersion(text) : {};
  } catch (error) {
    return { error: describeNetworkError(error, timeout) };
  }
}

function parseVersion(text: string): LiveVersion {
  try {
    const { version } = JSON.parse(text) as { readonly version?: { readonly id?: unknown } };
    return typeof version?.id === "string" && version.id !== "" ? { id: version.id } : {};
  } catch {
    return {}; // an older version has no such page
  }
}

/**
 * Waits up to half a minute for another version than the former one.
 * @returns the last version, and whether it is the new one
 */
export async function waitForNewVersion(
  url: string,
  former: LiveVersion,
  { fetch, wait, clock }: WaitOptions,
): Promise<LiveVersion & { readonly isNew: boolean }> {
  const end = clock() + patience;
  for (let seen = 0; ; ) {
    const version = await readLiveVersion(url, fetch);
    seen = version.id === undefined || version.id === former.id ? 0 : seen + 1;
    if (seen === consecutive) return { ...version, isNew: true };
    if (clock() >= end) return { ...version, isNew: false };
    await wait(pause);
  }
}
