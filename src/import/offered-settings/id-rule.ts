import { withoutWww } from "../../base/short-address.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { OldSettings } from "../site-rules/old-site.ts";

/** The settings that ids are made with. */
export type IdRule = Pick<Site, "idBase" | "ids">;

/**
 * Returns the rule that an old site made its ids with; undefined if the settings have the same one, or if its URL is unknown.
 * @param written a `[vars.SITE]` table
 */
export function ownIdRule({ ids = "addresses", url }: OldSettings, written: Readonly<Record<string, unknown>>): IdRule | undefined {
  if (url === undefined) return undefined;
  const base = String(written["idBase"] || written["url"] || "").replace(/\/$/, "");
  // The owner may have written the base that the old feed really had: with www, or with http.
  const idBase = hostOf(base) === hostOf(url) ? base : url;
  return idBase === base && ids === (written["ids"] ?? "addresses") ? undefined : { idBase, ids };
}

function hostOf(url: string): string {
  return withoutWww(URL.parse(url)?.host ?? "");
}
