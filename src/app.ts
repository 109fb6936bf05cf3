import type { Context } from "hono";
import { HonoBase } from "hono/hono-base";
import { encodePath, singleSlashes } from "./base/canonical-url.ts";
import { gone, type HttpError, internalError, methodNotAllowed, notFound, unavailable } from "./http/errors.ts";
import { ExactRouter } from "./http/exact-router.ts";
import { cacheControl } from "./http/freshness.ts";
import { healthOf, type Version } from "./http/health.ts";
import { respondWithRecording } from "./http/recording-response.ts";
import type { Resource } from "./http/resource.ts";
import { createResponder } from "./http/respond.ts";
import { createHeadersFor, preflightHeaders } from "./http/security-headers.ts";
import type { LiveDates, Redirects } from "./model/compiled-content.ts";
import { hasExpired, isPublic } from "./model/entry.ts";
import { newestSitePage } from "./model/feed-page.ts";
import { type Format, formats } from "./model/format.ts";
import { findRecording, type Recordings } from "./model/recording.ts";
import type { PartialSnapshot, Snapshot } from "./model/snapshot.ts";
import { errorPage } from "./pages/error-page.tsx";
import { pagePolicy } from "./pages/page-policy.ts";
import { feedResource } from "./resources/feed-resource.ts";
import {
  entryResource,
  feedsResource,
  opmlResource,
  pageResource,
  robotsResource,
  sitemapFileResource,
  sitemapResource,
} from "./resources/page-resources.ts";
import type { Sources } from "./resources/sources.ts";
import { createRouteMatcher } from "./routing/match-route.ts";
import { withQuery } from "./routing/with-query.ts";
import { createWordpressMatcher, isWordpressQuery } from "./routing/wordpress-query.ts";
import type { ReadRecording } from "./store/recording-reader.ts";
import { completeSnapshot, StoreError, withStoreError, withStoreErrors } from "./store/store-error.ts";
import type { RenderedDocuments } from "./store/stored-content.ts";

/** The dependencies of an app. The app itself reads no clock, environment or network. */
export interface AppDependencies extends Sources {
  readonly redirects: Redirects;
  readonly recordings?: Recordings | undefined;
  readonly readRecording: ReadRecording;
  readonly version: Version;
  readonly liveDates?: LiveDates | undefined;
  /** Documents that the build has rendered. */
  readonly documents?: RenderedDocuments | undefined;
  /** The time, in milliseconds since 1970. */
  readonly clock: () => number;
  /** Receives one record for each failure. */
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
}

const sitemapFile = /^\/sitemap\/([1-9][0-9]*)\.xml$/;

