import type { Context } from "hono";
import { HonoBase } from "hono/hono-base";
import { gone, internalError, methodNotAllowed, notFound, unavailable } from "./http/errors.ts";
import { ExactRouter } from "./http/exact-router.ts";
import { cacheControl } from "./http/freshness.ts";
import { healthOf, type Version } from "./http/health.ts";
import { respondWithRecording } from "./http/recording-response.ts";
import type { Resource } from "./http/resource.ts";
import { createResponder } from "./http/respond.ts";
import { createHeadersFor, preflightHeaders } from "./http/security-headers.ts";
import type { LiveDates, Redirects } from "./model/compiled-content.ts";
import { isPublic } from "./model/entry.ts";
import { newestSitePage } from "./model/feed-page.ts";
import { type Format, formats } from "./model/format.ts";
import { findRecording, type Recordings } from "./model/recording.ts";
import type { PartialSnapshot, Snapshot } from "./model/snapshot.ts";
import { pagePolicy } from "./pages/page-policy.ts";
import { feedResource } from "./resources/feed-resource.ts";
import { matchedResource } from "./resources/matched-resource.ts";
import { feedsResource, opmlResource, robotsResource, sitemapResource } from "./resources/page-resources.ts";
import { Replies } from "./resources/replies.ts";
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
  const matchRoute = createRouteMatcher(site, redirects, recordings);
  const matchWordpressQuery = createWordpressMatcher(matchRoute);
  const replies = new Replies(site, headersFor);
  const app = new HonoBase({ router: new ExactRouter() });

  for (const format of formats) app.get(format.path, (context) => respondTo(context, (snapshot) => ownFeed(snapshot, format)));
  app.get("/feeds/", (context) => respondTo(context, complete(feedsResource)));
  app.get("/opml.xml", (context) => respondTo(context, complete(opmlResource)));
  app.get("/sitemap.xml", (context) => respondTo(context, complete(sitemapResource)));
  app.get("/robots.txt", (context) => respondTo(context, () => robotsResource(sources)));
  app.get("/health", async () => {
    const snapshot = await completeSnapshot(await store.snapshot(clock()));
    const headers = { "content-type": "application/json", "cache-control": "no-store" };
    return replies.reply(200, headers, JSON.stringify(healthOf(version, snapshot)));
  });
  // The site's own icon is a static asset, so such a request does not reach this route.
  app.get("/favicon.ico", () => replies.reply(302, { location: site.favicon, "cache-control": `public, max-age=${site.maxAge}` }));
  app.get("*", async (context) => {
    const { raw, url } = context.req;
    const found = recordings === undefined ? undefined : publicRecording(raw, recordings);
    const other = found ?? (url.includes("?") ? await wordpressResponse(new URL(url)) : undefined);
    return other ?? respondTo(context, async (snapshot) => findMatched(new URL(url), await completeSnapshot(snapshot)));
  });
  app.options("*", () => replies.reply(204, { ...preflightHeaders, allow: "GET, HEAD, OPTIONS", "cache-control": "no-store" }));
  app.notFound(() => replies.fail(methodNotAllowed)); // every path responds to GET
  app.onError((error, { req }) => {
    const { message, stack, cause } = error;
    log({ level: "error", request: req.header("cf-ray"), method: req.method, path: req.path, message, cause: String(cause), stack });
    return replies.fail(error instanceof StoreError ? unavailable : internalError);
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
    const headers = { "cache-control": cacheControl(site.maxAge, now, snapshot.until) };
    return match.kind === "gone" ? replies.fail(gone, headers) : replies.redirect(match.url, headers);
  }

  // Most polls request these feeds, which need no older entries.
  function ownFeed(snapshot: PartialSnapshot, format: Format): Resource {
    return feedResource(sources, newestSitePage(snapshot, site.limit), format);
  }

  function complete(create: (sources: Sources, snapshot: Snapshot) => Resource) {
    return async (snapshot: PartialSnapshot) => create(sources, await completeSnapshot(snapshot));
  }

  function findMatched({ pathname, search }: URL, snapshot: Snapshot): Resource | Response {
    const match = matchRoute(pathname, snapshot);
    if (match?.kind === "moved") return replies.redirect(withQuery(match.url, search));
    if (match?.kind === "gone") return replies.fail(gone);
    return (match && matchedResource(sources, match, snapshot)) ?? replies.fail(notFound);
  }
}
