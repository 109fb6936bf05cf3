import type { HttpResponse } from "../../network/request.ts";

const blockingStatuses = [401, 403, 405, 406, 429, 503];
const titles =
  /<title>\s*(?:just a moment|attention required|access denied|please wait|security check|one moment|ddos|checking your browser|human verification|pardon our interruption|robot check)/i;
// Only searched for in refused responses: ordinary pages may contain a captcha, too.
const scripts =
  /cf-(?:chl|challenge|browser-verification)|challenge-platform|_Incapsula_|sucuri|px-captcha|g-recaptcha|h-captcha|captcha-delivery|awswaf/i;

/** Returns the sign that a response comes from bot protection; undefined if it shows no such sign. */
export function findBotProtection({ bytes, headers, status }: HttpResponse): string | undefined {
  const mitigated = headers.get("cf-mitigated");
  if (mitigated !== null) return `${status}, cf-mitigated: ${mitigated}`;
  const start = new TextDecoder().decode(bytes.subarray(0, 50_000));
  const isPage = /<html|<!doctype html/i.test(start);
  if (!isPage) return undefined;
  const found = (titles.exec(start) ?? (blockingStatuses.includes(status) ? scripts.exec(start) : null))?.[0];
  return found === undefined ? undefined : `${status}, a page with ${JSON.stringify(found)}`;
}
