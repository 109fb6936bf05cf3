import type { Page } from "./page.ts";

/** Parses the time at which a video starts, in seconds: 90, 90s, 1m30s. Returns 0 for anything else. */
export function secondsOf(text: string | null | undefined): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9})s?)?$/.exec(text ?? "") ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Creates a rule that keeps the start time of a video, which the page and the player give in the same parameter. */
export function withStart(page: Page, parameter: "start" | "t"): Page {
  return (url) => {
    const found = page(url);
    const seconds = secondsOf(url.searchParams.get(parameter));
    return found === undefined || seconds === 0 ? found : `${found}${found.includes("?") ? "&" : "?"}${parameter}=${seconds}`;
  };
}
