import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { npmStart, type StartedSite } from "../integration/npm-start.ts";
import { writeTestSite } from "../integration/test-site.ts";
import { launchBrowser } from "./launch.ts";
import { openWatchedPage, type WatchedPage } from "./watched-page.ts";

const articles = {
  "2024-11-06-moon.md": "# Moon\n\nFirst text.",
  "bad.md": "---\ndate: <img src=x onerror=attack()>\n---\nText",
};

describe("a page of npm start", () => {
  const folder = writeTestSite({ articles });
  const write = (name: string, text: string) => writeFileSync(join(folder, "articles", name), text);
  let site: StartedSite;
  let browser: Browser;
  let watched: WatchedPage;

  beforeAll(async () => {
    [site, browser] = await Promise.all([npmStart(folder), launchBrowser()]);
    watched = await openWatchedPage(browser, site.origin);
    await watched.page.goto(`${site.origin}/articles/moon`);
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await site.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("lists the problems as text, and can be closed", async () => {
    const { page } = watched;
    const notice = page.locator(".problems");
    expect(await notice.locator("summary").textContent()).toBe("This site has a problem");
    expect(await notice.locator("li").textContent()).toContain('articles/bad.md:2:7 error Cannot read date "<img src=x onerror=attack()>"');
    const height = async () => (await notice.boundingBox())?.height ?? 0;
    const open = await height();
    await notice.locator("summary").click();
    expect(await height()).toBeLessThan(open);
    expect(await watched.happened()).toEqual([]);
  });

  it("reloads after an edit, and shows no problems when they are fixed", async () => {
    const { page } = watched;
    write("2024-11-06-moon.md", "# Moon\n\nSecond text.");
    await page.getByText("Second text.").waitFor();
    write("bad.md", "---\ndate: 2024-11-05\n---\nText");
    await page.locator(".problems").waitFor({ state: "detached" });
    expect(await watched.happened()).toEqual([]);
  });

  it("shows an article that was just broken as missing, and comes back", async () => {
    const { page } = watched;
    write("2024-11-06-moon.md", "---\npermalink: /rss.xml\n---\n# Moon\n\nThird text.");
    await page.getByText("articles/2024-11-06-moon.md:2:12 error Cannot use the address /rss.xml").waitFor();
    write("2024-11-06-moon.md", "# Moon\n\nThird text.");
    await page.getByText("Third text.").waitFor();
  });
});
