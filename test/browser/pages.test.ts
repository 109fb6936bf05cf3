import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contrast } from "./contrast.ts";
import { launchBrowser } from "./launch.ts";
import { startPreviewServer } from "./preview-server.ts";

let preview: Awaited<ReturnType<typeof startPreviewServer>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  preview = await startPreviewServer();
  browser = await launchBrowser();
  page = await browser.newPage();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  preview?.server.close();
});

async function visit(path: string, { width = 1024, colorScheme = "light" as "light" | "dark" } = {}): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ media: "screen", colorScheme });
  await page.goto(preview.url + path);
}

const paths = [
  "/",
  "/photograph",
  "/portrait",
  "/diagram",
  "/developing",
  "/empty",
  "/archive",
  "/category",
  "/author",
  "/feeds",
  "/entry",
  "/arabic",
  "/note",
  "/draft",
  "/error",
  "/ar/",
  "/ar/entry",
  "/ar/feeds",
  "/ar/error",
  "/sw/",
];

describe("layout", () => {
  it.each(
    ["/", "/portrait", "/developing", "/archive", "/author", "/feeds", "/entry", "/arabic", "/error", "/ar/", "/ar/entry"].flatMap((path) =>
      [320, 768, 1440].map((width): [string, number] => [path, width]),
    ),
  )("of %s does not scroll sideways at %i px", async (path, width) => {
    await visit(path, { width });
    const overflow = await page.evaluate(() => {
      const root = document.documentElement;
      const outside = [...document.querySelectorAll("body *:not(.skip)")].filter(
        (element) =>
          !element.closest(".scroll, pre, .skip") &&
          (element.getBoundingClientRect().right > root.clientWidth + 1 || element.getBoundingClientRect().left < -1),
      );
      return {
        by: root.scrollWidth - root.clientWidth,
        outside: outside.map((element) => element.outerHTML.slice(0, 80)),
      };
    });
    expect(overflow).toEqual({ by: 0, outside: [] });
  });

  const boxes = (selector: string) =>
    page.$$eval(selector, (elements) =>
      elements.map((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return { left, right, width, isScrolling: element.scrollWidth > element.clientWidth };
      }),
    );

  it("scrolls wide tables and long code lines inside their boxes, with a shadow at the edge", async () => {
    await visit("/entry", { width: 320 });
    expect((await boxes(".scroll, pre")).map(({ isScrolling }) => isScrolling)).toEqual([true, false, true]);
    const images = await page.$$eval(".scroll, pre", (elements) => elements.map((element) => getComputedStyle(element).backgroundImage));
    expect(images.filter((image) => image.match(/linear-gradient/g)?.length !== 4)).toEqual([]);
  });

  it.each(["/", "/archive", "/feeds", "/entry", "/ar/entry"])("keeps very long words in %s on a narrow screen", async (path) => {
    await visit(path, { width: 360 });
    const overflow = await page.evaluate(() => {
      const texts = ".summary, bdi, .nameplate a, .motto, h1, h3 a, .sections a, .kicker, .byline a";
      for (const element of document.querySelectorAll(texts)) if (element.children.length === 0) element.textContent = "W".repeat(64);
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    expect(overflow).toBe(0);
  });

  it.each(["/entry", "/ar/entry"])("gives wide tables and code in %s more width than text, where there is room", async (path) => {
    await visit(path, { width: 1440 });
    const [[text], [masthead], [wide, narrow, code]] = await Promise.all([boxes(".content > p"), boxes(".masthead"), boxes("table, pre")]);
    expect([wide?.left, code?.right]).toEqual([masthead?.left, masthead?.right]);
    expect(narrow).toMatchObject({ left: text?.left, right: text?.right });
    expect(code?.left).toBe(text?.left);
  });

  it.each([
    ["/ar/entry", ".afterword p:first-child a", "rtl"],
    ["/entry", ".afterword p:first-child a", "ltr"],
    ["/entry", ".kicker a", "ltr"],
  ])("lists names in %s from the start of the line: %s", async (path, selector, direction) => {
    await visit(path);
    const lefts = (await boxes(selector)).map(({ left }) => left);
    expect(lefts.length).toBeGreaterThan(1);
    expect(lefts).toEqual(lefts.toSorted((a, b) => (direction === "rtl" ? b - a : a - b)));
  });

  it.each([
    ["/photograph", 3 / 2, "cover"],
    ["/portrait", undefined, "contain"],
    ["/diagram", 24 / 7, "contain"],
    ["/", 3 / 2, "contain"],
  ])("crops only photographs in landscape format: %s", async (path, ratio, fit) => {
    for (const width of [360, 1440]) {
      await visit(path, { width });
      const picture = await page.$eval(".picture", (image) => ({
        ratio: image.clientWidth / image.clientHeight,
        fit: getComputedStyle(image).objectFit,
        height: image.clientHeight,
      }));
      expect(picture.fit).toBe(fit);
      if (ratio !== undefined) expect(picture.ratio).toBeCloseTo(ratio, 1);
      expect(picture.height).toBeLessThan(720);
    }
  });

  it.each(["/", "/photograph", "/portrait", "/diagram", "/entry"])("of %s does not shift when pictures are loaded", async (path) => {
    const fresh = await browser.newPage();
    await fresh.route(/\.svg$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await fresh.goto(preview.url + path, { waitUntil: "commit" });
    await fresh.waitForLoadState("load");
    // A shift without a node is inside the controls of a player, which are the browser's.
    const shifted = await fresh.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const found: string[] = [];
          new PerformanceObserver((list) => {
            const shifts = list.getEntries() as (PerformanceEntry & { readonly sources: readonly { readonly node?: Element }[] })[];
            const [{ domContentLoadedEventStart: parsed = 0 } = {}] = performance.getEntriesByType(
              "navigation",
            ) as PerformanceNavigationTiming[];
            const late = shifts.filter(({ startTime }) => startTime > parsed);
            found.push(...late.flatMap(({ sources }) => sources.flatMap(({ node }) => (node ? [node.outerHTML] : []))));
          }).observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => setTimeout(() => resolve(found)));
        }),
    );
    await fresh.close();
    expect(shifted).toEqual([]);
  });

  it.each([
    ["/archive", "left", "right"],
    ["/oldest", "left", undefined],
    ["/", undefined, "right"],
    ["/ar/archive", "right", "left"],
    ["/ar/oldest", "right", undefined],
  ])("of %s shows newer pages at the start of the line and older ones at its end", async (path, newer, older) => {
    await visit(path);
    const sideOf = async (rel: string) => {
      const [[link], [nav]] = await Promise.all([boxes(`.pages [rel=${rel}]`), boxes(".pages")]);
      if (link === undefined || nav === undefined) return undefined;
      return link.left === nav.left ? "left" : link.right === nav.right ? "right" : "between";
    };
    expect([await sideOf("prev"), await sideOf("next")]).toEqual([newer, older]);
  });

  it.each(["/", "/ar/", "/sw/"])("of %s offers a subscription, the categories and the archive on the first screen", async (path) => {
    for (const [width, height] of [
      [320, 480],
      [1440, 600],
    ] as const) {
      await visit(path, { width });
      const links = await page.$$eval(".sections a", (links) =>
        links.map((link) => [link.getAttribute("href")?.replace(/^.*(?=[#/])/, ""), link.getBoundingClientRect().bottom] as const),
      );
      expect(links.map(([href]) => href)).toEqual(
        ["#subscribe", "/feeds#categories", "/archive"].map((href) => href.replace(/^.*(?=[#/])/, "")),
      );
      for (const [, bottom] of links) expect(bottom).toBeLessThan(height);
    }
    await page.emulateMedia({ reducedMotion: "reduce" }); // so that it does not scroll gradually
    await page.click(".sections a");
    expect(await page.$eval("#subscribe", (heading) => heading.getBoundingClientRect().top < innerHeight)).toBe(true);
  });

  it("limits the length of lines", async () => {
    await visit("/entry", { width: 1440 });
    const ems = await page.$eval(".content > p", (p) => p.clientWidth / Number.parseFloat(getComputedStyle(p).fontSize));
    expect(ems).toBeGreaterThan(28);
    expect(ems).toBeLessThan(36);
  });

  it("sets an Arabic article from right to left in a left-to-right page", async () => {
    await visit("/arabic");
    const styles = await page.$$eval("html, article, article h1, article p, article h2, article pre, .afterword", (elements) =>
      elements.map((element) => {
        const { direction, textAlign } = getComputedStyle(element);
        return `${element.localName} ${direction} ${textAlign}`;
      }),
    );
    expect(new Set(styles)).toEqual(
      new Set(["html ltr start", "article rtl start", "h1 rtl start", "p rtl start", "h2 rtl start", "pre ltr start", "aside ltr start"]),
    );
    const [article, heading] = await page.$$eval("article, article h1", (elements) =>
      elements.map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect().right;
      }),
    );
    expect(Math.abs((article ?? 0) - (heading ?? 99))).toBeLessThan(4);
  });

  it("prints the article in black on white, without navigation, with the URLs of links", async () => {
    await visit("/entry", { colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const printed = await page.evaluate(() => ({
      hidden: [".skip", ".afterword", ".colophon nav"].map((selector) => {
        const element = document.querySelector(selector);
        return element === null ? "missing" : getComputedStyle(element).display;
      }),
      ink: getComputedStyle(document.body).color,
      paper: getComputedStyle(document.body).backgroundColor,
      address: getComputedStyle(document.querySelector('.content a[href^="http"]') ?? document.body, "::after").content,
    }));
    expect(printed).toEqual({
      hidden: ["none", "none", "none"],
      ink: "rgb(0, 0, 0)",
      paper: "rgb(255, 255, 255)",
      address: expect.stringContaining("https://example.com/harbour"),
    });
  });
});

describe("colours", () => {
  it.each((["light", "dark"] as const).flatMap((scheme) => paths.map((path): ["light" | "dark", string] => [scheme, path])))(
    "in the %s scheme of %s have the contrast of WCAG AA",
    async (colorScheme, path) => {
      await visit(path, { colorScheme });
      const texts = await page.$$eval("body *", (elements) =>
        elements.flatMap((element) => {
          const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
          if (!hasText && element.localName !== "input") return [];
          let ground: Element | null = element;
          while (ground !== null && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
          const paper = getComputedStyle(ground ?? document.body).backgroundColor;
          return [{ text: `${element.localName}.${element.className}`, ink: getComputedStyle(element).color, paper }];
        }),
      );
      expect(texts.length).toBeGreaterThan(5);
      expect(texts.filter(({ ink, paper }) => contrast(ink, paper) < 4.5)).toEqual([]);
    },
  );
});

describe("keyboard", () => {
  it.each(["/", "/entry", "/arabic"])("reaches the skip link of %s first, which works", async (path) => {
    await visit(path);
    await page.keyboard.press("Tab");
    const skip = await page.evaluate(() => {
      const { top, height } = document.activeElement?.getBoundingClientRect() ?? { top: -1, height: 0 };
      return { text: document.activeElement?.textContent, isVisible: top >= 0 && height > 0 };
    });
    expect(skip).toEqual({ text: "Skip to content", isVisible: true });
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("main");
  });

  it.each(["/", "/archive", "/feeds", "/entry"])(
    "reaches every link, field and scrolling box of %s, with a visible focus ring",
    async (path) => {
      await visit(path);
      const focusable = "a[href], input, summary, [tabindex='0']";
      const expected = await page.$$eval(focusable, (elements) => elements.length);
      const reached = new Set<string>();
      const ringless: string[] = [];
      for (let step = 0; step < expected + 12; step++) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate((focusable) => {
          const element = document.activeElement;
          if (element === null || !element.matches(focusable)) return null;
          const all = [...document.querySelectorAll(focusable)];
          return { name: `${all.indexOf(element)} ${element.outerHTML}`, ring: getComputedStyle(element).outlineStyle };
        }, focusable);
        if (focused === null) continue;
        reached.add(focused.name);
        if (focused.ring !== "solid") ringless.push(focused.name);
      }
      expect(reached.size).toBe(expected);
      expect(ringless).toEqual([]);
    },
  );

  it("selects the whole URL in a focused field", async () => {
    await visit("/");
    await page.focus(".subscribe li:first-child a");
    await page.keyboard.press("Tab");
    const selected = await page.evaluate(() => {
      const field = document.activeElement;
      return field instanceof HTMLInputElement && field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
    });
    expect(selected).toBe(`${preview.url}/rss.xml`);
  });
});

describe("structure", () => {
  it.each(paths)("of %s is valid for screen readers", async (path) => {
    await visit(path);
    const found = await page.evaluate(() => {
      const count = (selector: string) => document.querySelectorAll(selector).length;
      const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ localName }) => Number(localName[1]));
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      const unnamed = [...document.querySelectorAll("a, section, nav, input, aside")].filter((element) => {
        const label = document.getElementById(element.getAttribute("aria-labelledby") ?? "")?.textContent;
        const name = element.getAttribute("aria-label") ?? label ?? (element.localName === "a" ? element.textContent : "");
        return name?.trim() === "";
      });
      return {
        landmarks: [count("body > header"), count("body > main"), count("body > footer"), count("body > footer nav[aria-label]")],
        headings: count("h1"),
        skippedLevels: levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
        images: count("img:not([alt])"),
        times: count("time:not([datetime])"),
        unnamed: unnamed.map((element) => element.outerHTML),
        twins: ids.filter((id, index) => ids.indexOf(id) !== index),
        language: document.documentElement.lang,
      };
    });
    expect(found).toEqual({
      landmarks: [1, 1, 1, 1],
      headings: 1,
      skippedLevels: [],
      images: 0,
      times: 0,
      unnamed: [],
      twins: [],
      language: /^\/(ar|sw)\//.exec(path)?.[1] ?? "en",
    });
  });

  it.each(paths)("of %s passes every rule of axe", async (path) => {
    for (const [width, colorScheme] of [
      [320, "light"],
      [1440, "dark"],
    ] as const) {
      await visit(path, { width, colorScheme });
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
        const rules = { "target-size": { enabled: true } };
        const found = await axe.run(document, { rules, resultTypes: ["violations"] });
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`);
      });
      expect([width, violations]).toEqual([width, []]);
    }
  });

  it("links each heading to itself, under its own name", async () => {
    await visit("/entry");
    const heading = page.getByRole("heading", { name: "What the night looks like from up there", exact: true });
    await heading.getByRole("link", { name: "What the night looks like from up there", exact: true }).click();
    expect(new URL(page.url()).hash).toBe("#night");
  });

  it("keeps the list role if bullets are hidden", async () => {
    await visit("/");
    const snapshot = await page.locator("main").ariaSnapshot();
    expect(snapshot).toContain("- list:");
    expect(snapshot).toContain("textbox");
  });
});

describe("network", () => {
  it.each(paths)("of %s loads only the page and its pictures, and violates no policy", async (path) => {
    const complaints: string[] = [];
    const requests: string[] = [];
    const fresh = await browser.newPage();
    fresh.on("console", (message) => complaints.push(message.text()));
    fresh.on("pageerror", (error) => complaints.push(error.message));
    fresh.on("request", (request) => requests.push(request.url().replace(preview.url, "")));
    await fresh.goto(preview.url + path, { waitUntil: "networkidle" });
    // The style sheet applies, so the policy allows its digest.
    expect(await fresh.evaluate(() => getComputedStyle(document.body).display)).toBe("grid");
    await fresh.close();
    expect(complaints).toEqual([]);
    expect(requests.filter((request) => !/\/[\w]+\.svg/.test(request))).toEqual([path]);
  });
});
