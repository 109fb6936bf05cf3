import { findChallengeHeader } from "../../network/challenge-header.ts";
import type { HttpResponse } from "../../network/request.ts";
import { hasLittleText, quoteTitle } from "./page-title.ts";

/** Bot protection that blocks a request. */
export interface BotProtection {
  /** The sign by which it was recognized, with the status. */
  readonly evidence: string;
  /** The remedy in the service that protects the site, a sentence without its full stop. */
  readonly advice: string;
}

const blockingStatuses = [401, 403, 405, 406, 429, 503];
const titles =
  /<title>\s*(?:just a moment|attention required|access denied|please wait|security check|one moment|ddos|checking your browser|human verification|pardon our interruption|robot check|robot challenge|making sure you\S{1,8}re not a bot|vercel security checkpoint|challenge validation|client challenge)/i;
// Only searched for in refused responses: ordinary pages may contain a captcha, too.
const scripts =
  /cf-(?:chl|challenge|browser-verification)|challenge-platform|_Incapsula_|sucuri|px-captcha|g-recaptcha|h-captcha|captcha-delivery|awswaf/i;
// A page of a challenge has little text besides, whatever its language and its status.
const challenges =
  /_cf_chl_opt|id="anubis_\w+"|\/\.within\.website\/|\/\.well-known\/sgcaptcha\/|\/_sec\/cp_challenge|sec-if-cpt|bm-verify|captcha-delivery\.com|gokuProps/;

/** Returns the bot protection that a response without a feed comes from; undefined if it shows no sign of it. */
export function findBotProtection(response: HttpResponse): BotProtection | undefined {
  const sign = findChallengeHeader(response.headers) ?? refusingHeader(response) ?? challengePage(response);
  return sign === undefined ? undefined : { evidence: `${response.status}, ${sign}`, advice: adviceFor(sign, response) };
}

// These services send the headers with other responses, too.
function refusingHeader({ headers, status }: HttpResponse): string | undefined {
  const server = headers.get("server") ?? "";
  if (status === 403 && server.startsWith("AkamaiGHost")) return `server: ${server}`;
  const name = ["x-datadome", "x-sucuri-block"].find((found) => headers.has(found));
  return name === undefined || !blockingStatuses.includes(status) ? undefined : `${name}: ${headers.get(name)}`;
}

function challengePage({ bytes, status }: HttpResponse): string | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 50_000));
  if (!/<html|<!doctype html/i.test(start)) return undefined;
  const isRefused = blockingStatuses.includes(status);
  const found = challenges.exec(start) ?? titles.exec(start) ?? (isRefused ? scripts.exec(start) : untitledIncapsula(start));
  if (found === null || (!isRefused && !titles.test(start) && !hasLittleText(start))) return undefined;
  return `a page with ${JSON.stringify(found[0])}`;
}

// Incapsula puts its script into ordinary pages, too, and its challenge has no title.
function untitledIncapsula(html: string): RegExpExecArray | null {
  return quoteTitle(html) === undefined ? /_Incapsula_Resource/.exec(html) : null;
}

const ofCloudflare = "Cloudflare: turn off Bot Fight Mode, and add a rule that skips the rest for them";

const remedies: readonly (readonly [sign: RegExp, remedy: string])[] = [
  [/vercel/i, "Vercel: add a rule of the firewall that bypasses it for their paths"],
  [/sg-?captcha|robot challenge/i, "SiteGround: ask its support to exempt their paths, which no setting does"],
  [/amzn|awswaf|gokuProps/i, "AWS WAF: add a rule before the challenge that allows their paths"],
  [/incapsula/i, "Imperva: add an exception for their paths"],
  [/anubis|within\.website|re not a bot/i, "Anubis: allow their paths in its policy, with action: ALLOW"],
  [/datadome|captcha-delivery/i, "DataDome: exclude their paths from the protection"],
  [/akamai|cp_challenge|sec-if-cpt|bm-verify|challenge validation/i, "Akamai: exclude their paths in Bot Manager"],
  [/sucuri/i, "Sucuri: add their paths to the allowlist"],
  [/cf[-_]|challenge-platform|just a moment|attention required|checking your browser|ddos/i, ofCloudflare],
];

/** The programs on a server that refuse requests, and name themselves on the page or in a header. */
const programs: readonly (readonly [sign: RegExp, remedy: string])[] = [
  [/mod_?security/i, "ModSecurity: exclude their paths from the rule that its log names, or ask the hosting company to do it"],
  [/wordfence/i, "Wordfence: add their paths to the allowed URLs of its firewall"],
  [/imunify360/i, "Imunify360: ask the hosting company to allow their paths"],
  [/bitninja/i, "BitNinja: ask the hosting company to allow their paths"],
];

function adviceFor(sign: string, response: HttpResponse): string {
  const [, remedy] = remedies.find(([pattern]) => pattern.test(sign)) ?? [];
  return remedy === undefined ? describeRefusal(response).advice : advise(remedy);
}

/** Describes a response that refuses feed readers, and its remedy, as far as it shows what refuses them. */
export function describeRefusal({ bytes, headers, status }: HttpResponse): BotProtection {
  const page = new TextDecoder().decode(bytes.subarray(0, 50_000));
  const server = headers.get("server") ?? "";
  const [sign] = programs.map(([pattern]) => pattern.exec(`${server} ${page}`)?.[0]).filter((found) => found !== undefined);
  const title = quoteTitle(page);
  const details = [server && `Server: ${server}`, title && `the page ${title}`, sign && `which names ${sign}`];
  return {
    evidence: [`${status} for a feed reader`, ...details.filter((part) => part)].join(", "),
    advice: headers.has("cf-ray") || /cloudflare/i.test(server) ? advise(ofCloudflare) : adviceOnServer(sign),
  };
}

function adviceOnServer(sign = ""): string {
  const [, remedy] = programs.find(([pattern]) => pattern.test(sign)) ?? [];
  return remedy === undefined ? usualAdvice : advise(remedy);
}

const usualAdvice =
  "Exclude the feeds from the rule that refuses feed readers: in the configuration of the server, in a plugin for security, or in the firewall of the hosting company";

function advise(remedy: string): string {
  return `Exclude the feeds from bot protection (${remedy})`;
}
