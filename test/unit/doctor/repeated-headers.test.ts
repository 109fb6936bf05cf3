import { describe, expect, it } from "vitest";
import { examineFeed } from "../../../src/doctor/examine-feed.ts";
import { complaints, goodJson, type Manners, network, startFeedServer } from "./feed-server.ts";

const examine = async (manners: Manners, path = "/feed.xml") =>
  (await examineFeed((await startFeedServer(manners)) + path, network)).findings;
const own = "application/rss+xml; charset=utf-8";
const date = "Wed, 06 Nov 2024 12:00:00 GMT";

describe("examineFeed() reports a header that is sent several times", () => {
  it.each([
    ["content-type", [own, own], ["note content type"], "It is sent twice: some clients read one long value"],
    ["content-type", [own, "text/html"], ["warning content type"], "It is sent twice, and each client chooses one"],
    ["content-type", [own, own, "text/html; charset=iso-8859-1"], ["warning content type"], "It is sent 3 times, and each client"],
    ["etag", ['"a"', '"a"'], ["warning validators"], "The ETag is sent twice"],
    ["last-modified", [date, date], ["warning validators"], "Last-Modified is sent twice"],
    ["x-content-type-options", ["nosniff", "nosniff"], [], undefined],
    ["access-control-allow-origin", ["*", "*"], ["note CORS"], "Web applications of other sites cannot read it (CORS)"],
    ["cache-control", ["public", "max-age=3600"], [], undefined],
    ["vary", ["accept-encoding", "accept"], [], undefined],
  ])("%s: %j", async (name, values, expected, message) => {
    const gzip = name === "etag" ? "never" : undefined; // each encoding has its own tag
    const document = name === "etag" ? (url: string) => goodJson(url).replace(/Nobody[^"]*/, "x") : undefined;
    const type = document === undefined ? {} : { "content-type": "application/feed+json" };
    const findings = await examine({
      headers: { ...type, [name]: values },
      ...(gzip !== undefined && { gzip }),
      ...(document !== undefined && { document }),
    });
    expect(complaints(findings)).toEqual(expected);
    if (message !== undefined) expect(findings.map((finding) => finding.message).join("\n")).toContain(message);
  });

  it("and reads a document that declares no encoding", async () => {
    const type = "application/feed+json; charset=utf-8";
    const findings = await examine({ headers: { "content-type": [type, type] }, document: (url) => goodJson(url) });
    expect(complaints(findings)).toEqual(["note content type"]);
    expect(findings.find(({ check }) => check === "charset")?.message).toBe("UTF-8");
  });

  it("and follows the first Location", async () => {
    const findings = await examine(
      {
        respond: ({ url }, response) => {
          if (url !== "/old") return false;
          response.writeHead(301, ["location", "/feed.xml", "location", "/feed.xml"]).end();
          return true;
        },
      },
      "/old",
    );
    expect(complaints(findings)).toEqual(["warning redirects"]);
    expect(findings.find(({ check }) => check === "redirects")?.message).toContain("several headers Location");
  });

  it.each(['application/rss+xml; charset="utf-8"', "application/rss+xml; charset='UTF-8'", "application/rss+xml;charset=utf-8,"])(
    "and accepts %s",
    async (type) => {
      expect(complaints(await examine({ headers: { "content-type": type } }))).toEqual([]);
    },
  );
});
