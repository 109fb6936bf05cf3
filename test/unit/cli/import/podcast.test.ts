import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { readSettings } from "../../../../src/build/wrangler/settings-file.ts";
import { readWranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";
import { makeFolder } from "../sample-folder.ts";

const program = resolve(import.meta.dirname, "../../../../src/cli/run.js");
const fixture = (name: string) => readFileSync(resolve(import.meta.dirname, "../../../fixtures/podcasts", name), "utf8");

it("npm run import -- FEED --write makes the site the same podcast", { timeout: 60_000 }, () => {
  const folder = makeFolder({
    "wrangler.toml": "[vars.SITE]\ntitle = 'Broadsheet'\nauthor = { name = 'The Broadsheet desk' }\n",
    "feed.xml": fixture("podlove.xml"),
  });
  const { status, stdout } = spawnSync(process.execPath, [program, "import", "feed.xml", "--write"], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(0);
  expect(stdout).toContain("feed.xml: Not imported: itunes:summary (an entry has one summary), in 1 entry\n");
  expect(stdout).toContain("\nNot imported from the feed itself: podcast:license\n");
  const read = () => readSettings(readWranglerFile(join(folder, "wrangler.toml")), "");
  expect(read().problems).toEqual([]);
  expect(read().valid).toMatchObject({
    ...{ title: "Hafenfunk", icon: "https://hafenfunk.example/cover_original.jpg", limit: 100 },
    podcast: { guid: "5bb20a9c-58df-5b8d-91cb-a19fc5e2bb34", category: ["Leisure > Hobbies"], email: "post@hafenfunk.example" },
  });
  expect(readdirSync(join(folder, "articles/2024"))).toEqual([
    "2024-11-20-hf012-schleusen.chapters.json",
    "2024-11-20-hf012-schleusen.html",
  ]);
});
