import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A version of a Worker, as it was uploaded. */
export interface MockVersion {
  readonly id: string;
  readonly bindings: readonly { readonly name: string; readonly type: string; readonly json?: unknown; readonly text?: string }[];
  /** The modules of the upload by their names. */
  readonly modules: ReadonlyMap<string, Uint8Array>;
}

/** A Worker of the account. */
export interface MockWorker {
  readonly versions: MockVersion[];
  /** Ids of the versions that were deployed, the newest last. */
  readonly deployed: string[];
  /** Hosts of its custom domains. */
  domains: readonly string[];
  workersDev: boolean;
  /** By default the same as `workersDev`. */
  previews?: boolean;
}

/** A response that replaces the usual one. */
export interface MockFault {
  /** Matches the method and the path, such as `/^GET .*\/subdomain$/`. */
  readonly request: RegExp;
  /** Matches an earlier request, after which the fault begins. */
  readonly after?: RegExp;
  readonly status: number;
  readonly code?: number;
  readonly message?: string;
  /** The result of a success of another shape. */
  readonly result?: unknown;
  /** True if the request has its effect nevertheless. */
  readonly hasEffect?: boolean;
  /** True if the connection breaks instead of a response. */
  readonly breaksConnection?: boolean;
  /** True if no response comes. */
  readonly hangs?: boolean;
  /** How many requests fail; by default all. */
  times?: number;
}

