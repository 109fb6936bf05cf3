import { Hono } from "hono";
import { etag } from "hono/etag";

/** How a library makes a feed of a format: the media type and the document. */
export interface Renderer {
  readonly contentType: string;
  readonly render: () => string | Promise<string>;
}

const headers = { "cache-control": "public, max-age=3600" };

/**
 * The usual way to serve a feed from a Worker: it is rendered for each request, and Hono's own middleware hashes it and
 * compares. Whatever library renders, the rest is the same.
 */
export function renderingWorker(renderers: Readonly<Record<string, Renderer>>): Hono {
  const app = new Hono();
  app.use(etag());
  for (const [path, { contentType, render }] of Object.entries(renderers)) {
    app.get(path, async ({ body }) => body(await render(), 200, { ...headers, "content-type": contentType }));
  }
  return app;
}
