import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type BuildResult, build } from "../../../src/build/build.ts";
import type { BuildOptions } from "../../../src/build/build-options.ts";
import { emptyCache } from "../../../src/build/cache/compile-cache.ts";
import { openMediaFolder } from "../../../src/build/source/media-folder.ts";
import { storeBuild } from "../../../src/build/store-build.ts";
import { importArticles } from "../../../src/cli/import/import-articles.ts";
import { formatDiagnostic } from "../../../src/model/diagnostic.ts";
import { sampleSite } from "../../samples.ts";
import { hostileFiles, putHostile, secret } from "../files/hostile-files.ts";
import { asOrdinaryUser, canOthersReadProject } from "../files/ordinary-user.ts";
import { makeFolder, png, settings } from "./sample-folder.ts";

const good =
  "---\ndate: 2024-11-06\nenclosure: a.png\nimage: a/sub/secret.png\n---\n# Good\n\n![](a.png) ![](a/secret.png) [a](a.md) [b](../outside/secret.png)";
const base = { "wrangler.toml": settings, "articles/good.md": good };
const now = Date.UTC(2025, 0, 1);

const optionsIn = (folder: string): BuildOptions => {
  return { config: join(folder, "wrangler.toml"), environment: "", purpose: "compile", now, cache: emptyCache };
};
const toldIn = ({ problems }: BuildResult) => problems.map(formatDiagnostic);
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => !lstatSync(path).isDirectory());

