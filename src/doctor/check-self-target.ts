import { hostOf, isPrivateHost, reasonNotToRequest } from "../network/private-host.ts";
import { followRedirects } from "../network/redirect-chain.ts";
import { checkSelfLink } from "./check-content.ts";
import type { Check, CheckContext } from "./check-context.ts";
import type { Finding } from "./live-site/finding.ts";
import { reasonForNoFeed } from "./request-variation.ts";

/** Checks the feed's own address, and whether it leads to the feed if it is another one. */
export const checkSelfTarget: Check = async (context) => {
  const { response, view } = context;
  const [finding, ...others] = checkSelfLink(context);
  const [self = ""] = view.selves;
  const isOther = view.selves.length === 1 && finding?.severity === "warning" && /^https?:/i.test(self);
  const isPreview = isOther && isPrivateHost(response.url) && hostOf(self) !== hostOf(response.url);
  if (finding !== undefined && isPreview) return [describePreview(finding, self, response.url)];
  const isToFollow = isOther && !context.network.slowHosts?.find(response.url);
  if (finding === undefined || !isToFollow) return finding === undefined ? [] : [finding, ...others];
  const reason = await reasonForNoTarget(self, context);
  if (reason === undefined) return [finding];
  const message = `It does not lead to the feed: ${reason}. Readers that store this address lose the feed`;
  return [{ ...finding, message, advice: `Write the address of the feed: ${response.url}` }];
};

// Before it is deployed, a feed may have its public address already. Its local addresses differ for each computer.
function describePreview(finding: Finding, self: string, url: string): Finding {
  const { check, evidence, location } = finding;
  const isSamePath = new URL(self).pathname === new URL(url).pathname;
  if (!isPrivateHost(self)) return isSamePath ? { check, severity: "ok", message: `${self}, the public address` } : finding;
  const message = "It is a local address, and not the one by which the feed was requested";
  const advice = "Write the public address of the feed before you publish it";
  return { check, severity: "note", message, advice, ...(evidence && { evidence }), ...(location && { location }) };
}

async function reasonForNoTarget(self: string, context: CheckContext): Promise<string | undefined> {
  const refusal = reasonNotToRequest(self, context.response.url);
  if (refusal !== undefined) return refusal;
  const { failure, response } = await followRedirects(self, {}, context.network);
  if (failure?.slow !== undefined || context.network.limitOf?.(response?.url ?? self) !== undefined) return undefined;
  if (response === undefined) return failure?.reason ?? "it gets no response";
  if (response.status !== 200) return `it answers ${response.status}`;
  return response.isTruncated ? undefined : reasonForNoFeed(response, context);
}
