import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGzip, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { openSource } from "../../../../src/cli/import/open-source.ts";

const mebibyte = 1024 * 1024;
const tooLarge = "Cannot fetch it: it is larger than 64 MiB; save it as a file and import that";

/** A server on this machine; gives its address, and when a connection to it was closed. */
async function serve(answer: RequestListener) {
  const server = createServer(answer);
  const closed = new Promise<void>((resolve) => server.on("connection", (socket) => socket.on("close", () => resolve())));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`, closed };
}

describe("openSource(), given an address,", () => {
  it("returns the decompressed body, the final address and the media type", async () => {
    const { url } = await serve((request, response) => {
      if (request.url === "/feed") return response.writeHead(302, { location: "/moved" }).end();
      return response.writeHead(200, { "content-type": "text/plain", "content-encoding": "gzip" }).end(gzipSync("Moon"));
    });
    const source = await openSource(url);
    expect(Buffer.from(source.content()).toString()).toBe("Moon");
    expect(Buffer.concat(await Array.fromAsync(source.chunks())).toString()).toBe("Moon");
    expect(source).toMatchObject({ url: url.replace("feed", "moved"), contentType: "text/plain" });
  });

  it("accepts 64 MiB", async () => {
    const { url } = await serve((_request, response) => response.end(Buffer.alloc(64 * mebibyte)));
    expect((await openSource(url)).content()).toHaveLength(64 * mebibyte);
  });

  it("rejects more, and closes the connection", async () => {
    const { closed, url } = await serve((_request, response) => response.end(Buffer.alloc(64 * mebibyte + 1)));
    await expect(openSource(url)).rejects.toThrow(tooLarge);
    await closed;
  });

  it("rejects a compression bomb, and closes the connection", async () => {
    let sent = 0;
    const { closed, url } = await serve((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      const bomb = createGzip({ level: 9 });
      bomb.on("data", ({ byteLength }: Buffer) => {
        sent += byteLength;
      });
      bomb.pipe(response);
      const zeros = Buffer.alloc(mebibyte);
      const feed = (left: number): void => void (left === 0 ? bomb.end() : bomb.write(zeros, () => feed(left - 1)));
      feed(200);
      response.on("close", () => bomb.destroy());
    });
    await expect(openSource(url)).rejects.toThrow(tooLarge);
    await closed;
    expect(sent).toBeLessThan(mebibyte);
  });

  it("rejects a compression bomb that is compressed twice", async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { "content-encoding": "gzip, gzip" }).end(gzipSync(gzipSync(Buffer.alloc(65 * mebibyte)))),
    );
    await expect(openSource(url)).rejects.toThrow(tooLarge);
  });

  it("rejects a truncated body", async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { "content-length": "1000" }).write("half");
      setImmediate(() => response.destroy());
    });
    await expect(openSource(url)).rejects.toThrow(/^Cannot fetch it: /);
  });

  it("reports the status of a response without a body", async () => {
    const { url } = await serve((_request, response) => response.writeHead(403).end());
    await expect(openSource(url)).rejects.toThrow("Cannot fetch it: the server answers 403");
  });
});

describe("openSource(), given the name of a file,", () => {
  it("streams a file of any size", async () => {
    const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "export.xml");
    writeFileSync(file, "");
    truncateSync(file, 100 * mebibyte); // takes no place on the disk
    let [length, longest] = [0, 0];
    for await (const { byteLength } of (await openSource(file)).chunks()) {
      length += byteLength;
      longest = Math.max(longest, byteLength);
    }
    expect(length).toBe(100 * mebibyte);
    expect(longest).toBeLessThanOrEqual(mebibyte);
  });

  it.each(["file:///etc/passwd", "ftp://news.example/feed", "data://text/plain,x"])("rejects %s", async (name) => {
    await expect(openSource(name)).rejects.toThrow("only http and https addresses and files can be imported");
  });
});
