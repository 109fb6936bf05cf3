import type { CloudflareMock, MockWorker } from "../cloudflare-mock.ts";

/** The id of the version that an earlier deployment has left. */
export const deployedBefore = "11111111-1111-4111-8111-111111111111";

/** Adds the site to the account, as an earlier deployment has left it. @param addresses idBase is the URL by default */
export function addDeployedSite(
  { workers }: CloudflareMock,
  { url, idBase = url }: { readonly url: string; readonly idBase?: string },
): MockWorker {
  const bindings = [{ name: "SITE", type: "json", json: { title: "Ada's title", url, idBase } }];
  const version = { id: deployedBefore, bindings, modules: new Map() };
  const worker: MockWorker = { versions: [version], deployed: [version.id], domains: [], workersDev: true };
  workers.set("broadsheet", worker);
  return worker;
}
