import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A WebSub hub on this machine that records its requests. */
export interface TestHub {
  readonly url: string;
  /** The received requests, in order. */
  readonly received: { readonly method: string; readonly path: string; readonly contentType: string; readonly body: string }[];
  /** The most requests that were open at a time. */
  readonly busiest: () => number;
  close(): Promise<void>;
}

/** Responds to a request of a hub; `count` is its number, from 1. If it does nothing, the request hangs. */
export type HubAnswer = (response: ServerResponse, count: number, body: string) => void;

/** Answers with a status, and with headers if there are any. */
export const answering =
  (status: number, headers: Readonly<Record<string, string>> = {}): HubAnswer =>
  (response) =>
    void response.writeHead(status, headers).end();

/** Starts a hub. */
export async function startTestHub(answer: HubAnswer = answering(204)): Promise<TestHub> {
  const received: TestHub["received"] = [];
  let open = 0;
  let busiest = 0;
  const server = createServer(async (request, response) => {
    busiest = Math.max(busiest, ++open);
    response.on("close", () => {
      open--;
    });
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const count = received.push({
      method: request.method ?? "",
      path: request.url ?? "",
      contentType: request.headers["content-type"] ?? "",
      body,
    });
    answer(response, count, body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    busiest: () => busiest,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Returns the feeds that a hub was pinged for. */
export function topicsOf({ received }: TestHub): string[] {
  return received.map(({ body }) => new URLSearchParams(body).get("hub.url") ?? "");
}
