import type { Browser, Page } from "playwright-core";

const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=", "base64");

/** A page of a browser that records forbidden events. */
export interface WatchedPage {
  readonly page: Page;
  /** Returns the events since the last call. */
  happened(): Promise<string[]>;
}

/** Opens a page that requests only the origin, and records scripts, dialogs, navigations, requests and policy violations. */
export async function openWatchedPage(browser: Browser, origin: string): Promise<WatchedPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const happened: string[] = [];
  await page.exposeFunction("tellOf", (what: string) => happened.push(what));
  await page.addInitScript(() => {
    const tell = (globalThis as unknown as { tellOf: (what: string) => void }).tellOf;
    Object.defineProperty(globalThis, "attack", { value: () => tell("a script has run"), writable: false });
    document.addEventListener("securitypolicyviolation", ({ blockedURI, violatedDirective }) =>
      tell(`the policy was violated: ${violatedDirective} ${blockedURI}`),
    );
  });
  page.on("dialog", (dialog) => {
    happened.push("a dialog");
    void dialog.dismiss();
  });
  page.on("popup", () => happened.push("a window"));
  page.on("pageerror", ({ message }) => happened.push(`an error: ${message}`));
  page.on("console", (message) => happened.push(`the console: ${message.text()}`));
  page.on("download", () => happened.push("a download"));
  page.on("frameattached", () => happened.push("a frame"));
  page.on("framenavigated", (frame) => {
    if (!frame.url().startsWith(`${origin}/`)) happened.push(`a navigation to ${frame.url()}`);
  });
  await context.route("**/*", async (route) => {
    const request = route.request();
    const type = request.resourceType();
    if (type === "image") return route.fulfill({ contentType: "image/png", body: picture });
    if (type === "media") return route.fulfill({ body: "" }); // the policy and readers allow recordings
    if (request.url().startsWith(`${origin}/`)) return route.continue();
    happened.push(`a request for ${type} ${request.url()}`);
    return route.fulfill({ body: "" });
  });
  return {
    page,
    async happened() {
      await page.waitForTimeout(50); // work that is deferred to the next frame
      return happened.splice(0);
    },
  };
}
