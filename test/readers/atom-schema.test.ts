import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentsOf, readerSamples } from "./reader-samples.ts";
import { run } from "./run.ts";

const documents = readerSamples.map((sample) => ({ name: sample.name, ...documentsOf(sample) }));

describe("xmllint", () => {
  it.each(documents)("finds the documents of $name well-formed", async ({ atom, rss }) => {
    for (const input of [rss, atom]) expect(await run("xmllint", ["--noout", "--nonet", "-"], { input })).toBe("");
  });

  it.each(documents)("validates Atom of $name with the grammar of RFC 4287", async ({ atom }) => {
    expect(await validate(atom)).toBe("");
  });

  it.each([
    ["an unknown element", "</feed>", "<item/></feed>"],
    ["an entry without id", /(<entry>[\s\S]*?)<id>[^<]*<\/id>/, "<entry>"],
    ["a date that is none", /<updated>[^<]*</, "<updated>today<"],
  ])("detects %s", async (_name, from, to) => {
    for (const { atom } of documents) await expect(validate(atom.replace(from, to))).rejects.toThrow("fails to validate");
  });

  function validate(document: string): Promise<string> {
    return run("xmllint", ["--noout", "--nonet", "--relaxng", join(import.meta.dirname, "atom.rng"), "-"], { input: document });
  }
});
