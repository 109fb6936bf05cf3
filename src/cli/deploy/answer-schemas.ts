import * as z from "zod";
import { jsonText } from "../wrangler/json-text.ts";

const apiError = z.object({ code: z.number().optional(), message: z.string().optional() });

/** The body of a response of Cloudflare's API. */
export const envelopeAnswer = jsonText.pipe(
  z.object({ success: z.boolean().optional(), result: z.unknown().optional(), errors: z.array(apiError.catch({})).catch([]) }),
);

/** The accounts of the credentials. */
export const accountsAnswer = z.array(z.object({ id: z.string().min(1), name: z.string() }));

const dnsLabel = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** The workers.dev subdomain of an account, which is undefined if the answer contains none that a host can have. */
export const subdomainAnswer = z.object({ subdomain: z.string().toLowerCase().regex(dnsLabel).optional().catch(undefined) });

/** Custom domains, and the Workers that have them. */
export const domainsAnswer = z.array(z.object({ hostname: z.string(), service: z.string() }));

/** Zones, the accounts that have them, and their states, such as `active` and `pending`. */
export const zonesAnswer = z.array(
  z.object({
    account: z.object({ id: z.string() }).optional().catch(undefined),
    status: z.string().optional().catch(undefined),
  }),
);

/** The switch of the address that a Worker has below workers.dev. */
export const workersDevAnswer = z.object({ enabled: z.boolean() });

const versionShare = z.object({ version_id: z.string().min(1), percentage: z.number() });

/** A deployment, with the share of the traffic of each version. A deployment without a version must not look like an unused name. */
export const deploymentAnswer = z.object({ versions: z.tuple([versionShare], versionShare) });
export type Deployment = z.infer<typeof deploymentAnswer>;

/** The deployments of a Worker, the newest first. */
export const deploymentsAnswer = z.object({ deployments: z.array(deploymentAnswer) });

const binding = z.object({ name: z.string(), type: z.string(), json: z.unknown().optional() });

/** A binding of a Worker, such as a variable. */
export type Binding = z.infer<typeof binding>;

/** A version of a Worker. */
export const versionAnswer = z.object({ resources: z.object({ bindings: z.array(binding) }) });

/** The credentials that wrangler has. */
export const loginAnswer = jsonText.pipe(
  z.discriminatedUnion("type", [
    z.object({ type: z.enum(["api_token", "oauth"]), token: z.string().min(1) }),
    z.object({ type: z.literal("api_key"), key: z.string().min(1), email: z.string().min(1) }),
  ]),
);
