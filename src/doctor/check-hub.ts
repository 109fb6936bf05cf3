import { parseLinkHeader } from "../network/link-header.ts";
import { NetworkFailure, SkippedRequest } from "../network/network-failure.ts";
import { reasonNotToRequest } from "../network/private-host.ts";
import { type Network, requestOrFail } from "../network/request.ts";
import { type Check, notChecked } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";

const check = "hub";

/** Checks the hubs of a feed: header and document name the same ones if both name any, and they respond (WebSub §4). No hub, no findings. */
export const checkHub: Check = async ({ response, network, view }) => {
  const inHeader = linksOfHeader(response.headers.get("link") ?? "");
  const hubs = [...new Set([...inHeader.hub, ...view.hubs])];
  if (hubs.length === 0) return [];
  const findings: Finding[] = [];
  const report = (message: string, evidence: string, advice: string) =>
    findings.push({ check, severity: "warning", message, evidence, advice });
  const [header, body] = [inHeader.hub, view.hubs].map((list) => [...new Set(list)].sort().join(", "));
  if (header !== "" && body !== "" && header !== body) {
    const message = "Its headers and the document name different hubs";
    report(message, `Link: ${header}; document: ${body}`, 'Name it in both, the header as Link: <…>; rel="hub"');
  }
  const [self, ...others] = inHeader.self;
  if (inHeader.hub.length > 0 && (self === undefined || others.length > 0)) {
    const message = `The header names ${inHeader.self.length} topics; subscribers need exactly one`;
    report(message, response.headers.get("link") ?? "", `Send Link: <${response.url}>; rel="self"`);
  } else if (self !== undefined && view.selves.length > 0 && !view.selves.includes(self)) {
    report("The header and the document name different topics", `${self}; ${view.selves.join(", ")}`, "Name the same address in both");
  }
  for (const hub of hubs) findings.push(...(await checkOne(hub, response.url, network)));
  return findings.length > 0 ? findings : [{ check, severity: "ok", message: hubs.join(", ") }];
};

async function checkOne(hub: string, feed: string, network: Network): Promise<Finding[]> {
  const url = URL.parse(hub, feed)?.href ?? hub;
  const refusal = reasonNotToRequest(url, feed);
  const fail = (message: string, advice: string): Finding[] => [{ check, severity: "warning", message, evidence: hub, advice }];
  if (refusal !== undefined) return fail(`Subscribers cannot reach it: ${refusal} (WebSub §4)`, "Name a public hub, with https");
  const seen = await requestOrFail(url, {}, network);
  if (seen instanceof SkippedRequest || network.limitOf?.(url) !== undefined) return [notChecked(check, seen, feed, network)];
  const advice = "Name a hub that works, or remove it: subscribers that rely on it get no updates";
  if (seen instanceof NetworkFailure) return fail("It does not answer", advice);
  if (seen.status >= 500 || seen.status === 404 || seen.status === 410) return fail(`It answers ${seen.status}`, advice); // others: no GET
  if (url.startsWith("https:")) return [];
  const message = "It uses http, where anyone on the way can change its messages";
  return [{ check, severity: "note", message, evidence: hub, advice: "Name it with https" }];
}

/** Returns the hubs and the topics that a header names, as written. */
function linksOfHeader(header: string): { readonly hub: readonly string[]; readonly self: readonly string[] } {
  const links = parseLinkHeader(header);
  const of = (relation: string) => links.filter(({ relations }) => relations.includes(relation)).map(({ target }) => target);
  return { hub: of("hub"), self: of("self") };
}
