import { describe, expect, it } from "vitest";
import { startCloudflareMock } from "../cloudflare-mock.ts";
import { cloneSite, deployBriefly } from "./cloned-site.ts";

const noToken = { CLOUDFLARE_API_TOKEN: undefined, CLOUDFLARE_ACCOUNT_ID: undefined };

describe("npm run deploy", { timeout: 120_000 }, () => {
  it("sends no request to Cloudflare if articles have errors, and prints at most a screen", async () => {
    const cloudflare = await startCloudflareMock();
    const articles = Object.fromEntries(Array.from({ length: 52 }, (_, n) => [`post-${n}.md`, '---\ndate: "31/02/2024"\n---\nText']));
    const { code, output } = await deployBriefly(cloneSite({ cloudflare, articles, env: { ...noToken, CI: "1" } }));
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/\n… and 37 more: npm run check\n52 errors, 0 warnings\n.* --set-aside\nNothing was deployed$/),
    ]);
    expect(cloudflare.requests).toEqual([]);
  });

  it("uploads nothing if Cloudflare refuses the token", async () => {
    const cloudflare = await startCloudflareMock();
    cloudflare.faults.push({ request: /./, status: 401, code: 1000, message: "Invalid API Token" });
    const site = cloneSite({ cloudflare });
    const before = site.toml();
    const { code, output } = await deployBriefly(site);
    const expected =
      /^Cannot see what is deployed: Cloudflare answered 401 \(1000: Invalid API Token\); .* has expired.*\nNothing was deployed$/;
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
    expect(cloudflare.requests.length).toBe(1);
    expect(site.toml()).toBe(before);
  });

  it("uploads nothing without a login, and names the commands that need no account", async () => {
    const cloudflare = await startCloudflareMock();
    const { code, output } = await deployBriefly(cloneSite({ cloudflare, env: noToken }));
    const expected = /^Cannot deploy: you are not logged in to Cloudflare; run npx wrangler login.*--temporary/;
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
    expect(cloudflare.requests).toEqual([]);
  });

  it("creates no temporary account for a site with an address", async () => {
    const cloudflare = await startCloudflareMock();
    const site = cloneSite({ cloudflare, env: noToken });
    site.editToml((text) => text.replace(/^url = .*$/m, 'url = "https://blog.ada.workers.dev"'));
    const { code, output } = await deployBriefly(site, "--temporary");
    const expected = /^Cannot deploy temporarily for https:\/\/blog\.ada\.workers\.dev, .*\nNothing was deployed$/;
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
    expect(cloudflare.requests).toEqual([]);
  });

  const outside = (text: string) => `${text}\n[[routes]]\npattern = "example.org"\ncustom_domain = true\n`; // the zone is example.com

  it("uploads nothing for a domain that the account does not have", async () => {
    const cloudflare = await startCloudflareMock();
    const site = cloneSite({ cloudflare });
    site.editToml(outside);
    const { code, output } = await deployBriefly(site);
    const expected = /^Cannot use the domain example\.org: your account has no zone for it.*\nNothing was deployed$/;
    expect([code, output]).toEqual([1, expect.stringMatching(expected)]);
    expect([cloudflare.workers.size, cloudflare.requests.filter((line) => !line.startsWith("GET "))]).toEqual([0, []]);
  });

  it("explains in two lines why wrangler failed", async () => {
    const cloudflare = await startCloudflareMock();
    cloudflare.faults.push({ request: /^GET \/zones$/, status: 403 });
    const site = cloneSite({ cloudflare, env: { CI: "1" } });
    site.editToml(outside);
    const { code, output } = await deployBriefly(site);
    expect([code, output]).toEqual([1, expect.stringMatching(/^Cannot deploy: .*no zone for the host example\.org.*\n.*active zone/m)]);
  });
});
