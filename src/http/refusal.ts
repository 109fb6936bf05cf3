import { canonicalJson } from "../settings/canonical-json.ts";
import type { StoredContent } from "../store/stored-content.ts";
import { developmentOrigin } from "./development.ts";

/** The reason why a Worker serves nothing, for its owner, and the status for everybody else. */
export interface Refusal {
  readonly status: 500 | 503;
  readonly reason: string;
}

const again = "run npm run deploy, which builds it again";

/**
 * Compares what a Worker was built with and how it is deployed. Content of a development build, with drafts or without the address of
 * the site, must never be served as the site, nor feeds with another site's addresses: wrangler does not tell a build which
 * environment it is for.
 * @param settings `[vars.SITE]` as it is deployed
 * @returns undefined where the content is that of the deployed site
 */
export function refusalOf({ development, settings: built, site }: BuiltContent, settings: unknown): Refusal | undefined {
  if (development) return { status: 503, reason: `it was built for npm start; ${again}` };
  if (site.url === developmentOrigin) return { status: 503, reason: `it was built without SITE.url; set it, and ${again}` };
  if (canonicalJson(settings) !== built)
    return {
      status: 500,
      reason: "the articles were compiled for other [vars.SITE] than the deployed ones; see docs/deploying.md, staging",
    };
  return undefined;
}

type BuiltContent = Pick<StoredContent, "development" | "settings" | "site">;

/** The response of a Worker that serves nothing. No cache keeps it, and clients of a 503 come again. */
export function refuse({ status }: Refusal): Response {
  const headers = { "cache-control": "no-store", "content-type": "text/plain", ...(status === 503 && { "retry-after": "300" }) };
  return new Response("This site is not set up yet.\n", { status, headers });
}
