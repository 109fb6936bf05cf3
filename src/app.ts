import type { Context } from "hono";
import { HonoBase } from "hono/hono-base";
import { createMemo } from "./base/lru-cache.ts";
import { gone, type HttpError, internalError, methodNotAllowed, notFound, unavailable } from "./http/errors.ts";
import { ExactRouter } from "./http/exact-router.ts";
import { cacheControl } from "./http/freshness.ts";
import { healthOf, type Version } from "./http/health.ts";
import type { Resource } from "./http/resource.ts";
import { createResponder } from "./http/respond.ts";
import { createHeadersFor, preflightHeaders } from "./http/security-headers.ts";
import type { Moves } from "./model/compiled-content.ts";
import { frontPage } from "./model/feed-page.ts";
import { formats } from "./model/format.ts";
import type { Edition, FrontEdition } from "./model/snapshot.ts";
import { errorPage } from "./preview/error-page.tsx";
import { pagePolicy } from "./preview/page-policy.ts";
import { feedResource, type Sources } from "./resources/feed-resource.ts";
import {
  entryResource,
  feedsResource,
  opmlResource,
  pageResource,
  robotsResource,
  sitemapFileResource,
  sitemapResource,
} from "./resources/page-resources.ts";
import { createFindDestination, type Destination } from "./routing/match-route.ts";
import { perEdition } from "./store/per-snapshot.ts";
import { StoreError, withStoreErrors } from "./store/store-error.ts";
import type { RenderedDocuments } from "./store/stored-content.ts";

/** What an app depends on. It reads no clock, no environment and no network of its own. */
export interface AppDependencies extends Sources {
  readonly moves: Moves;
  readonly version: Version;
  /** What the build has rendered. */
  readonly documents?: RenderedDocuments | undefined;
  /** The time, in milliseconds since 1970. */
  readonly clock: () => number;
  /** Takes one record for each failure. */
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
}

type Found = Resource | Response | undefined;

// What a poll's address leads to is not looked up again. Whoever makes up addresses by the million fills no memory.
const memoCharacters = 1_000_000;
const sizeOfResource = (_: Resource, address: string) => address.length + 500;

const sitemapFile = /^\/sitemap\/([1-9][0-9]*)\.xml$/;

/** The site: what every address answers to every method. */
export function createApp(dependencies: AppDependencies): HonoBase {
  const { clock, documents = {}, log, moves, site, version } = dependencies;
  const sources: Sources = { ...dependencies, store: withStoreErrors(dependencies.store) };
  const headersFor = createHeadersFor(pagePolicy);
  const respond = createResponder({ deployed: version.uploaded, maxAge: site.maxAge, compresses: site.gzip, headersFor, documents });
  const findDestination = createFindDestination(site, moves);
  const resourcesOf = perEdition(() => createMemo(memoCharacters, sizeOfResource));
  const errorPages = new Map<HttpError, string>(); // there are five, and the same to everybody
  const app = new HonoBase({ router: new ExactRouter() });

  for (const format of formats) {
    const find = (edition: FrontEdition) => feedResource(sources, frontPage(edition, site.limit), format);
    app.get(format.path, (context) => show(context, sources.store.frontEdition, find)); // what most polls are for
  }
  app.get("/feeds/", (context) => showWhole(context, (edition) => feedsResource(sources, edition)));
  app.get("/opml.xml", (context) => showWhole(context, (edition) => opmlResource(sources, edition)));
  app.get("/sitemap.xml", (context) => showWhole(context, (edition) => sitemapResource(sources, edition)));
  app.get("/robots.txt", (context) => show(context, sources.store.frontEdition, () => robotsResource(sources)));
  app.get("/health", async () => {
    const health = healthOf(version, await sources.store.edition(clock()));
    return reply(200, { "content-type": "application/json", "cache-control": "no-store" }, JSON.stringify(health));
  });
  // Our own icon is a static asset and never comes here.
  app.get("/favicon.ico", () => reply(302, { location: site.favicon, "cache-control": `public, max-age=${site.maxAge}` }));
  app.get("*", (context) => showWhole(context, (edition) => answerAt(new URL(context.req.url).pathname, edition)));
  app.options("*", () => reply(204, { ...preflightHeaders, allow: "GET, HEAD, OPTIONS", "cache-control": "no-store" }));
  app.notFound(() => fail(methodNotAllowed)); // every path has an answer to GET
  app.onError((error, { req }) => {
    const { message, stack, cause } = error;
    log({ level: "error", request: req.header("cf-ray"), method: req.method, path: req.path, message, cause: String(cause), stack });
    return fail(error instanceof StoreError ? unavailable : internalError);
  });
  return app;

  function showWhole(context: Context, find: (edition: Edition) => Found): Promise<Response> {
    return show(context, sources.store.edition, find);
  }

  async function show<Current extends FrontEdition>(
    { req }: Context,
    editionAt: (now: number) => Promise<Current>,
    find: (edition: Current) => Found,
  ): Promise<Response> {
    const now = clock();
    const edition = await editionAt(now);
    const found = findOnce(req.url, edition, find);
    if (isResource(found)) return respond(req.raw, found, edition, now);
    const answer = found ?? fail(notFound); // either may change with the next publication
    answer.headers.set("cache-control", cacheControl(site.maxAge, now, edition.until));
    return answer;
  }

  function findOnce<Current extends FrontEdition>(address: string, edition: Current, find: (edition: Current) => Found): Found {
    const known = resourcesOf(edition);
    const resource = known.get(address);
    if (resource !== undefined) return resource;
    const found = find(edition);
    if (isResource(found)) known.set(address, found);
    return found;
  }

  function answerAt(path: string, edition: Edition): Found {
    const [, file] = sitemapFile.exec(path) ?? [];
    if (file !== undefined) return sitemapFileResource(sources, edition, Number(file));
    const destination = findDestination(path, edition);
    return destination && answerOf(destination, edition);
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
        return reply(301, { location: destination.url });
      case "removed":
        return fail(gone);
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

function isResource(found: Found): found is Resource {
  return found !== undefined && !(found instanceof Response);
}
