import { describe, expect, it, onTestFinished } from "vitest";
import { openMediaFolder } from "../../../../src/build/source/media-folder.ts";
import { serveContent } from "../../../../src/cli/start/content-server.ts";
import type { LiveBuild } from "../../../../src/cli/start/live-build.ts";
import { developmentPaths } from "../../../../src/http/development.ts";
import { makeFolder, png } from "../sample-folder.ts";

describe("serveContent()", () => {
  it("serves media files with their types, and only those that articles use", async () => {
    const chapters = '{"version": "1.2.0", "chapters": [{"startTime": 0}]}';
    const files = { "articles/a.png": png, "articles/ep.json": chapters, "articles/ep.vtt": "WEBVTT\n", "articles/secret.png": png };
    const media = openMediaFolder(`${makeFolder(files)}/articles`, "https://example.com");
    const used = ["a.png", "ep.json", "ep.vtt"].map((name) => new URL(media.publish(name)?.url ?? "").pathname);
    const site = { onBuild: () => {}, settled: async () => {}, latest: { media }, problems: [] } as unknown as LiveBuild;
    const address = await serveContent(site, () => true);
    const responses = await Promise.all([...used, "/media/0/secret.png"].map((path) => fetch(new URL(path, address))));
    expect(responses.map(({ headers, status }) => [status, headers.get("content-type")])).toEqual([
      [200, "image/png"],
      [200, "application/json+chapters"],
      [200, "text/vtt"],
      [404, null],
    ]);
  });

  it("notifies open pages of a new version, but not while the Worker restarts", async () => {
    let build = () => {};
    let isReachable = true;
    const onBuild = (listener: () => void) => {
      build = listener;
    };
    const site = { onBuild, settled: async () => {}, latest: { media: { published: new Map() } }, problems: [] } as unknown as LiveBuild;
    const address = await serveContent(site, () => isReachable);
    const open = new AbortController();
    onTestFinished(() => open.abort());
    const { body } = await fetch(new URL(developmentPaths.versions, address), { signal: open.signal });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = await reader?.read();
    isReachable = false;
    build();
    isReachable = true;
    build();
    const second = await reader?.read();
    expect([first?.value, second?.value]).toEqual([expect.stringMatching(/^data: \S+\n\n$/), expect.stringMatching(/^data: \S+\n\n$/)]);
    expect(second?.value).not.toBe(first?.value);
  });
});
