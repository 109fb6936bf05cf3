import { createServer, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { describeNetworkError } from "../../../src/network/describe-network-error.ts";
import { createGuardedFetch } from "../../../src/network/guarded-fetch.ts";

/** Starts a server that answers each request with the same bytes, and returns its origin. */
async function serve(answer: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => answer(socket));
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

async function reasonOf(url: string): Promise<string> {
  try {
    const response = await createGuardedFetch([url]).fetch(url);
    await response.arrayBuffer();
    return `${response.status}`;
  } catch (error) {
    return describeNetworkError(error, 1000);
  }
}

const redirect = (location: string) => (socket: Socket) => socket.end(`HTTP/1.1 302 Found\r\nLocation: ${location}\r\n\r\n`);

describe("describeNetworkError()", () => {
  it.each([
    ["a chunk without a size", "Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n", /size of a chunk is wrong/],
    ["a chunk that is longer than its size", "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n", /size of a chunk is wrong/],
    ["both lengths", "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n3\r\nabc\r\n0\r\n\r\n", /both Transfer-Encoding and Content/],
    ["a length that is no number", "Content-Length: abc\r\n\r\nabc", /Content-Length is not a number/],
    ["a space in the name of a header", "Content Type: text/xml\r\n\r\nabc", /one of its headers is malformed/],
    ["a control character in a header", "X: a\u0001b\r\n\r\nabc", /one of its headers is malformed/],
    ["line feeds alone", "X: a\n\nabc", /carriage return and a line feed/],
  ])("names %s", async (_name, rest, expected) => {
    const url = await serve((socket) => socket.end(`HTTP/1.1 200 OK\r\n${rest}`));
    expect(await reasonOf(url)).toMatch(expected);
  });

  it.each([
    ["that closes the connection", (socket: Socket) => socket.destroy(), "the server closed the connection"],
    ["that closes it without an answer", (socket: Socket) => socket.end(), "the server closed the connection"],
    ["of another protocol", (socket: Socket) => socket.end("SSH-2.0-OpenSSH\r\n"), "the response is not HTTP"],
    [
      "with long headers",
      (socket: Socket) => socket.end(`HTTP/1.1 200 OK\r\nX: ${"a".repeat(200_000)}\r\n\r\n`),
      "its headers are too long",
    ],
    [
      "that ends too early",
      (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"),
      /^the (?:body is shorter or longer than its Content-Length, or Content-Length is sent twice or with Transfer-Encoding|server closed the connection)$/,
    ],
    ["that redirects for ever", redirect("/"), "it redirects more than 20 times"],
    ["that redirects to another protocol", redirect("ftp://x.example/"), "a redirect leads to an address that is neither http nor https"],
    ["that redirects to no URL", redirect("http://["), "an address is not a URL"],
  ])("explains why a request failed: a server %s", async (_name, answer: (socket: Socket) => void, expected) => {
    expect(await reasonOf(await serve(answer))).toMatch(typeof expected === "string" ? new RegExp(`^${expected}$`) : expected);
  });

  it.each([
    ["http://user:secret@127.0.0.1/", "the address contains a user name or a password"],
    ["http://127.0.0.1:1/", "the port belongs to another protocol than HTTP"],
    ["http://[", "an address is not a URL"],
  ])("explains the fault of the address %s", async (url, expected) => {
    expect(await reasonOf(url)).toBe(expected);
  });

  it("explains answers of name servers, and keeps unknown messages", () => {
    const unknown = Object.assign(new Error("getaddrinfo ENOTFOUND localhost."), { code: "ENOTFOUND" });
    expect(describeNetworkError(new TypeError("fetch failed", { cause: unknown }), 1)).toBe("no such host is known (DNS)");
    expect(describeNetworkError(new TypeError("fetch failed", { cause: new Error("something else") }), 1)).toBe("something else");
  });
});
