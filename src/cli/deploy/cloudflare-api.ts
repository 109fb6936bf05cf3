import type * as z from "zod";
import { networkFailure } from "../../network/network-failure.ts";
import { retry, retryAfterOf } from "../../network/retry.ts";
import { envelopeAnswer } from "./answer-schemas.ts";

/** Credentials of an account, as wrangler has them. */
export type Credentials = { readonly token: string } | { readonly email: string; readonly key: string };

/** The network and the time of a client. */
export interface CloudflareApiOptions {
  readonly credentials: Credentials;
  /** Such as `https://api.cloudflare.com/client/v4`. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** Resolves after the milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds after which a request is cancelled. */
  readonly timeout?: number;
}

/** A client of Cloudflare's API. It only reads. */
export interface CloudflareApi {
  /** Requests a resource, such as `/accounts`. @throws CloudflareError, also if the result has another shape */
  get<Result>(path: string, schema: z.ZodType<Result>): Promise<Result>;
}

/** A request that failed. The message is a reason for the user, to follow a colon, such as `Cloudflare answered 403 (10000: Authentication error)`. */
export class CloudflareError extends Error {
  override readonly name = "CloudflareError";
  /** Undefined if there was no response. */
  readonly status: number | undefined;
  /** The codes in the response. */
  readonly codes: readonly number[];
  /** Milliseconds that the response asks to wait before a retry, or 0; undefined if the reason will not pass. */
  readonly delay: number | undefined;

  constructor(message: string, response?: Pick<Response, "headers" | "status">, codes: readonly number[] = []) {
    super(message);
    this.status = response?.status;
    this.codes = codes;
    this.delay = delayOf(response);
  }

  /** True if the credentials are invalid, or do not allow this request. Cloudflare gives the codes of its reasons, and a proxy none. */
  get isRefusal(): boolean {
    return (this.status === 401 || this.status === 403) && this.codes.length > 0;
  }
}

function delayOf(response: Pick<Response, "headers" | "status"> | undefined): number | undefined {
  if (response === undefined) return 0;
  return response.status >= 500 || response.status === 429 ? retryAfterOf(response.headers) : undefined;
}

const attempts = 3;

/** Creates a client. It repeats a request that fails for a reason that may pass. */
export function createCloudflareApi({ timeout = 10_000, ...options }: CloudflareApiOptions): CloudflareApi {
  return {
    async get<Result>(path: string, schema: z.ZodType<Result>) {
      const act = () => request(path, schema, { ...options, timeout }).then((value) => ({ value }), failed);
      const { result } = await retry<{ readonly value: Result } | { readonly error: CloudflareError }>(act, {
        attempts,
        wait: options.wait,
        delayOf: (one) => ("error" in one ? one.error.delay : undefined),
      });
      if ("error" in result) throw result.error;
      return result.value;
    },
  };
}

function failed(error: unknown): { readonly error: CloudflareError } {
  if (!(error instanceof CloudflareError)) throw error;
  return { error };
}

const unreadableAdvice = "check that no proxy replaces it, or run the command again later";

type RequestOptions = CloudflareApiOptions & { readonly timeout: number };

async function request<Result>(path: string, schema: z.ZodType<Result>, options: RequestOptions): Promise<Result> {
  const { baseUrl, credentials, fetch, timeout } = options;
  const { body, response } = await receive();
  const { status } = response;
  const { data: envelope } = envelopeAnswer.safeParse(body); // a proxy may answer with a page
  if (status < 400 && envelope?.success !== false) {
    const { data, success } = schema.safeParse(envelope?.result);
    if (envelope?.success === true && success) return data;
    throw new CloudflareError(`cannot read Cloudflare's answer to GET ${path}; ${unreadableAdvice}`, response);
  }
  if (envelope === undefined && status < 500)
    throw new CloudflareError(`something else than Cloudflare answered ${status} to GET ${path}; ${unreadableAdvice}`, response);
  const errors = envelope?.errors ?? [];
  const details = errors.map(({ code, message }) => [code, message].filter((part) => part !== undefined).join(": "));
  const reason = details.filter((detail) => detail !== "").join("; ");
  const codes = errors.flatMap(({ code }) => (code === undefined ? [] : [code]));
  throw new CloudflareError(`Cloudflare answered ${status}${reason === "" ? "" : ` (${reason})`}`, response, codes);

  async function receive() {
    try {
      const response = await fetch(baseUrl + path, { headers: headersOf(credentials), signal: AbortSignal.timeout(timeout) });
      return { body: await response.text(), response };
    } catch (error) {
      throw new CloudflareError(`cannot reach ${new URL(baseUrl).host}, ${networkFailure(error, timeout).message}`);
    }
  }
}

function headersOf(credentials: Credentials): Record<string, string> {
  if ("token" in credentials) return { authorization: `Bearer ${credentials.token}` };
  return { "x-auth-email": credentials.email, "x-auth-key": credentials.key };
}
