import { canonicalJson } from "../settings/canonical-json.ts";
import type { StoredContent } from "../store/stored-content.ts";
import { developmentOrigin } from "./development.ts";

/** The reason why a Worker serves nothing, for the log, and the status of its responses. */
export interface Refusal {
  readonly status: 500 | 503;
  readonly reason: string;
}

const again = "run npm run deploy, which builds it again";

/**
 * Compares the settings that a Worker was built with to those of its deployment. Content of a development build contains drafts or
 * lacks the address of the site, and another environment's build has other addresses. Neither may be served. A build cannot check
 * this itself, since wrangler does not pass it the environment.
 * @param settings `[vars.SITE]` as deployed
 * @returns undefined if the content matches the deployment
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

/** Creates the response of a Worker that serves nothing. Caches do not store it, and a 503 makes clients retry. */
export function refuse({ status }: Refusal): Response {
  const headers = { "cache-control": "no-store", "content-type": "text/plain", ...(status === 503 && { "retry-after": "300" }) };
  return new Response("This site is not set up yet.\n", { status, headers });
}
