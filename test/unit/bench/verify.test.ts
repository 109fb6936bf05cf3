import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { parseAnswer } from "../../bench/ask.ts";
import type { JsonFeed } from "../../bench/contenders/json-feed.ts";
import { faultOf } from "../../bench/serving/throughput.ts";
import { verifyDocument } from "../../bench/serving/verify.ts";

const url = "https://news.example/articles/one";
const feed = { items: [{ url, content_html: "<p>The words of this article &amp; more of them</p>" }] } as unknown as JsonFeed;
const document = `<rss><item><link>${url}</link><p>The words of this article &amp;amp; more of them</p></item></rss>`;

let server: Server;
afterEach(() => void server?.close());

async function verify(listener: RequestListener) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return verifyDocument((server.address() as AddressInfo).port, "It", "RSS", feed);
}

/** Starts a server whose responses are right, except for the given faults. */
const answering =
  ({ body = document, etag = '"e"' as string | null, always = undefined as number | undefined }): RequestListener =>
  (request, response) => {
    if (etag !== null) response.setHeader("etag", etag);
    const isKnown = request.headers["if-none-match"] === etag;
    response.statusCode = always ?? (isKnown ? 304 : 200);
    response.end(response.statusCode === 304 ? undefined : body);
  };

/** Starts a server that responds to its own ETag with a 200 without a body. */
const forgetful: RequestListener = (request, response) => {
  response.setHeader("etag", '"e"');
  response.end(request.headers["if-none-match"] === '"e"' ? undefined : document);
};

describe("verifyDocument()", () => {
  it("accepts a complete feed with a valid ETag, and returns its sizes", async () => {
    const { etag, wire } = await verify(answering({}));
    expect(etag).toBe('"e"');
    expect(wire.plain).toBe(document.length);
    expect(wire.gzip).toBeGreaterThan(0);
    expect(wire.notModified).toBeGreaterThan(20);
  });

  it.each([
    ["its own ETag", 'its own ETag "e" is answered with 200', { always: 200 }],
    ["everything", "the status is 304", { always: 304 }],
    ["an entry", "it has 0 entries and not 1", { body: "<rss></rss>" }],
    ["the content", "is not whole", { body: `<rss><item><link>${url}</link></item></rss>` }],
    ["an ETag", "it has no ETag", { etag: null }],
  ])("rejects a server that fails for %s", async (_what, message, options) => {
    await expect(verify(answering(options))).rejects.toThrow(message);
  });

  it("rejects a 200 instead of a 304, even without a body", async () => {
    await expect(verify(forgetful)).rejects.toThrow('its own ETag "e" is answered with 200');
  });
});

describe("faultOf()", () => {
  const wire = { plain: 60_000, gzip: 9000, headers: 700, notModified: 650 };
  const load = { answers: 1000, seconds: 1, bytes: 650_000, failures: 0, p50: 1, p99: 2 };

  it("accepts responses with the right length", () => {
    expect(faultOf(load, { wire }, "304")).toBeUndefined();
    expect(faultOf({ ...load, bytes: 60_700_000 }, { wire }, "200")).toBeUndefined();
  });

  it.each([
    ["whole feeds in place of 304s", { bytes: 60_700_000 }, "an answer has 60700 bytes and not 650"],
    ["failures", { failures: 3 }, "3 of 1000 answers failed"],
    ["silence", { answers: 0 }, "there were no answers"],
  ])("rejects %s", (_what, change, fault) => expect(faultOf({ ...load, ...change }, { wire }, "304")).toBe(fault));
});

describe("parseAnswer()", () => {
  it("splits a response into its parts, byte for byte", () => {
    const answer = parseAnswer(Buffer.from('HTTP/1.1 304 Not Modified\r\nETag: "e"\r\nX: a:b\r\n\r\n'));
    expect(answer).toMatchObject({ status: 304, headerBytes: 48, headers: [["etag", '"e"'], ["x", "a:b"]] }); // biome-ignore format: one line
    expect(answer.body).toHaveLength(0);
  });

  it("joins chunks", () => {
    const text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n";
    expect(parseAnswer(Buffer.from(text)).body.toString()).toBe("abc0123456789");
  });

  it.each(["", "HTTP/1.1 200 OK\r\n", "nonsense\r\n\r\n"])("rejects %j", (text) => {
    expect(() => parseAnswer(Buffer.from(text))).toThrow("Cannot read the answer");
  });
});
