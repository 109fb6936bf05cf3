import type { Words } from "../../../settings/words.ts";
import type { Page } from "./page.ts";

/** A service whose content other pages embed. */
export interface Service {
  /** Matches the host without `www.`. */
  readonly host: RegExp;
  /** Matches the path, where a host has several services. */
  readonly path?: RegExp;
  readonly label: `${keyof Words["embeds"]} on ${string}`;
  /** Returns the page, or undefined if it has the address of the embedded content, or none. */
  readonly page: Page;
}

/** The rule of a service that embeds the page itself. */
export const unchanged: Page = () => undefined;
