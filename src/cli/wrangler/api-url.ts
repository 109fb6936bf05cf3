import { DeploymentError } from "./deployment-error.ts";

const defaultApiUrl = "https://api.cloudflare.com/client/v4";

/** Returns the address of the API that wrangler uses, too. @throws DeploymentError if the one in the environment is not a URL */
export function apiUrlOf({ CLOUDFLARE_API_BASE_URL: own }: Environment): string {
  if (!own || /^https?:$/.test(URL.parse(own)?.protocol ?? "")) return own || defaultApiUrl;
  throw new DeploymentError(
    `Cannot use CLOUDFLARE_API_BASE_URL ${JSON.stringify(own)}: it is not a URL; unset it, or write one such as ${defaultApiUrl}`,
  );
}

/** Returns the host of the API, for messages. */
export function apiHostOf({ CLOUDFLARE_API_BASE_URL: own }: Environment): string {
  return new URL((own && URL.parse(own)) || defaultApiUrl).host;
}

type Environment = Readonly<Record<string, string | undefined>>;
