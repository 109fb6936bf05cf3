import { zonesAnswer } from "./answer-schemas.ts";
import { type CloudflareApi, CloudflareError } from "./cloudflare-api.ts";

/**
 * The answer to the question whether an account has the zone of a host. It is unknown if the credentials do not allow to see zones, and
 * inactive if the name servers of the domain do not lead to Cloudflare yet.
 */
export type ZoneState = "found" | "inactive" | "missing" | "unknown";

/** Looks for the zone of a host in an account: the host, or a domain above it. */
export async function findZone(api: CloudflareApi, accountId: string, host: string): Promise<ZoneState> {
  try {
    for (const name of zoneNames(host)) {
      const zones = await api.get(`/zones?name=${encodeURIComponent(name)}`, zonesAnswer);
      const own = zones.filter(({ account }) => account === undefined || account.id === accountId);
      if (own.some(({ status = "active" }) => status === "active")) return "found";
      if (own.length > 0) return "inactive";
    }
  } catch (error) {
    if (error instanceof CloudflareError) return "unknown";
    throw error;
  }
  return host.includes("xn--") ? "unknown" : "missing"; // the zone may have its name in Unicode
}

// "example.com" and "blog.example.com" for "blog.example.com": the shorter ones are more often zones.
function zoneNames(host: string): string[] {
  const labels = host.split(".");
  return labels.slice(0, -1).map((_, index) => labels.slice(labels.length - 2 - index).join("."));
}
