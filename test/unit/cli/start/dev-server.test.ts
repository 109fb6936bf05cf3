import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseWranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";
import { DevConfiguration } from "../../../../src/cli/start/dev-configuration.ts";
import { DevServer, type StartWrangler } from "../../../../src/cli/start/dev-server.ts";
import { collectPrinted } from "../printed.ts";
import { makeFolder } from "../sample-folder.ts";

const origin = "http://localhost:8787";
const file = (text: string) => parseWranglerFile(text, "wrangler.toml");

/** Runs a server whose wrangler does nothing by itself. */
function serve() {
  const config = join(makeFolder({}), "wrangler.toml");
  const printed: string[] = [];
  const configuration = new DevConfiguration(file('main = "first.ts"'), "", async () => []);
  const counts = { restarts: 0, rebuilds: 0 };
  const listeners: (() => void)[] = [];
  const site = { onBuild: (listener: () => void) => void listeners.push(listener), rebuild: () => void counts.rebuilds++ };
  const server = new DevServer({ config, configuration, site, port: "8787", print: collectPrinted(printed) });
  let copy = "";
  let events: Parameters<StartWrangler>[1] | undefined;
  server.run((path, given) => {
    [copy, events] = [path, given];
    return { restart: () => void counts.restarts++ };
  });
  return {
    ...{ server, printed, counts },
    copy: () => (existsSync(copy) ? readFileSync(copy, "utf8") : undefined),
    ready: () => events?.onReady(origin),
    refuse: () => events?.onRefusal("No such flag"),
    async edit(text: string) {
      await configuration.offer(file(text));
      const isReachable = server.isReachable; // when a page hears of the build
      for (const listener of listeners) listener();
      return isReachable;
    },
  };
}

describe("DevServer", () => {
  it("greets once, and starts wrangler again after a change of its configuration", async () => {
    const { copy, counts, edit, printed, ready, server } = serve();
    expect([copy(), server.isReachable, printed]).toEqual(['main = "first.ts"', true, []]);
    ready();
    expect(printed.join("\n")).toMatch(/^\nBroadsheet is running/);
    printed.length = 0;

    expect(await edit('main = "first.ts"\n[vars.SITE]\ntitle = "New"')).toBe(true);
    expect([counts.restarts, printed]).toEqual([0, []]);

    expect(await edit('main = "second.ts"')).toBe(false);
    expect([counts.restarts, copy(), server.isReachable]).toEqual([1, 'main = "second.ts"', false]);
    await edit('main = "third.ts"');
    expect(printed).toEqual([expect.stringMatching(/has changed: the server starts again/)]);
    ready();
    expect(printed.slice(1)).toEqual([expect.stringMatching(/^The site answers again at http:\/\/localhost:8787/)]);
    expect([counts, server.isReachable]).toEqual([{ restarts: 2, rebuilds: 0 }, true]);
    ready();
    expect(printed).toHaveLength(2);
  });

  it("greets after a change during the first start", async () => {
    const { counts, edit, printed, ready } = serve();
    await edit('main = "second.ts"');
    expect([counts.restarts, printed]).toEqual([1, []]);
    ready();
    expect(printed.join("\n")).toMatch(/^\nBroadsheet is running/);
  });

  it("returns to the former configuration, and lets the site report the refusal", async () => {
    const { copy, counts, edit, ready, refuse, server } = serve();
    ready();
    await edit('main = "second.ts"');
    expect([refuse(), copy()]).toEqual([true, 'main = "first.ts"']);
    ready();
    expect([counts, server.isReachable]).toEqual([{ restarts: 1, rebuilds: 1 }, true]);
    expect(refuse()).toBe(false);
  });
});
