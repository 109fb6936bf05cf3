import { type Context, Hono } from "hono";
import { pathKey } from "./content/urls.ts";
import { formats } from "./feed/formats.ts";
import { newest } from "./feed/selection.ts";
import { type HttpError, internalError, methodNotAllowed, notFound, unavailable } from "./http/errors.ts";
import { cacheControl } from "./http/freshness.ts";
import type { Resource } from "./http/resource.ts";
import { createResponder } from "./http/respond.ts";
import { commonHeaders, contentSecurityPolicy, preflightHeaders } from "./http/security-headers.ts";
import { errorPage } from "./preview/error-page.tsx";
import { entryResource, feedResource, homeResource, type Sources } from "./resources.ts";
import type { Edition } from "./store/edition.ts";
import { StoreError, withStoreErrors } from "./store/store-error.ts";

/** What an app depends on. It reads no clock, no environment and no network of its own. */
export interface AppDependencies extends Sources {
  /** When this version of the Worker was uploaded, in milliseconds since 1970. */
  readonly deployed: number;
  /** SHA-256 of the pages' style sheet, in base64. */
  readonly styleHash: string;
  /** The time, in milliseconds since 1970. */
  readonly clock: () => number;
  /** Takes one record for each failure. */
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
}

/** The site: what every address answers to every method. */
export function createApp(dependencies: AppDependencies): Hono {
  const { clock, deployed, log, site, styleHash } = dependencies;
  const sources: Sources = { ...dependencies, store: withStoreErrors(dependencies.store) };
  const respond = createResponder({ deployed, maxAge: site.maxAge });
  const everything = newest(site);
  const policy = contentSecurityPolicy(styleHash);
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(commonHeaders)) context.res.headers.set(name, value);
    if (context.res.headers.get("content-type")?.startsWith("text/html")) {
      context.res.headers.set("content-security-policy", policy);
    }
  });

  for (const format of formats) {
    app.get(format.path, (context) => show(context, (edition) => feedResource(sources, format, everything, edition)));
  }
  app.get("/", (context) => show(context, (edition) => homeResource(sources, everything, edition)));
  // Our own icon is a static asset and never comes here.
  app.get("/favicon.ico", ({ body }) => body(null, 302, { location: site.favicon, "cache-control": `public, max-age=${site.maxAge}` }));
  app.get("*", (context) => show(context, (edition) => entryAt(new URL(context.req.url).pathname, edition)));
  app.options("*", ({ body }) => body(null, 204, { ...preflightHeaders, allow: "GET, HEAD, OPTIONS", "cache-control": "no-store" }));
  app.all("*", () => fail(methodNotAllowed));
  app.onError((error, { req }) => {
    const { message, stack, cause } = error;
    log({ level: "error", request: req.header("cf-ray"), method: req.method, path: req.path, message, cause: String(cause), stack });
    return fail(error instanceof StoreError ? unavailable : internalError);
  });
  return app;

  async function show(context: Context, find: (edition: Edition) => Resource | Response | undefined): Promise<Response> {
    const now = clock();
    const edition = await sources.store.edition(now);
    const found = find(edition);
    if (found !== undefined && !(found instanceof Response)) {
      return respond(context.req.raw.headers, found, edition, now);
    }
    const answer = found ?? fail(notFound); // either may change with the next publication
    answer.headers.set("cache-control", cacheControl(site.maxAge, now, edition.until));
    return answer;
  }

  function entryAt(path: string, edition: Edition): Resource | Response | undefined {
    const key = pathKey(path);
    if (key === undefined) return undefined;
    const other = key.endsWith("/") ? key.slice(0, -1) : `${key}/`;
    const entry = edition.byPath.get(key) ?? edition.byPath.get(other) ?? edition.unpublished.find((one) => pathKey(one.path) === key);
    if (entry === undefined) return undefined;
    if (pathKey(entry.path) !== key) return new Response(null, { status: 301, headers: { location: entry.url } });
    return entryResource(sources, entry, edition);
  }

  function fail(error: HttpError): Response {
    const headers = { ...error.headers, "content-type": "text/html; charset=utf-8" };
    return new Response(errorPage(site, error), { status: error.status, headers });
  }
}