/** A stand-in for Cloudflare's API, with one account. */
export interface CloudflareMock {
  /** The value of CLOUDFLARE_API_BASE_URL. */
  readonly url: string;
  readonly accountId: string;
  /** Method and path of each request; ids are replaced by ACCOUNT and VERSION. */
  readonly requests: string[];
  readonly workers: Map<string, MockWorker>;
  readonly faults: MockFault[];
  /** Undefined if the account has no workers.dev subdomain. */
  subdomain: string | undefined;
  /** Custom domains of other Workers: host → name of the Worker. */
  readonly takenDomains: Map<string, string>;
  /** The hosts of the account's zones. */
  readonly zones: string[];
  /** More accounts of the user, by id. */
  readonly otherAccounts: Map<string, string>;
  /** Returns the version that serves the Worker. */
  deployedVersion(name: string): MockVersion;
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

interface Answer {
  readonly breaksConnection?: boolean;
  readonly status?: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

type Handler = (request: Request, parameters: readonly string[]) => Answer | Promise<Answer>;

const accountId = "0123456789abcdef0123456789abcdef";
const workerMissing: Answer = { status: 404, error: { code: 10007, message: "This Worker does not exist on your account." } };

/** Starts a stand-in for the duration of a test. The account has the subdomain `ada`, and no Worker. */
export async function startCloudflareMock(): Promise<CloudflareMock> {
  const server = createServer(async (incoming, response) => {
    const request = await readRequest(incoming);
    const { breaksConnection, error, result = null, status = 200 } = await answer(request);
    if (breaksConnection) return void response.destroy();
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ success: error === undefined, errors: error === undefined ? [] : [error], messages: [], result }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const mock: CloudflareMock = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/client/v4`,
    accountId,
    requests: [],
    workers: new Map(),
    faults: [],
    subdomain: "ada",
    takenDomains: new Map(),
    zones: ["example.com"],
    otherAccounts: new Map(),
    deployedVersion(name) {
      const { deployed, versions } = workerOf(name);
      const version = versions.find(({ id }) => id === deployed.at(-1));
      if (version === undefined) throw new Error(`${name} is not deployed`);
      return version;
    },
  };
  const handlers = createHandlers(mock);
  return mock;

  function workerOf(name: string): MockWorker {
    const worker = mock.workers.get(name);
    if (worker === undefined) throw new Error(`There is no Worker ${name}`);
    return worker;
  }

  async function answer(request: Request): Promise<Answer> {
    const line = `${request.method} ${request.path}`;
    mock.requests.push(line.replaceAll(accountId, "ACCOUNT").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "VERSION"));
    const fault = mock.faults.find(({ after, request: pattern, times = 1 }) => {
      return times > 0 && pattern.test(line) && (after === undefined || mock.requests.some((earlier) => after.test(earlier)));
    });
    if (fault !== undefined) {
      if (fault.times !== undefined) fault.times--;
      if (fault.hasEffect) await respond(request, line);
      if (fault.hangs) return new Promise<never>(() => {}); // the end of the test closes the connection
      if (fault.breaksConnection) return { breaksConnection: true };
      if (fault.status < 400) return { result: fault.result };
      return { status: fault.status, error: { code: fault.code ?? 10000, message: fault.message ?? "Authentication error" } };
    }
    return respond(request, line);
  }

  async function respond(request: Request, line: string): Promise<Answer> {
    for (const [pattern, handle] of handlers) {
      const found = pattern.exec(line);
      if (found !== null) return handle(request, found.slice(1).map(decodeURIComponent));
    }
    return { status: 404, error: { code: 7000, message: `No route for ${line}` } };
  }
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://localhost");
  const path = pathname.replace("/client/v4", "");
  return { method: incoming.method ?? "GET", path, query: searchParams, headers: incoming.headers, body: Buffer.concat(chunks) };
}

function createHandlers(mock: CloudflareMock): [RegExp, Handler][] {
  const { workers } = mock;
  const script = (method: string, rest = "") => new RegExp(`^${method} /accounts/[^/]+/workers/scripts/([^/]+)${rest}$`);
  const ofWorker =
    (handle: (worker: MockWorker, request: Request, parameters: readonly string[]) => Answer | Promise<Answer>): Handler =>
    (request, parameters) => {
      const worker = workers.get(parameters[0] ?? "");
      return worker === undefined ? workerMissing : handle(worker, request, parameters);
    };
  return [
    [
      /^GET \/accounts$/,
      () => ({ result: [{ id: accountId, name: "Ada" }, ...[...mock.otherAccounts].map(([id, name]) => ({ id, name }))] }),
    ],
    [/^GET \/user\/tokens\/verify$/, () => ({ result: { status: "active" } })],
    [/^GET \/memberships$/, () => ({ result: [{ account: { id: accountId, name: "Ada" } }] })],
    [/^GET \/accounts\/[^/]+\/workers\/subdomain$/, () => subdomainOf(mock)],
    [
      /^GET \/accounts\/[^/]+\/workers\/services\/([^/]+)$/,
      ofWorker((_worker, _request, [name]) => ({
        result: {
          id: name,
          default_environment: { environment: "production", script: { tag: name, tags: [], last_deployed_from: "wrangler" } },
        },
      })),
    ],
    [script("GET", "/secrets"), ofWorker(() => ({ result: [] }))],
    [
      script("GET", "/deployments"),
      ofWorker(({ deployed }) => ({
        result: {
          deployments: deployed.toReversed().map((id) => ({
            ...{ id, source: "wrangler", strategy: "percentage", author_email: "ada@example.com", created_on: "2026-11-01T00:00:00Z" },
            versions: [{ version_id: id, percentage: 100 }],
          })),
        },
      })),
    ],
    [
      script("POST", "/deployments"),
      ofWorker((worker, { body }) => {
        const { versions } = JSON.parse(body.toString()) as { readonly versions: readonly { readonly version_id: string }[] };
        worker.deployed.push(...versions.map(({ version_id }) => version_id));
        return { result: { id: randomUUID() } };
      }),
    ],
    [
      script("GET", "/versions/([^/]+)"),
      ofWorker(({ versions }, _request, [, id]) => {
        const version = versions.find((candidate) => candidate.id === id);
        if (version === undefined) return { status: 404, error: { code: 10105, message: "Version not found" } };
        const metadata = { author_email: "ada@example.com", created_on: "2026-11-01T00:00:00Z", source: "wrangler" };
        return {
          result: {
            id,
            number: 1,
            metadata,
            resources: { bindings: version.bindings, script: { handlers: ["fetch"] }, script_runtime: {} },
          },
        };
      }),
    ],
    [
      script("POST", "/versions"),
      ofWorker(async (worker, request) => {
        const version = await uploadedVersion(request);
        worker.versions.push(version);
        return {
          result: { id: version.id, startup_time_ms: 3, metadata: { has_preview: true }, resources: { script: { etag: version.id } } },
        };
      }),
    ],
    [
      script("PUT"),
      async (request, [name = ""]) => {
        const version = await uploadedVersion(request);
        const worker = workers.get(name) ?? { versions: [], deployed: [], domains: [], workersDev: false };
        worker.versions.push(version);
        worker.deployed.push(version.id);
        workers.set(name, worker);
        return { result: { id: name, deployment_id: version.id.replaceAll("-", ""), etag: version.id, startup_time_ms: 3 } };
      },
    ],
    [script("GET", "/settings"), ofWorker(() => ({ result: { bindings: [] } }))],
    [script("PATCH", "/script-settings"), ofWorker(() => ({ result: {} }))],
    [script("POST", "/assets-upload-session"), ({ body }) => ({ result: { jwt: "upload", buckets: [hashesOf(body)] } })],
    [/^POST \/accounts\/[^/]+\/workers\/assets\/upload$/, () => ({ status: 201, result: { jwt: "completion" } })],
    [
      /^GET \/accounts\/[^/]+\/workers\/workers\/([^/]+)$/,
      ofWorker(({ previews, workersDev }, _request, [name]) => {
        const suffix = `${name}.${mock.subdomain}.workers.dev`;
        const urls = { url: `https://${suffix}`, preview_url_suffix: `-${suffix}` };
        return { result: { subdomain: { enabled: workersDev, previews_enabled: previews ?? workersDev, ...urls } } };
      }),
    ],
    [
      script("POST", "/subdomain"),
      ofWorker((worker, { body }) => {
        const { enabled, previews_enabled = enabled } = JSON.parse(body.toString()) as {
          readonly enabled: boolean;
          readonly previews_enabled?: boolean;
        };
        worker.workersDev = enabled;
        worker.previews = previews_enabled;
        return { result: { enabled, previews_enabled } };
      }),
    ],
    [
      script("GET", "/subdomain"),
      ofWorker(({ previews, workersDev }) => ({ result: { enabled: workersDev, previews_enabled: previews ?? workersDev } })),
    ],
    [script("PUT", "/schedules"), ofWorker(() => ({ result: {} }))],
    ...domainHandlers(mock, script, ofWorker),
    ...temporaryHandlers(),
  ];
}

