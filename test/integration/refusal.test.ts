import { expect, it } from "vitest";
import { startTestSite } from "./test-site.ts";

it("a bundle that was compiled for other settings than the deployed ones serves nothing", async () => {
  const site = await startTestSite({
    articles: { "2024-11-06-a.md": "# A\n\nText." },
    deployedVars: { SITE: { title: "Staging", url: "https://staging.example", author: { name: "The desk" } } },
  });
  for (const path of ["/rss.xml", "/"]) {
    const response = await fetch(new URL(path, site.origin));
    expect(response.status).toBe(500);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toBe("This site is not set up yet.\n");
  }
  expect(site.logs().join()).toContain("compiled for other [vars.SITE]");
  await site.close();
});