/** Creates the site: the routes, and the response to every method. */
export function createApp(dependencies: AppDependencies): HonoBase {
  const { clock, documents = {}, liveDates, log, recordings, redirects, site, version } = dependencies;
  const store = withStoreErrors(dependencies.store);
  const readRecording: ReadRecording = (path, part) => withStoreError(`Cannot load ${path}`, () => dependencies.readRecording(path, part));
  const sources: Sources = { ...dependencies, store };
  const headersFor = createHeadersFor(pagePolicy);
  const respond = createResponder({
    deployment: { uploaded: version.uploaded, liveDates },
    maxAge: site.maxAge,
    compresses: site.gzip,
    headersFor,
    documents,
  });
  const matchRoute = createRouteMatcher(site, redirects);
  const matchWordpressQuery = createWordpressMatcher(matchRoute);
  const errorPages = new Map<HttpError, string>(); // five pages, the same for all requests
  const app = new HonoBase({ router: new ExactRouter() });

  for (const format of formats) app.get(format.path, (context) => respondTo(context, (snapshot) => ownFeed(snapshot, format)));
  app.get("/feeds/", (context) => respondTo(context, complete(feedsResource)));
  app.get("/opml.xml", (context) => respondTo(context, complete(opmlResource)));
  app.get("/sitemap.xml", (context) => respondTo(context, complete(sitemapResource)));
  app.get("/robots.txt", (context) => respondTo(context, () => robotsResource(sources)));
  app.get("/health", async () => {
    const snapshot = await completeSnapshot(await store.snapshot(clock()));
    const headers = { "content-type": "application/json", "cache-control": "no-store" };
    return reply(200, headers, JSON.stringify(healthOf(version, snapshot)));
  });
  // The site's own icon is a static asset, so such a request does not reach this route.
  app.get("/favicon.ico", () => reply(302, { location: site.favicon, "cache-control": `public, max-age=${site.maxAge}` }));
  app.get("*", async (context) => {
    const { raw, url } = context.req;
    const found = recordings === undefined ? undefined : publicRecording(raw, recordings);
    const other = found ?? (url.includes("?") ? await wordpressResponse(new URL(url)) : undefined);
    return other ?? respondTo(context, async (snapshot) => resourceAt(new URL(url), await completeSnapshot(snapshot)));
  });
  app.options("*", () => reply(204, { ...preflightHeaders, allow: "GET, HEAD, OPTIONS", "cache-control": "no-store" }));
  app.notFound(() => fail(methodNotAllowed)); // every path responds to GET
  app.onError((error, { req }) => {
    const { message, stack, cause } = error;
    log({ level: "error", request: req.header("cf-ray"), method: req.method, path: req.path, message, cause: String(cause), stack });
    return fail(error instanceof StoreError ? unavailable : internalError);
  });
  return app;

  async function respondTo(
    { req }: Context,
    find: (snapshot: PartialSnapshot) => Resource | Response | Promise<Resource | Response>,
  ): Promise<Response> {
    const now = clock();
    const snapshot = await store.snapshot(now);
    return respond({ request: req.raw, path: req.path, snapshot, now }, () => find(snapshot));
  }

  function publicRecording(request: Request, known: Recordings): Promise<Response> | undefined {
    const now = clock();
    const recording = findRecording(known, new URL(request.url).pathname);
    if (recording === undefined || !isPublic(recording, now)) return undefined;
    return respondWithRecording({ request, recording, maxAge: site.maxAge, now }, headersFor, readRecording);
  }

  async function wordpressResponse(url: URL): Promise<Response | undefined> {
    if (!isWordpressQuery(url)) return undefined;
    const now = clock();
    const snapshot = await completeSnapshot(await store.snapshot(now));
    const match = matchWordpressQuery(url, snapshot);
    if (match === undefined) return undefined;
    const response = match.kind === "gone" ? fail(gone) : reply(301, { location: match.url });
    response.headers.set("cache-control", cacheControl(site.maxAge, now, snapshot.until));
    return response;
  }

  // Most polls request these feeds, which need no older entries.
  function ownFeed(snapshot: PartialSnapshot, format: Format): Resource {
    return feedResource(sources, newestSitePage(snapshot, site.limit), format);
  }

  function complete(create: (sources: Sources, snapshot: Snapshot) => Resource) {
    return async (snapshot: PartialSnapshot) => create(sources, await completeSnapshot(snapshot));
  }

  function resourceAt({ pathname: path, search }: URL, snapshot: Snapshot): Resource | Response {
    const recording = recordings && findRecording(recordings, singleSlashes(path));
    if (recording !== undefined && hasExpired(recording, snapshot.since)) return fail(gone);
    if (recording !== undefined && isPublic(recording, snapshot.since))
      return reply(301, { location: withQuery(site.url + encodePath(recording.path), search) });
    const [, file] = sitemapFile.exec(path) ?? [];
    if (file !== undefined) return sitemapFileResource(sources, snapshot, Number(file)) ?? fail(notFound);
    const match = matchRoute(path, snapshot);
    switch (match?.kind) {
      case "feed":
        return feedResource(sources, match.page, match.format);
      case "page":
        return pageResource(sources, match.page, snapshot);
      case "entry":
        return entryResource(sources, match.entry, snapshot);
      case "moved":
        return reply(301, { location: withQuery(match.url, search) });
      case "gone":
        return fail(gone);
      case undefined:
        return fail(notFound);
    }
  }

  function fail(error: HttpError): Response {
    const page = errorPages.get(error) ?? errorPage(site, error);
    errorPages.set(error, page);
    return reply(error.status, { ...error.headers, "content-type": "text/html; charset=utf-8" }, page);
  }

  function reply(status: number, headers: Readonly<Record<string, string>>, body: string | null = null): Response {
    return new Response(body, { status, headers: headersFor(headers) });
  }
}
