import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createGuardedFetch } from "../../../src/network/guarded-fetch.ts";
import { listen } from "../doctor/feed-server.ts";

type Resolve = NonNullable<Parameters<typeof createGuardedFetch>[1]>;

/** Resolves every name to these addresses. */
function answer(addresses: readonly string[]): Resolve {
  const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  return (_name, _options, callback) => callback(null, found);
}

/** Starts a server that redirects from `/?to=URL`; returns its port. */
async function startServer(): Promise<string> {
  const origin = await listen(({ url = "" }, response) => {
    const to = new URL(url, "http://x.example").searchParams.get("to");
    if (to === null) response.end("reached");
    else response.writeHead(302, { location: to }).end();
  });
  return new URL(origin).port;
}

/** Returns the text at a URL, or the error code. */
async function reach(url: string, given: readonly string[], resolve?: Resolve): Promise<string> {
  return textOf(createGuardedFetch(given, resolve).fetch, url);
}

function textOf(fetch: typeof globalThis.fetch, url: string): Promise<string> {
  const signal = AbortSignal.timeout(2000);
  return fetch(url, { signal }).then(
    (response) => response.text(),
    (error: Error) => String((error.cause as { code?: string } | undefined)?.code ?? error.name),
  );
}

const refused = "ERR_PRIVATE_ADDRESS";

describe("createGuardedFetch()", () => {
  it.each(["127.0.0.1", "2130706433", "127.1", "0177.0.0.1", "0x7f.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"])(
    "does not connect to %s, which was not named",
    async (host) => {
      expect(await reach(`http://${host}:${await startServer()}/`, [])).toBe(refused);
    },
  );

  it("connects to a named host, on any port", async () => {
    const port = await startServer();
    expect(await reach(`http://127.0.0.1:${port}/`, ["http://127.0.0.1/"])).toBe("reached");
    expect(await reach(`http://localhost:${port}/`, [`http://localhost:${port}/`])).toBe("reached");
  });

  it("connects to a host once it is trusted", async () => {
    const { fetch, trust } = createGuardedFetch();
    const url = `http://127.0.0.1:${await startServer()}/`;
    expect(await textOf(fetch, url)).toBe(refused);
    trust(url);
    expect(await textOf(fetch, url)).toBe("reached");
  });

  it("checks the targets of redirects", async () => {
    const port = await startServer();
    const given = `http://127.0.0.1:${port}`;
    const redirected = (to: string) => reach(`${given}/?to=${encodeURIComponent(to)}`, [given]);
    expect(await redirected("/")).toBe("reached");
    expect(await redirected(`http://localhost:${port}/`)).toBe(refused);
    expect(await redirected(`http://127.0.0.2:${port}/`)).toBe(refused);
    expect(await redirected(`${given}/?to=${encodeURIComponent("http://169.254.169.254/latest/")}`)).toBe(refused);
  });

  it("checks the addresses of a name, not the name itself", async () => {
    const url = `http://news.example:${await startServer()}/`;
    expect(await reach(url, [], answer(["127.0.0.1"]))).toBe(refused);
    expect(await reach(url, [], answer(["10.0.0.1", "fd00::1"]))).toBe(refused);
    expect(await reach(url, [url], answer(["127.0.0.1"]))).toBe("reached");
    expect(await reach(url, ["http://other.example/"], answer(["127.0.0.1"]))).toBe(refused);
  });

  it("reports an unknown name", async () => {
    const resolve: Resolve = (_name, _options, callback) => callback(Object.assign(new Error("unknown"), { code: "ENOTFOUND" }), []);
    expect(await reach("http://news.example/", [], resolve)).toBe("ENOTFOUND");
  });
});

describe("createGuardedFetch() behind a proxy", () => {
  afterEach(() => vi.unstubAllEnvs());

  /** Starts a proxy that resolves every name to this machine; returns the hosts to which it has connected. */
  async function startProxy(): Promise<string[]> {
    const hosts: string[] = [];
    const proxy = createServer(async ({ url = "" }, response) => {
      const target = new URL(url);
      hosts.push(target.hostname);
      target.hostname = "127.0.0.1";
      const found = await globalThis.fetch(target, { redirect: "manual" });
      const location = found.headers.get("location");
      response.writeHead(found.status, location === null ? {} : { location }).end(await found.text());
    });
    await once(proxy.listen(0, "127.0.0.1"), "listening");
    vi.stubEnv("http_proxy", `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    return hosts;
  }

  it("asks it for the hosts that the user named, and for no others", async () => {
    const [hosts, port] = [await startProxy(), await startServer()];
    const none: Resolve = (_name, _options, callback) => callback(Object.assign(new Error("ENOTFOUND"), { code: "ENOTFOUND" }), []);
    const fetch = createGuardedFetch([`http://own.example:${port}/`], none).fetch;
    expect(await textOf(fetch, `http://own.example:${port}/`)).toBe("reached");
    expect(await textOf(fetch, `http://other.example:${port}/`)).toBe("ENOTFOUND");
    expect(await textOf(fetch, `http://own.example:${port}/?to=http://127.0.0.1:${port}/`)).toBe(refused);
    expect(new Set(hosts)).toEqual(new Set(["own.example"]));
  });

  it("needs none for the hosts of NO_PROXY", async () => {
    const [hosts, port] = [await startProxy(), await startServer()];
    vi.stubEnv("no_proxy", "127.0.0.1");
    expect(await reach(`http://127.0.0.1:${port}/`, ["http://127.0.0.1/"])).toBe("reached");
    expect(hosts).toEqual([]);
  });
});
