import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byId, plainHtml } from "./comparable.ts";
import { expectedEntry } from "./expected-feed.ts";
import type { FormatName } from "./reader.ts";
import { documentsOf, type ReaderSample, readerSamples } from "./reader-samples.ts";
import { PYTHON, run } from "./run.ts";

// newsboat reads only from a server, and shows the second time which entries it takes for new ones.
describe("newsboat", () => {
  let server: Server;
  let folder = "";
  let current = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "newsboat-"));
    server = createServer((_request, response) => response.writeHead(200, { "Content-Type": "application/xml" }).end(current));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  const formats = ["rss", "atom"] as const;
  const cases = readerSamples.flatMap((sample) => formats.map((format) => ({ name: sample.name, format, sample })));

  it.each(cases)("reads $name in $format, and finds no new entry the second time", async ({ format, sample }) => {
    current = documentsOf(sample)[format];
    const { dump, reload } = await install();

    await reload();
    const first = await dump();
    expect(first.titles).toEqual([sample.site.title]);
    expect(byId(first.entries.map((entry: { content: string }) => ({ ...entry, content: plainHtml(entry.content) })))).toEqual(
      byId(expectedEntries(sample, format)),
    );

    await dump("--read");
    await reload();
    const second = await dump();
    expect(second.entries.map(({ unread }: { unread: number }) => unread)).toEqual(sample.entries.map(() => 0));
  });

  /** Creates the home of a newsboat that follows the server's feed. */
  async function install() {
    const home = await mkdtemp(join(folder, "home-"));
    const [urls, cache, config] = ["urls", "cache.db", "config"].map((name) => join(home, name)) as [string, string, string];
    await writeFile(urls, `http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
    await writeFile(config, "");
    return {
      reload: () => run("newsboat", ["-u", urls, "-c", cache, "-C", config, "-x", "reload"], { home }),
      dump: async (...options: string[]) =>
        JSON.parse(await run(PYTHON, [join(import.meta.dirname, "adapters/newsboat_dump.py"), cache, ...options])),
    };
  }
});

function expectedEntries(sample: ReaderSample, format: FormatName) {
  return sample.entries.map((entry) => {
    const { authors, content, enclosures, id, published, title, url } = expectedEntry(entry, sample, format);
    const recording = enclosures.find(({ type }) => /^(?:audio|video)\//.test(type)); // it keeps no other files
    return {
      id,
      url,
      title: title === "" ? expect.any(String) : title, // newsboat invents a title
      author: format === "rss" ? (authors.at(-1) ?? "") : authors.join(", "), // it keeps the last dc:creator
      content: plainHtml(content),
      published,
      enclosure: recording?.url ?? "",
      enclosureType: recording?.type ?? "",
      unread: 1,
    };
  });
}