function subdomainOf({ subdomain }: CloudflareMock): Answer {
  if (subdomain !== undefined) return { result: { subdomain } };
  return { status: 404, error: { code: 10007, message: "You do not have a workers.dev subdomain." } };
}

function domainHandlers(
  mock: CloudflareMock,
  script: (method: string, rest: string) => RegExp,
  ofWorker: (handle: (worker: MockWorker, request: Request, parameters: readonly string[]) => Answer) => Handler,
): [RegExp, Handler][] {
  return [
    [
      /^GET \/accounts\/[^/]+\/workers\/domains$/,
      ({ query }) => {
        const own = [...mock.workers].flatMap(([service, { domains }]) => domains.map((hostname) => ({ hostname, service })));
        const taken = [...mock.takenDomains].map(([hostname, service]) => ({ hostname, service }));
        return { result: [...own, ...taken].filter(({ hostname }) => hostname === (query.get("hostname") ?? hostname)) };
      },
    ],
    [
      /^GET \/zones$/,
      ({ query }) => {
        const names = mock.zones.filter((zone) => zone === (query.get("name") ?? zone));
        return { result: names.map((name) => ({ id: name, name, status: "active", account: { id: accountId, name: "Ada" } })) };
      },
    ],
    [script("POST", "/domains/changeset"), ofWorker(() => ({ result: { added: [], removed: [], updated: [], conflicting: [] } }))],
    [
      script("PUT", "/domains/records"),
      ofWorker((worker, { body }) => {
        const { origins } = JSON.parse(body.toString()) as { readonly origins: readonly { readonly hostname: string }[] };
        const outside = origins.find(({ hostname }) => !mock.zones.some((zone) => `.${hostname}`.endsWith(`.${zone}`)));
        if (outside !== undefined) {
          const message = `There is no zone for the host ${outside.hostname} on this account.`;
          return { status: 400, error: { code: 100000, message } };
        }
        worker.domains = origins.map(({ hostname }) => hostname);
        return { result: {} };
      }),
    ],
  ];
}

// A temporary account is created for a solved puzzle. This one is the easiest that wrangler accepts.
function temporaryHandlers(): [RegExp, Handler][] {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  return [
    [
      /^POST \/provisioning\/previews\/challenge$/,
      () => ({ result: { challengeToken: "challenge", seed: Buffer.alloc(32).toString("base64url"), k: 1, g: 1 } }),
    ],
    [
      /^POST \/provisioning\/previews$/,
      () => ({
        result: {
          account: { id: accountId, name: "Temporary", apiToken: "temporary-token", expiresAt },
          claim: { url: "https://dash.cloudflare.com/claim/abc", expiresAt },
        },
      }),
    ],
  ];
}

async function uploadedVersion({ body, headers }: Request): Promise<MockVersion> {
  const type = headers["content-type"] ?? "";
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const metadata = form.get("metadata");
  const { bindings } = JSON.parse(typeof metadata === "string" ? metadata : "{}") as MockVersion;
  const modules = new Map<string, Uint8Array>();
  for (const [name, value] of form) if (typeof value !== "string") modules.set(name, new Uint8Array(await value.arrayBuffer()));
  return { id: randomUUID(), bindings, modules };
}

function hashesOf(body: Buffer): string[] {
  const { manifest } = JSON.parse(body.toString()) as { readonly manifest: Readonly<Record<string, { readonly hash: string }>> };
  return [...new Set(Object.values(manifest).map(({ hash }) => hash))];
}
