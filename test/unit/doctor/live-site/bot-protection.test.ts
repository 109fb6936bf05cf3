import { describe, expect, it } from "vitest";
import { findBotProtection } from "../../../../src/doctor/live-site/bot-protection.ts";

const find = (status: number, headers: Record<string, string> = {}, body = "") =>
  findBotProtection({
    url: "https://news.example/feed/",
    status,
    headers: new Headers(headers),
    bytes: new TextEncoder().encode(body),
    isTruncated: false,
    milliseconds: 1,
  });
const page = (title: string, head = "", text = "Hello") => `<!doctype html><html><head>${title}${head}</head><body>${text}</body></html>`;
const incapsula = '<script src="/_Incapsula_Resource?SWJIYLWA=5074a7"></script>';
const anubis = '<script id="anubis_version" type="application/json">"1.20"</script>';
const long = "The boats come home before the storm. ".repeat(40);

describe("findBotProtection() recognizes", () => {
  it.each<[string, Parameters<typeof find>, string, string]>([
    ["Cloudflare", [403, { "cf-mitigated": "challenge" }], "403, cf-mitigated: challenge", "Cloudflare: "],
    [
      "Cloudflare in German",
      [200, {}, page("<title>Nur einen Moment…</title>", "<script>window._cf_chl_opt = {}</script>")],
      "200, ",
      "Cloudf",
    ],
    ["Vercel", [429, { "x-vercel-mitigated": "challenge" }], "429, x-vercel-mitigated: challenge", "Vercel: "],
    ["SiteGround", [202, { "sg-captcha": "challenge" }], "202, sg-captcha: challenge", "SiteGround: "],
    [
      "SiteGround by its page",
      [202, {}, page("", '<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F">')],
      "sgcaptcha",
      "SiteGround: ",
    ],
    ["AWS WAF", [202, { "x-amzn-waf-action": "challenge" }], "202, x-amzn-waf-action: challenge", "AWS WAF: "],
    ["AWS WAF with a captcha", [405, { "x-amzn-waf-action": "captcha" }], "405, x-amzn-waf-action: captcha", "AWS WAF: "],
    ["Imperva", [200, {}, page("", incapsula, "")], "_Incapsula_Resource", "Imperva: "],
    ["Imperva with 403", [403, {}, page("", incapsula, "")], "_Incapsula_", "Imperva: "],
    ["Anubis", [200, {}, page("<title>Making sure you&#39;re not a bot!</title>")], "re not a bot", "Anubis: "],
    ["Anubis in another language", [200, {}, page("<title>Kontrola</title>", anubis)], "anubis_version", "Anubis: "],
    [
      "Anubis by its files",
      [403, {}, page("<title>Oh noes!</title>", '<link href="/.within.website/x/xess/xess.css">', long)],
      "within",
      "Anubis: ",
    ],
    ["DataDome", [403, { "x-datadome": "protected" }, "{}"], "403, x-datadome: protected", "DataDome: "],
    ["Akamai", [403, { server: "AkamaiGHost" }, page("<title>Access Denied</title>")], "403, server: AkamaiGHost", "Akamai: "],
    ["Akamai's challenge", [200, {}, page("", '<div id="sec-if-cpt-container">')], "sec-if-cpt", "Akamai: "],
    ["Sucuri", [403, { "x-sucuri-block": "BAD" }], "403, x-sucuri-block: BAD", "Sucuri: "],
    ["another service", [503, {}, page("<title>Checking your browser</title>")], "Checking your browser", "Cloudflare: "],
  ])("%s", (_name, response, evidence, advice) => {
    const found = find(...response);
    expect(found?.evidence).toContain(evidence);
    expect(found?.advice).toMatch(/^Exclude the feeds from bot protection \(/);
    expect(found?.advice).toContain(advice);
  });
});

describe("findBotProtection() ignores", () => {
  it.each<[string, Parameters<typeof find>]>([
    ["an ordinary page behind Imperva", [200, {}, page("<title>News</title>", incapsula)]],
    ["an ordinary page behind DataDome", [200, { "x-datadome": "protected" }, page("<title>News</title>")]],
    ["a missing page behind Akamai", [404, { server: "AkamaiGHost" }, page("<title>Missing</title>")]],
    ["an article about Anubis", [200, {}, page("<title>Bots</title>", "", `id="anubis_version" /.within.website/ ${long}`)]],
    ["a page with a captcha", [200, {}, page("<title>Contact</title>", '<div class="g-recaptcha">')]],
    ["a limit", [429, { "retry-after": "60" }, "slow down"]],
  ])("%s", (_name, response) => {
    expect(find(...response)).toBeUndefined();
  });
});
