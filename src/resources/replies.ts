import type { HttpError } from "../http/errors.ts";
import type { CreateHeaders } from "../http/security-headers.ts";
import { errorPage } from "../pages/error-page.tsx";
import type { Site } from "../settings/site-settings.ts";

/** The responses of a site that are not documents: redirects and errors. */
export class Replies {
  readonly #site: Site;
  readonly #headersFor: CreateHeaders;
  readonly #errorPages = new Map<HttpError, Uint8Array>(); // five pages, the same for all requests

  constructor(site: Site, headersFor: CreateHeaders) {
    this.#site = site;
    this.#headersFor = headersFor;
  }

  /** Responds with a status, headers and a body, and the headers that all responses have. */
  reply(status: number, headers: Readonly<Record<string, string>>, body: BodyInit | null = null): Response {
    return new Response(body, { status, headers: this.#headersFor(headers) });
  }

  /** Redirects permanently (RFC 9110 §15.4.2). */
  redirect(url: string, headers: Readonly<Record<string, string>> = {}): Response {
    return this.reply(301, { location: url, ...headers });
  }

  /** Responds with the page of an error. */
  fail(error: HttpError, headers: Readonly<Record<string, string>> = {}): Response {
    const page = this.#errorPages.get(error) ?? new TextEncoder().encode(errorPage(this.#site, error));
    this.#errorPages.set(error, page);
    return this.reply(error.status, { ...error.headers, "content-type": "text/html; charset=utf-8", ...headers }, page);
  }
}
