import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../bench/ask.ts";
import { workFolder } from "../bench/project.ts";
import { bundleWorker, type WorkerBundle } from "../bench/workerd/worker-bundle.ts";
import { startWorkerd, type Workerd } from "../bench/workerd/workerd.ts";

const source = `export default {
  async fetch(request, env) {
    const asset = await env.FILES.fetch(new URL("/bodies/one.html", request.url));
    return Response.json([env.SITE.title, env.RELEASE.timestamp, await asset.text()], { headers: { etag: '"e"' } });
  },
};`;

let folder: string;
let bundle: WorkerBundle;
let workerd: Workerd;

beforeAll(async () => {
  mkdirSync(workFolder, { recursive: true });
  folder = mkdtempSync(join(workFolder, "test-"));
  mkdirSync(join(folder, "public/bodies"), { recursive: true });
  writeFileSync(join(folder, "public/bodies/one.html"), "<p>One</p>");
  writeFileSync(join(folder, "worker.ts"), source);
  bundle = await bundleWorker(folder, {
    name: "bound",
    main: "worker.ts",
    compatibility_date: "2026-10-01",
    vars: { SITE: { title: 'News & "Views" 🐟' } },
    assets: { directory: "public", binding: "FILES" },
    version_metadata: { binding: "RELEASE" },
  });
  workerd = await startWorkerd(bundle.config);
});
afterAll(async () => {
  await workerd?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("bundleWorker()", () => {
  it("gives a Worker the same vars, version and static assets as wrangler", async () => {
    const { body, status } = await ask(workerd.port, "/");
    expect(status).toBe(200);
    expect(JSON.parse(body.toString())).toEqual(['News & "Views" 🐟', "2026-11-01T00:00:00.000Z", "<p>One</p>"]);
  });

  it("returns the size of the script", () => {
    expect(bundle.bytes).toBeGreaterThan(100);
    expect(bundle.gzipBytes).toBeLessThan(bundle.bytes);
  });
});

describe("startWorkerd()", () => {
  it("reports why workerd does not start", async () => {
    const config = join(folder, "broken.bin");
    writeFileSync(config, "nonsense");
    await expect(startWorkerd(config)).rejects.toThrow(/Cannot start workerd with .*broken\.bin: .+/s);
  });
});
