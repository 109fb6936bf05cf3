import { describe, expect, it } from "vitest";
import { titleOfNote } from "../../../../../src/import/generators/quartz/note-title.ts";

const titleOf = (body: string, frontMatter = {}, path = "Notes/Other Note.md") => titleOfNote({ path, frontMatter, body });

describe("titleOfNote()", () => {
  it.each(["text", "## Part", "#tag", "```\n# code\n```", "`# a`", "    # code", "```js a=\nx\n```", "\n\n==="])(
    "returns the name of the file for %j",
    (body) => {
      expect(titleOf(body)).toEqual({ title: "Other Note" });
    },
  );

  it.each(["text\n\n# Title", "Title\n===", "<h1>Title</h1>"])("returns undefined if there is a heading: %j", (body) => {
    expect(titleOf(body)).toEqual({});
  });

  it("returns undefined if the note has a title", () => {
    expect(titleOf("text", { title: "T" })).toEqual({});
  });

  it("returns the name of the folder of an index", () => {
    expect(titleOf("text", {}, "content/Deep Sea/index.md")).toEqual({ title: "Deep Sea" });
    expect(titleOf("text", {}, "index.md")).toEqual({});
  });

  it("keeps the date in the name of a file", () => {
    expect(titleOf("text", {}, "2024-02-03 Trip.md")).toEqual({ title: "2024-02-03 Trip" });
  });
});
