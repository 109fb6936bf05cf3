import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type AttackSite, barePath } from "../attacks/attack-pages.ts";
import { attacks } from "../attacks/attacks.ts";
import { faultsOf } from "../attacks/forbidden.ts";
import { launchBrowser } from "./launch.ts";
import { openWatchedPage, type WatchedPage } from "./watched-page.ts";

// The types of a Worker and of a browser contradict each other, so the file of the site is not part of this program.
const { startAttackSite }: { startAttackSite: () => Promise<AttackSite> } = await import(
  new URL("../attacks/attack-site.ts", import.meta.url).href
);

let site: AttackSite;
let browser: Browser;
let watched: WatchedPage;

beforeAll(async () => {
  [site, browser] = await Promise.all([startAttackSite(), launchBrowser()]);
  watched = await openWatchedPage(browser, site.url);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  site?.server.close();
});

const categories = Object.keys(attacks);

// A page adds boxes that scroll and links of headings. Feeds contain neither, so attacks are checked for them in the readers below.
const ofPage = /^<(?:div class=scroll|(?:div|pre) tabindex|a class=self|a href=#[^>]*)>$/;

describe("in a page of the site", () => {
  it.each(categories)("contains attacks by %s: no script, no request, no policy violation, nothing outside the box", async (category) => {
    for (const { path } of site.pages[category] ?? []) {
      await watched.page.goto(site.url + path, { waitUntil: "load" });
      expect([path, await watched.happened()]).toEqual([path, []]);
      expect([path, (await faultsIn(".content")).filter((fault) => !ofPage.test(fault))]).toEqual([path, []]);
      expect([path, await escapedFrom(".content")]).toEqual([path, []]);
    }
  });

  it("contains attacks in front matter", async () => {
    for (const path of site.lists) {
      const response = await watched.page.goto(site.url + path, { waitUntil: "load" });
      expect([path, response?.status()]).toEqual([path, 200]);
      expect([path, await watched.happened()]).toEqual([path, []]);
      expect([path, await escapedFrom("main")]).toEqual([path, []]);
    }
  });
});

const ways = {
  innerHTML: (content: string) => {
    const place = document.querySelector("#content");
    if (place !== null) place.innerHTML = content;
  },
  "innerHTML, read and written again": (content: string) => {
    const place = document.querySelector("#content");
    for (let again = 0; place !== null && again < 3; again++) place.innerHTML = again === 0 ? content : `${place.innerHTML}`;
  },
  "a fragment, in which scripts run": (content: string) => {
    document.querySelector("#content")?.replaceChildren(document.createRange().createContextualFragment(content));
  },
  "a template that is cloned": (content: string) => {
    const template = document.createElement("template");
    template.innerHTML = content;
    document.querySelector("#content")?.replaceChildren(template.content.cloneNode(true));
  },
};

describe.each(Object.entries(ways))("in a reader without a policy that uses %s", (_, put) => {
  it.each(categories)("contains attacks by %s: no script and no request", async (category) => {
    for (const { content, path } of site.pages[category] ?? []) {
      await watched.page.goto(site.url + barePath);
      await watched.page.evaluate(put, content);
      await touchEverything();
      expect([path, await watched.happened()]).toEqual([path, []]);
      expect([path, await faultsIn("#content")]).toEqual([path, []]);
    }
  });
});

describe("the detection of attacks, in content that is not sanitized,", () => {
  it.each([
    ["<img src=x onload=attack()>", "a script has run"],
    ["<svg><style></style><g onload=attack()></svg><svg onload=attack()>", "a script has run"],
    ["<iframe srcdoc='x'></iframe>", "a frame"],
    ["<link rel=stylesheet href=https://evil.example/x.css>", "a request for stylesheet https://evil.example/x.css"],
    ["<details open ontoggle=attack()>x</details>", "a script has run"],
    ["<p tabindex=0 onfocus=attack()>x</p>", "a script has run"],
    ["<p onmouseover=attack()>x</p>", "a script has run"],
  ])("detects %s", async (attack, expected) => {
    await watched.page.goto(site.url + barePath);
    await watched.page.evaluate(ways.innerHTML, attack);
    await touchEverything();
    expect(await watched.happened()).toContain(expected);
    expect(await faultsIn("#content")).not.toEqual([]);
  });

  it.each([
    ["<p style='position:fixed;top:0'>x</p>", "p: position fixed"],
    ["<p style='margin-top:-2000px'>x</p>", "p: above"],
    ["<p style='width:9999px'>x</p>", "p: beside"],
    ["<p style='transform:scale(2)'>x</p>", "p: transform"],
  ])("detects %s outside its box", async (attack, expected) => {
    await watched.page.goto(site.url + (site.pages["texts"]?.[0]?.path ?? ""));
    await watched.page.evaluate((attack) => {
      const style = /style='([^']*)'/.exec(attack)?.[1] ?? "";
      const element = document.createElement("p");
      for (const declaration of style.split(";")) element.style.setProperty(...(declaration.split(":") as [string, string]));
      element.textContent = "x";
      document.querySelector(".content")?.prepend(element);
    }, attack);
    await watched.happened();
    expect((await escapedFrom(".content")).join()).toContain(expected);
  });

  it("detects a violation of the page's policy", async () => {
    await watched.page.goto(site.url + (site.pages["texts"]?.[0]?.path ?? ""));
    await watched.page.evaluate(() => {
      (document.querySelector(".content") as Element).innerHTML = "<img src=x onerror=attack()><iframe src=https://evil.example/></iframe>";
    });
    const happened: string[] = [];
    await vi.waitFor(async () => {
      happened.push(...(await watched.happened()));
      expect(happened.join()).toContain("the policy was violated: script-src-attr");
      expect(happened.join()).toContain("the policy was violated: frame-src https://evil.example");
    }, 20_000);
    expect(happened.join()).not.toContain("a script has run");
  });
});

