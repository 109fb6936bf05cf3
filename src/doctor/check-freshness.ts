import { plural } from "../base/plural.ts";
import type { Check } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";
import { noLifetime, phpSession } from "./publishing-system/topics.ts";

const check = "freshness";
const day = 86_400;
const advice = "Send Cache-Control: public, max-age=3600, or as long as new entries may be delayed";

/** Checks how long caches may keep the feed. */
export const checkFreshness: Check = ({ response: { headers } }) => {
  const header = headers.get("cache-control");
  const expires = headers.get("expires");
  const vary = headers.get("vary") ?? "";
  if (/(?:^|,)\s*\*\s*(?:,|$)/.test(vary)) {
    const message = "Vary: * says that no stored document is right for the next request: caches cannot keep the feed"; // RFC 9111 §4.1
    const remedy = "Send Vary: Accept-Encoding, or omit it if the feed is never compressed";
    return [{ check, severity: "warning", message, evidence: `Vary: ${vary}`, advice: remedy }];
  }
  if (header !== null) return checkCacheControl(header, expires);
  if (expires !== null) return [{ check, severity: "note", message: "There is only Expires", evidence: `Expires: ${expires}`, advice }];
  return [{ check, severity: "warning", message: `${noLifetime}: ${guesses}`, advice }];
};

const unlessPurged = "Send s-maxage=3600, or make sure that each new entry removes the feed from the cache";

const sessionExpires = "Thu, 19 Nov 1981 08:52:00 GMT"; // session.cache_limiter of PHP

const guesses = "each cache guesses how long to keep the feed, perhaps for days";

function checkCacheControl(header: string, expires: string | null): Finding[] {
  const evidence = `Cache-Control: ${header}`;
  const find = (severity: Finding["severity"], message: string, remedy = advice): Finding[] => [
    { check, severity, message, evidence, advice: remedy },
  ];
  const directives = parseCacheControl(header);
  const has = (name: string) => directives.some(([each]) => each === name);
  const notStored = "Clients may not store it, not even to ask whether it has changed";
  if (has("no-store") && expires === sessionExpires)
    return find("warning", `${notStored}: ${phpSession}`, "Do not start a session for feeds");
  if (has("no-store")) return find("warning", notStored);
  // RFC 9111 §4.2.1: with an invalid lifetime, or with several, a cache may treat the document as stale.
  const ages = new Set(directives.filter(([name]) => name === "max-age").map(([, value]) => value));
  const invalid = [...ages].find((value) => !/^\d+$/.test(value));
  if (invalid !== undefined)
    return find("warning", `Its max-age is not a number of seconds, so that caches may not use it: ${invalid || "empty"}`);
  if (ages.size > 1) return find("warning", `It has ${ages.size} values of max-age, and each cache chooses one`);
  // RFC 9111 §5.2.2.10: it overrides max-age in shared caches, such as those of a CDN.
  const shared = directives.find(([name, value]) => name === "s-maxage" && /^\d+$/.test(value))?.[1];
  const isShared = shared !== undefined && !has("private") && !has("no-cache");
  if (isShared && Number(shared) > day)
    return find(
      "warning",
      `Readers may see new entries ${timeText(Number(shared))} late: shared caches keep the feed that long (s-maxage)`,
      unlessPurged,
    );
  const lifetime = Number([...ages][0] ?? Number.NaN);
  if (lifetime > day) return find("warning", `Readers may see new entries ${timeText(lifetime)} late`);
  if (isShared && Number(shared) > 0 && !(lifetime > 0)) return [{ check, severity: "ok", message: header }];
  if (lifetime === 0 || has("no-cache")) return find("note", "Every poll reaches the server");
  if (Number.isNaN(lifetime) && expires === null) return find("warning", `It has no max-age: ${guesses}`);
  return [{ check, severity: "ok", message: header }];
}

/** Returns the directives of a Cache-Control header, in small letters (RFC 9111 §5.2). A lifetime in quotation marks is one, too. */
function parseCacheControl(header: string): (readonly [name: string, value: string])[] {
  return header
    .toLowerCase()
    .split(",")
    .map((directive) => {
      const [name = "", ...value] = directive.split("=");
      return [name.trim(), value.join("=").trim().replaceAll('"', "")] as const;
    });
}

function timeText(seconds: number): string {
  return plural(Math.round(seconds / day), "day");
}
