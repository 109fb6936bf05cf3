import type { Diagnostic, SourceLocation } from "../../model/diagnostic.ts";
import { isUnreachableHost } from "../../network/private-host.ts";

/** The settings whose address is checked. */
interface SettingsWithAddress {
  /** Absent if the settings have errors. */
  readonly valid?: { readonly url: string };
  locationOf(path: readonly string[]): SourceLocation;
}

/** Reports an address that only this machine or its network can reach: every link and id of a deployment would be made from it. */
export function verifyAddress({ locationOf, valid: { url } = { url: "" } }: SettingsWithAddress): Diagnostic[] {
  const fault = addressFault(url);
  if (fault === undefined) return [];
  const advice = 'write the public address of the site, or url = "", and npm run deploy finds it. npm start needs no url';
  return [{ ...locationOf(["url"]), severity: "error", message: `${fault}; ${advice}` }];
}

/** Returns the problem of such an address; undefined for any other text, also for one that is not a URL. */
export function addressFault(url: string): string | undefined {
  if (!URL.canParse(url) || !isUnreachableHost(url)) return undefined;
  return `Cannot deploy for SITE.url ${JSON.stringify(url)}: others cannot reach that host`;
}
