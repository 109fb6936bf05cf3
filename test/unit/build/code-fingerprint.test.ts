import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { codeFingerprint, filesOfDigests, importsFrom, renderingCode } from "../../../src/build/code-fingerprint.ts";

describe("codeFingerprint()", () => {
  it("is the same for the same code", () => {
    expect(codeFingerprint()).toMatch(/^[0-9a-f]{32}$/);
    expect(codeFingerprint()).toBe(codeFingerprint());
  });
});

describe("filesOfDigests()", () => {
  it("lists the files that esbuild finds in the code that builds sites", () => {
    const { metafile } = buildSync({
      entryPoints: ["src/build/build.ts", "src/build/processes/compiler-child.ts"],
      ...{ bundle: true, write: false, metafile: true, outdir: "unused", platform: "node", format: "esm", packages: "external" },
    });
    const bundled = Object.keys(metafile.inputs).filter((path) => path.startsWith("src/"));
    const files = filesOfDigests();
    expect(bundled.filter((path) => !files.includes(path))).toEqual([]);
    expect(bundled).toContain("src/content/markup/mdx.ts"); // is imported when an article needs it
    expect(files).toContain("package-lock.json");
    expect(files.filter((path) => /^src\/(?:import|doctor)\//.test(path))).toEqual([]);
  });
});

describe("renderingCode()", () => {
  it("has one digest for feeds and another for pages", () => {
    const { feeds, pages } = renderingCode();
    for (const digest of [feeds, pages]) expect(digest).toMatch(/^[0-9a-f]{32}$/);
    expect(feeds).not.toBe(pages);
    expect(renderingCode()).toEqual({ feeds, pages });
  });
});

describe("importsFrom()", () => {
  const feeds = importsFrom("src/resources/feed-resource.ts");
  const pages = importsFrom("src/resources/page-resources.ts");

  it("finds the files that render feeds, and none that compile articles, serve or print", () => {
    for (const name of ["rss", "atom", "json-feed", "xml", "feed-package", "content-in-feed"])
      expect(feeds.files).toContain(`src/feed/${name}.ts`);
    expect(feeds.files).toContain("src/base/escape.ts");
    expect([...feeds.names]).toEqual(["feed"]);
    expect([...feeds.files].filter((file) => /^src\/(?:build|cli|content|doctor|import|pages|settings)\//.test(file))).toEqual([]);
  });

  it("finds the files that render pages", () => {
    for (const name of ["layout.tsx", "entry-page.tsx", "stylesheet.ts"]) expect(pages.files).toContain(`src/pages/${name}`);
    expect(pages.names).toContain("hono");
  });
});