describe("a build", () => {
  it.each(hostileFiles)("reports $name by its path, and compiles the rest", async (hostile) => {
    const folder = makeFolder(base);
    putHostile(hostile, join(folder, "articles"));
    const result = await build(optionsIn(folder));
    const told = toldIn(result).filter((line) => line.startsWith(`articles/${hostile.path}:1:1 error Cannot read it: `));
    expect(told).toEqual([expect.stringMatching(new RegExp(hostile.reason.source.replace("^", " Cannot read it: ")))]);
    expect([result.content, result.cache?.articles.has("good.md")]).toEqual([undefined, true]);
    expect(JSON.stringify([result.problems, [...(result.cache?.articles ?? [])]])).not.toContain(secret);
  });

  it("reports the same with several processes as with one", async () => {
    const folder = makeFolder({ ...base, "articles/_shared/x": "", "articles/more.md": good });
    putHostile(
      { name: "", path: "", reason: /./, put: (_, __, outside) => symlinkSync(outside, join(folder, "articles/a")) },
      join(folder, "articles"),
    );
    symlinkSync("a/secret.png", join(folder, "articles/_shared/secret.png"));
    symlinkSync("_shared/secret.png", join(folder, "articles/a.png"));
    const [one, several] = [
      await build({ ...optionsIn(folder), pool: { processes: 1, articles: 0 } }),
      await build({ ...optionsIn(folder), pool: { processes: 2, articles: 1 } }),
    ];
    expect(toldIn(one).filter((line) => line.includes(" error "))).toHaveLength(2);
    expect(toldIn(several)).toEqual(toldIn(one));
    expect(JSON.stringify([[...(several.cache?.articles ?? [])], [...(several.media?.published ?? [])]])).not.toContain(secret);
  });

  it.runIf(canOthersReadProject)("names unreadable files, and compiles the rest", async () => {
    const text = "---\ndate: 2024-11-06\n---\n![](moon.png)";
    const folder = makeFolder({
      ...base,
      "articles/good.md": text,
      "articles/bad.md": text,
      "articles/b/c.md": text,
      "articles/moon.png": png,
    });
    await build(optionsIn(folder));
    chmodSync(folder, 0o755);
    for (const name of ["bad.md", "b", "moon.png"]) chmodSync(join(folder, "articles", name), 0);
    const result = await asOrdinaryUser(() => build(optionsIn(folder)));
    const reason = "error Cannot read it: no permission; change its owner or mode, or run the command as another user";
    expect(toldIn(result).filter((line) => line.includes(" error "))).toEqual(
      ["b", "bad.md", "moon.png"].map((name) => `articles/${name}:1:1 ${reason}`),
    );
    expect([...(result.cache?.articles.keys() ?? [])]).toEqual(["good.md"]);
    chmodSync(join(folder, "articles/b"), 0o700);
  });

  it.runIf(canOthersReadProject)("reports once that the articles folder cannot be read", async () => {
    const folder = makeFolder({ ...base, "articles/good.md": "# Good" });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "articles"), 0);
    const result = await asOrdinaryUser(() => build(optionsIn(folder)));
    chmodSync(join(folder, "articles"), 0o700);
    const [told, ...others] = toldIn(result).filter((line) => line.includes(" error "));
    expect([told, others]).toEqual([expect.stringMatching(/^articles\/:1:1 error Cannot read it: no permission/), []]);
  });

  it("publishes the targets of links inside the folder as files", async () => {
    const folder = makeFolder({
      ...base,
      "articles/good.md": "---\ndate: 2024-11-06\n---\n# Good\n\n![](moon.png) ![](pictures/star.png)",
      "articles/_shared/star.png": png,
      "articles/_shared/moon.png": png,
    });
    symlinkSync("_shared/moon.png", join(folder, "articles/moon.png"));
    symlinkSync(join(folder, "articles/_shared"), join(folder, "articles/pictures"));
    symlinkSync("good.md", join(folder, "articles/better.md"));
    renameSync(join(folder, "articles"), join(folder, "real"));
    symlinkSync("real", join(folder, "articles")); // the folder itself may be a link
    const options = optionsIn(folder);
    const result = await build(options);
    expect([toldIn(result), result.content?.entries.length]).toEqual([[], 2]);
    await storeBuild(result, options, () => {});
    const media = filesIn(join(folder, "build/public/media"));
    expect(media.map((path) => path.split("/").at(-1)).sort()).toEqual(["moon.png", "star.png"]);
    for (const path of media) expect([lstatSync(path).isFile(), readFileSync(path).equals(png)]).toEqual([true, true]);
  });

  it("does not publish an article that has the name of a picture", async () => {
    const folder = makeFolder({
      ...base,
      "articles/good.md": "---\ndate: 2024-11-06\n---\n# Good\n\n![](a.png)",
      "articles/plan.md": `---\ndraft: true\n---\n${secret}`,
    });
    symlinkSync("plan.md", join(folder, "articles/a.png"));
    const options = optionsIn(folder);
    const result = await build(options);
    expect(toldIn(result)).toEqual([expect.stringMatching(/good\.md:6:1 warning Cannot find the file "a\.png"/)]);
    await storeBuild(result, options, () => {});
    for (const path of filesIn(join(folder, "build/public"))) expect(readFileSync(path, "latin1")).not.toContain(secret);
  });

  it("removes files of an earlier build that are no longer allowed", async () => {
    const folder = makeFolder({
      ...base,
      "articles/good.md": "---\ndate: 2024-11-06\n---\n# Good\n\n![](a.png)",
      "articles/a.png": secret,
    });
    const options = optionsIn(folder);
    await storeBuild(await build(options), options, () => {});
    expect(filesIn(join(folder, "build/public/media"))).toHaveLength(1);
    rmSync(join(folder, "articles/a.png"));
    await storeBuild(await build(options), options, () => {});
    expect(existsSync(join(folder, "build/public/media"))).toBe(false);
  });

  it.each([
    ["a link to nothing", (path: string) => symlinkSync("nowhere", path), /a link leads to nowhere/],
    ["a link in a circle", (path: string) => symlinkSync("articles", path), /its links lead in a circle/],
    ["a file", (path: string) => writeFileSync(path, ""), /it is not a folder/],
  ])("rejects %s instead of the articles folder", async (_, put, expected) => {
    const folder = makeFolder({ "wrangler.toml": settings });
    put(join(folder, "articles"));
    const result = await build(optionsIn(folder));
    expect(toldIn(result)).toEqual([expect.stringMatching(/^articles\/:1:1 error Cannot read it: /)]);
    expect(toldIn(result).join()).toMatch(expected);
  });

  it("compiles nothing without an articles folder", async () => {
    const { content, problems } = await build(optionsIn(makeFolder({ "wrangler.toml": settings })));
    expect([content, problems.length]).toEqual([undefined, 1]);
  });

  it("ignores hidden links, such as the locks of an editor", async () => {
    const folder = makeFolder({ "wrangler.toml": settings, "articles/good.md": "---\ndate: 2024-11-06\n---\nText" });
    symlinkSync("somebody@somewhere.123:456", join(folder, "articles/.#good.md"));
    symlinkSync("/etc", join(folder, "articles/_drafts-of-mine"));
    expect(toldIn(await build(optionsIn(folder)))).toEqual([]);
  });

  it("rejects a list of removed addresses that is a link out of the folder", async () => {
    const folder = makeFolder({ ...base, "removed.txt": "/old\n" });
    symlinkSync("../removed.txt", join(folder, "articles/_removed.txt"));
    expect(toldIn(await build(optionsIn(folder)))).toContainEqual(
      expect.stringMatching(/^articles\/_removed\.txt:1:1 error Cannot read it: a link leads out/),
    );
  });

  it("rejects an icon that is a link out of the folder", async () => {
    const folder = makeFolder({ ...base, "wrangler.toml": `${settings}icon = "a.png"`, "icon.png": png });
    symlinkSync("../icon.png", join(folder, "articles/a.png"));
    expect(toldIn(await build(optionsIn(folder)))).toContainEqual(
      expect.stringMatching(/^articles\/a\.png:1:1 error Cannot read it: a link leads out/),
    );
  });
});

