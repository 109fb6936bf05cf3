import { type Context, Hono } from "hono";
import { createFindDestination, type Destination } from "./addresses/destination.ts";
import type { Moves } from "./addresses/moves.ts";
import { healthOf, type Version } from "./health.ts";
import { gone, type HttpError, internalError, methodNotAllowed, notFound, unavailable } from "./http/errors.ts";
import { cacheControl } from "./http/freshness.ts";
import type { Resource } from "./http/resource.ts";
import { createResponder } from "./http/respond.ts";
import { commonHeaders, contentSecurityPolicy, preflightHeaders } from "./http/security-headers.ts";
import { errorPage } from "./preview/error-page.tsx";
import {
  entryResource,
  feedResource,
  feedsResource,
  opmlResource,
  pageResource,
  robotsResource,
  type Sources,
  sitemapFileResource,
  sitemapResource,
} from "./resources.ts";
import type { Edition } from "./store/edition.ts";
import { StoreError, withStoreErrors } from "./store/store-error.ts";

/** What an app depends on. It reads no clock, no environment and no network of its own. */
export interface AppDependencies extends Sources {
  readonly moves: Moves;
  readonly version: Version;
  /** SHA-256 of the pages' style sheet, in base64. */
  readonly styleHash: string;
  /** The time, in milliseconds since 1970. */
  readonly clock: () => number;
  /** Takes one record for each failure. */
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
}

/** The site: what every address answers to every method. */
export function createApp(dependencies: AppDependencies): Hono {
  const { clock, log, moves, site, styleHash, version } = dependencies;
  const sources: Sources = { ...dependencies, store: withStoreErrors(dependencies.store) };
  const respond = createResponder({ deployed: version.uploaded, maxAge: site.maxAge, compresses: site.gzip });
  const findDestination = createFindDestination(site, moves);
  const policy = contentSecurityPolicy(styleHash);
  const errorPages = new Map<HttpError, string>(); // there are five, and the same to everybody
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(commonHeaders)) context.res.headers.set(name, value);
    if (context.res.headers.get("content-type")?.startsWith("text/html")) {
      context.res.headers.set("content-security-policy", policy);
    }
  });

  app.get("/feeds/", (context) => show(context, (edition) => feedsResource(sources, edition)));
  app.get("/opml.xml", (context) => show(context, (edition) => opmlResource(sources, edition)));
  app.get("/sitemap.xml", (context) => show(context, (edition) => sitemapResource(sources, edition)));
  app.get("/sitemap/:file{[1-9][0-9]*\\.xml}", (context) =>
    show(context, (edition) => sitemapFileResource(sources, edition, Number.parseInt(context.req.param("file"), 10))),
  );
  app.get("/robots.txt", (context) => show(context, () => robotsResource(sources)));
  app.get("/health", async ({ json }) =>
    json(healthOf(version, await sources.store.edition(clock())), 200, { "cache-control": "no-store" }),
  );
  // Our own icon is a static asset and never comes here.
  app.get("/favicon.ico", ({ body }) => body(null, 302, { location: site.favicon, "cache-control": `public, max-age=${site.maxAge}` }));
  app.get("*", (context) =>
    show(context, (edition) => {
      const destination = findDestination(new URL(context.req.url).pathname, edition);
      return destination && answerOf(destination, edition);
    }),
  );
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
      return respond(context.req.raw, found, edition, now);
    }
    const answer = found ?? fail(notFound); // either may change with the next publication
    answer.headers.set("cache-control", cacheControl(site.maxAge, now, edition.until));
    return answer;
  }

  function answerOf(destination: Destination, edition: Edition): Resource | Response {
    switch (destination.kind) {
      case "feed":
        return feedResource(sources, destination.page, destination.format);
      case "page":
        return pageResource(sources, destination.page, edition);
      case "entry":
        return entryResource(sources, destination.entry, edition);
      case "moved":
        return new Response(null, { status: 301, headers: { location: destination.url } });
      case "removed":
        return fail(gone);
    }
  }

  function fail(error: HttpError): Response {
    const page = errorPages.get(error) ?? errorPage(site, error);
    errorPages.set(error, page);
    return new Response(page, { status: error.status, headers: { ...error.headers, "content-type": "text/html; charset=utf-8" } });
  }
}
