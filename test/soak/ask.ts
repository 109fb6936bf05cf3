import { Agent, request } from "node:http";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import type { SoakAnswer } from "./judge.ts";
import type { Poll } from "./poller.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const timeout = 30_000; // milliseconds

const decoders: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  br: brotliDecompressSync,
  deflate: inflateSync,
  gzip: gunzipSync,
};

/** Sends the request of a poll, byte by byte, without changes to the path. */
export async function ask(origin: string, poll: Pick<Poll, "headers" | "method" | "path">): Promise<SoakAnswer> {
  const { headers, method, path } = poll;
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const outgoing = request({ agent, hostname, port, path, method, headers: { ...headers }, timeout }, async (response) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const wire = Buffer.concat(chunks);
        const decode = decoders[response.headers["content-encoding"] ?? ""];
        const body = decode === undefined || wire.byteLength === 0 ? wire : decode(wire);
        const found = Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(found), wire, body });
      } catch (error) {
        reject(error);
      }
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer for ${timeout / 1000} s`)));
    // A server may close an idle connection just before a request: the client repeats the request (RFC 9112 §9.3.1).
    const isStale = ({ code }: NodeJS.ErrnoException) => code === "ECONNRESET" && outgoing.reusedSocket;
    outgoing.on("error", (error) => (isStale(error) ? resolve(ask(origin, poll)) : reject(error))).end();
  });
}

/** Closes the open connections. */
export function hangUp(): void {
  agent.destroy();
}