describe("openMediaFolder()", () => {
  it.each(hostileFiles)("does not read $name", (hostile) => {
    const folder = makeFolder(base);
    putHostile(hostile, join(folder, "articles"));
    const media = openMediaFolder(join(folder, "articles"), "https://example.com");
    for (const path of [
      hostile.path,
      "a.png",
      "a/secret.png",
      "a/sub/secret.png",
      "b.png",
      "../outside/secret.png",
      "a/../../outside/secret.png",
    ]) {
      expect(media.publish(path)).toBeUndefined();
    }
    expect(media.published.size).toBe(0);
  });

  it("does not publish a file that was replaced with a link", () => {
    const folder = makeFolder({ "articles/moon.png": png, "other.png": secret });
    const media = openMediaFolder(join(folder, "articles"), "https://example.com");
    expect(media.publish("moon.png")).toBeDefined();
    rmSync(join(folder, "articles/moon.png"));
    expect(() => media.read("moon.png")).toThrow("Cannot read moon.png: it is not there any more; run the command again");
    symlinkSync("../other.png", join(folder, "articles/moon.png"));
    expect(() => media.read("moon.png")).toThrow(/^Cannot read moon\.png: a link leads out of the folder/);
  });
});

describe("an import of a folder", () => {
  const run = (folder: string) =>
    importArticles([join(folder, "articles")], { site: sampleSite, now, folder: join(folder, "into"), isDryRun: false });

  it.each(hostileFiles)("reports $name by its path, and copies the rest", async (hostile) => {
    const folder = makeFolder({ ...base, "articles/moon.png": png });
    putHostile(hostile, join(folder, "articles"));
    const { concerns, written } = await run(folder);
    expect(written).toContain("good.md");
    expect(concerns.filter(({ entry }) => entry === hostile.path).map(({ note }) => note)).toEqual([expect.stringMatching(/^Left out: /)]);
    for (const path of filesIn(join(folder, "into"))) {
      expect(lstatSync(path).isFile(), path).toBe(true);
      expect(readFileSync(path, "utf8")).not.toContain(secret);
    }
  });

  it("copies the targets of links inside the folder as files", async () => {
    const folder = makeFolder({ "articles/a.md": "---\ndate: 2024-11-06\n---\nA", "articles/real/moon.png": png });
    symlinkSync("real", join(folder, "articles/alias"));
    symlinkSync("real/moon.png", join(folder, "articles/moon.png"));
    const result = await run(folder);
    expect(result).toMatchObject({ written: ["a.md"], media: 3, concerns: [] });
    for (const name of ["moon.png", "alias/moon.png", "real/moon.png"]) {
      expect(lstatSync(join(folder, "into", name)).isFile()).toBe(true);
      expect(readFileSync(join(folder, "into", name))).toEqual(png);
    }
    expect(await run(folder)).toMatchObject({ written: [], media: 0, existing: 1, concerns: [] });
  });

  it.each([
    ["_config.yml", "_config.yml"],
    ["a folder with hugo.toml", "config"],
  ])("reads no settings of a generator through a link named %s", async (_, path) => {
    const other = { "other/_config.yml": "title: x", "other/config/_default/hugo.toml": "" };
    const folder = makeFolder({ "articles/_posts/2024-11-06-a.md": "A", "articles/content/a.md": "A", ...other });
    symlinkSync(join("../other", path), join(folder, "articles", path));
    const { concerns, sourcesRead } = await run(folder);
    expect([sourcesRead, concerns.map(({ note }) => note)]).toEqual([
      0,
      [expect.stringMatching(`^Cannot read .*/articles/${path}: a link leads out of the folder, to .*other/${path}`)],
    ]);
  });

  it("skips unreadable files, and copies the rest", async () => {
    const folder = makeFolder({ ...base, "articles/bad.md": "x", "into/x": "" });
    for (const path of [folder, join(folder, "into")]) chmodSync(path, 0o777);
    chmodSync(join(folder, "articles/bad.md"), 0);
    await importArticles([join(folder, "articles")], { site: sampleSite, now, folder: join(folder, "nowhere"), isDryRun: true });
    const { concerns, written } = await asOrdinaryUser(() => run(folder));
    expect([written, concerns]).toEqual([
      ["good.md"],
      [{ from: join(folder, "articles"), entry: "bad.md", note: expect.stringMatching(/^Left out: no permission; /), isIncomplete: true }],
    ]);
  });

  it("stops without permission to write", async () => {
    const folder = makeFolder({ ...base, "into/x": "" });
    for (const path of [folder, join(folder, "into")]) chmodSync(path, 0o555);
    await importArticles([join(folder, "articles")], { site: sampleSite, now, folder: join(folder, "into"), isDryRun: true });
    await expect(asOrdinaryUser(() => run(folder))).rejects.toThrow(/^Cannot write .*into\/good\.md: no permission; /);
    expect(readdirSync(join(folder, "into"))).toEqual(["x"]);
    for (const path of [folder, join(folder, "into")]) chmodSync(path, 0o755);
  });

  it("accepts a link that is named on the command line", async () => {
    const folder = makeFolder({ "other/text.md": "---\ndate: 2024-11-06\n---\nText" });
    symlinkSync("other/text.md", join(folder, "moon.md"));
    const result = await importArticles([join(folder, "moon.md")], {
      site: sampleSite,
      now,
      folder: join(folder, "into"),
      isDryRun: false,
    });
    expect([result.written, lstatSync(join(folder, "into/moon.md")).isFile()]).toEqual([["moon.md"], true]);
  });

  it("writes nothing outside of the articles folder", async () => {
    const folder = makeFolder({ "articles/a/moon.md": "---\ndate: 2024-11-06\n---\nText", "into/x.md": "x", "elsewhere/x": "" });
    symlinkSync("../elsewhere", join(folder, "into/a"));
    expect((await run(folder)).concerns).toMatchObject([
      { entry: "a/moon.md", note: expect.stringMatching(/^Left out: a link leads out of .*into; remove the link$/) },
    ]);
    rmSync(join(folder, "into/a"));
    mkdirSync(join(folder, "into/a"));
    symlinkSync("../../elsewhere/moon.md", join(folder, "into/a/moon.md"));
    const { concerns } = await run(folder);
    expect(concerns).toMatchObject([{ entry: "a/moon.md", note: "Left out: it exists already; move it away" }]);
    expect(readdirSync(join(folder, "elsewhere"))).toEqual(["x"]);
  });

  it("copies and compares files larger than one chunk", async () => {
    const large = Buffer.alloc(3 * 1024 * 1024 + 7, "recording ");
    const folder = makeFolder({ "articles/a.md": "---\ndate: 2024-11-06\n---\nA", "articles/a.mp3": large });
    expect((await run(folder)).media).toBe(1);
    expect(readFileSync(join(folder, "into/a.mp3")).equals(large)).toBe(true);
    expect((await run(folder)).concerns).toEqual([]);
    large.writeUInt8(0, large.length - 1);
    writeFileSync(join(folder, "articles/a.mp3"), large);
    expect((await run(folder)).concerns).toMatchObject([{ note: "Left out: articles/a.mp3 already exists with other content" }]);
  });
});

