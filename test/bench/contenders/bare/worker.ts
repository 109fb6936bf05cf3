import documents from "bench-documents";

// The limit: a Worker that has its bytes and headers in memory, and only compares one header.
const encoder = new TextEncoder();
const documentsByPath = new Map(
  documents.map(({ body, etag, notModified, ok, path }) => [
    path,
    { etag, bytes: encoder.encode(body), ok: { headers: ok }, notModified: { status: 304, headers: notModified } },
  ]),
);

export default {
  fetch(request: Request): Response {
    const { url } = request;
    const document = documentsByPath.get(url.slice(url.indexOf("/", 8)));
    if (document === undefined) return new Response(null, { status: 404 });
    if (request.headers.get("if-none-match") === document.etag) return new Response(null, document.notModified);
    return new Response(document.bytes, document.ok);
  },
};
