import { Hono } from "hono";
import { etag } from "hono/etag";

/** The media type of a format, and the function that renders it with a library. */
export interface Renderer {
  readonly contentType: string;
  readonly render: () => string | Promise<string>;
}

const headers = { "cache-control": "public, max-age=3600" };

/**
 * Serves a feed from a Worker in the usual way: renders it for each request, and lets Hono's ETag middleware hash and compare it. Only
 * the library differs.
 */
export function renderingWorker(renderers: Readonly<Record<string, Renderer>>): Hono {
  const app = new Hono();
  app.use(etag());
  for (const [path, { contentType, render }] of Object.entries(renderers)) {
    app.get(path, async ({ body }) => body(await render(), 200, { ...headers, "content-type": contentType }));
  }
  return app;
}