describe("an import of a feed", () => {
  const rss = `<rss version="2.0"><channel><title>x</title><link>https://old.example</link><description>x</description><item><title>Moon</title>
<guid>urn:moon</guid><link>https://old.example/moon</link><pubDate>Wed, 06 Nov 2024 12:00:00 GMT</pubDate><description>Text</description></item></channel></rss>`;

  it("writes nothing through links that lead out of the articles folder", async () => {
    const folder = makeFolder({ "feed.xml": rss, "into/x": "", "elsewhere/x": "" });
    symlinkSync("../elsewhere", join(folder, "into/2024"));
    const run = () => importArticles([join(folder, "feed.xml")], { site: sampleSite, now, folder: join(folder, "into"), isDryRun: false });
    const note = /^Left out: Cannot write .*into\/2024: a link leads out of .*into; remove the link$/;
    expect(await run()).toMatchObject({ written: [], leftOut: 1, concerns: [{ entry: "Moon", note: expect.stringMatching(note) }] });
    rmSync(join(folder, "into/2024"));
    mkdirSync(join(folder, "into/2024"));
    symlinkSync("../../elsewhere/moon.html", join(folder, "into/2024/2024-11-06-moon.html"));
    expect((await run()).written).toEqual(["2024/2024-11-06-moon-2.html"]);
    expect(readdirSync(join(folder, "elsewhere"))).toEqual(["x"]);
  });
});