/** Fires the events that a handler may wait for. */
async function touchEverything(): Promise<void> {
  await watched.page.evaluate(() => {
    for (const element of document.querySelectorAll("#content *")) {
      for (const name of ["focus", "mouseover", "pointerdown", "toggle", "animationstart", "load"]) element.dispatchEvent(new Event(name));
    }
  });
}

/** Lists the forbidden nodes in the tree of the browser. */
async function faultsIn(selector: string): Promise<string[]> {
  const elements = await watched.page.evaluate(
    (selector) =>
      [...document.querySelectorAll(`${selector} *`)].map((element) => ({
        name: element.namespaceURI === "http://www.w3.org/1999/xhtml" ? element.localName : `${element.namespaceURI} ${element.localName}`,
        attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      })),
    selector,
  );
  return elements.flatMap(({ attributes: { controls, ...attributes }, name }) =>
    faultsOf({
      name,
      attributes: name === "audio" || name === "video" ? attributes : { ...attributes, ...(controls !== undefined && { controls }) },
    }),
  );
}

/** Lists the elements that are, or could be, drawn outside their part of the page. */
function escapedFrom(selector: string): Promise<string[]> {
  return watched.page.evaluate((selector) => {
    const part = document.querySelector(selector);
    const header = document.querySelector(".masthead");
    if (part === null || header === null) return ["no page"];
    const { bottom: top } = header.getBoundingClientRect();
    const found = [...part.querySelectorAll("*")].flatMap((element) => {
      const { float, position, transform, zIndex } = getComputedStyle(element);
      if (position === "") return []; // not drawn, like the content of a recording
      const { height, left, right, top: begins, width } = element.getBoundingClientRect();
      const isSeen = width > 0 && height > 0 && element.closest(".unseen") === null;
      const scrolls = element.closest(".scroll, pre") ?? null;
      return [
        ...(position === "static" || element.closest(".unseen") !== null ? [] : [`position ${position}`]),
        ...(zIndex === "auto" ? [] : ["z-index"]),
        ...(float === "none" ? [] : ["float"]),
        ...(transform === "none" ? [] : ["transform"]),
        ...(isSeen && begins < top - 1 ? ["above"] : []),
        ...(isSeen && scrolls === null && (right > document.documentElement.clientWidth + 1 || left < -1) ? ["beside"] : []),
      ].map((fault) => `${element.localName}: ${fault} ${element.outerHTML.slice(0, 100)}`);
    });
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push("the page scrolls sideways");
    return found;
  }, selector);
}
