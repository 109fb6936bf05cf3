import { connect } from "node:net";

/** A response as on the wire. */
export interface Answer {
  readonly status: number;
  /** Names in lower case, in the order of the response. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly headerBytes: number;
  readonly body: Buffer;
  /** Milliseconds from the opening of the connection to the first byte. */
  readonly firstByte: number;
}

/** Requests a path over a new connection, byte for byte: adds no headers, decodes nothing and follows no redirects. */
export function ask(port: number, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const lines = Object.entries({ host: "news.example", connection: "close", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    let firstByte = 0;
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`));
    socket.on("data", (chunk) => {
      if (chunks.length === 0) firstByte = performance.now() - begun;
      chunks.push(chunk);
    });
    socket.on("error", reject);
    socket.on("end", () => resolve({ ...parseAnswer(Buffer.concat(chunks)), firstByte }));
  });
}

/** Parses a response. @throws if it is not one */
export function parseAnswer(bytes: Buffer): Omit<Answer, "firstByte"> {
  const end = bytes.indexOf("\r\n\r\n");
  const [statusLine = "", ...lines] = bytes.toString("latin1", 0, Math.max(end, 0)).split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1]);
  if (end === -1 || Number.isNaN(status)) throw new Error(`Cannot read the answer ${JSON.stringify(bytes.toString("latin1", 0, 80))}`);
  const headers = lines.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const body = bytes.subarray(end + 4);
  const isChunked = headers.some(([name, value]) => name === "transfer-encoding" && value === "chunked");
  return { status, headers, headerBytes: end + 4, body: isChunked ? dechunked(body) : body };
}

function dechunked(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = body.indexOf("\r\n", at);
    const length = Number.parseInt(body.toString("latin1", at, lineEnd), 16);
    if (lineEnd === -1 || Number.isNaN(length)) throw new Error("Cannot read the answer: a chunk is broken");
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(body.subarray(lineEnd + 2, lineEnd + 2 + length));
    at = lineEnd + 2 + length + 2;
  }
}
