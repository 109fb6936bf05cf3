import { expect, it } from "vitest";
import { cloneSite, readUpload } from "./cloned-site.ts";
import { startCloudflareMock } from "./cloudflare-mock.ts";

it("x", async () => {
  const cloudflare = await startCloudflareMock();
  const site = cloneSite({ cloudflare });
  let t = Date.now();
  console.log(await site.deploy(), Date.now() - t, cloudflare.requests, site.toml().slice(0, 800), site.leftovers());
  console.log(readUpload(cloudflare.deployedVersion("broadsheet")));
  t = Date.now();
  cloudflare.requests.length = 0;
  console.log(await site.deploy(), Date.now() - t, cloudflare.requests);
  const ci = cloneSite({ cloudflare, env: { WORKERS_CI: "1" } });
  cloudflare.requests.length = 0;
  console.log(await ci.deploy(), Date.now() - t, cloudflare.requests, ci.leftovers());
  console.log(readUpload(cloudflare.deployedVersion("broadsheet")));
  const temp = cloneSite({ cloudflare, env: { CLOUDFLARE_API_TOKEN: undefined, CLOUDFLARE_ACCOUNT_ID: undefined } });
  console.log(await temp.deploy());
  cloudflare.workers.clear();
  cloudflare.requests.length = 0;
  console.log(await temp.deploy("--temporary"), cloudflare.requests);
  console.log(readUpload(cloudflare.deployedVersion("broadsheet")));
  cloudflare.requests.length = 0;
  console.log(await temp.deploy("--temporary"), cloudflare.requests);
});
