import { describe, expect, it } from "vitest";
import { AuthorDirectory } from "../../../../src/content/metadata/author-directory.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import { compileAll, someMedia } from "../sample.ts";

const ada = "ada:\n  name: Ada Marsh\n  url: https://ada.example/\n  title: Editor\nbob: Bob Sand\n";

function resolve(files: Readonly<Record<string, string>>, name: string, source: string) {
  const problems: string[] = [];
  const directory = new AuthorDirectory(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    (problem) => problems.push(formatDiagnostic(problem)),
  );
  return { authors: directory.resolve([{ name }], source), problems };
}

describe("AuthorDirectory", () => {
  it.each([
    ["authors.yml", "2024/moon.md", "ada", { name: "Ada Marsh", url: "https://ada.example/" }],
    ["_data/authors.yml", "_posts/moon.md", "ada", { name: "Ada Marsh", url: "https://ada.example/" }],
    ["blog/authors.yml", "blog/moon/index.md", "bob", { name: "Bob Sand" }],
    ["blog/authors.yml", "notes/moon.md", "bob", { name: "bob" }],
    ["authors.yml", "moon.md", "Cy", { name: "Cy" }],
  ])("reads %s for %s: %s", (file, source, key, author) => {
    expect(resolve({ [file]: ada }, key, source)).toEqual({ authors: [author], problems: [] });
  });

  it("prefers the nearest file", () => {
    expect(resolve({ "authors.yml": ada, "blog/authors.yml": "ada: Ada B." }, "ada", "blog/moon.md").authors).toEqual([{ name: "Ada B." }]);
  });

  it("reads pictures, and reports invalid URLs", () => {
    const text = "ada:\n  name: Ada\n  image_url: https://ada.example/a.png\nbob:\n  name: Bob\n  image_url: ftp://bob.example/b.png\n";
    expect(resolve({ "authors.yml": text }, "ada", "moon.md")).toEqual({
      authors: [{ name: "Ada", image: "https://ada.example/a.png" }],
      problems: [
        expect.stringMatching(/^articles\/authors\.yml:1:1 warning Cannot use the picture "ftp:\/\/bob\.example\/b\.png" of Bob: /),
      ],
    });
  });

  it.each([
    ["authors.yml", "/ada.png"],
    ["blog/authors.yml", "/blog/ada.png"],
  ])("finds pictures next to %s", (file, image) => {
    const text = "ada:\n  name: Ada\n  image_url: ada.png\n";
    expect(resolve({ [file]: text }, "ada", "blog/moon.md").authors).toEqual([{ name: "Ada", image }]);
  });

  it("reports a file that it cannot read", () => {
    expect(resolve({ "authors.yml": "ada: [x" }, "ada", "moon.md")).toEqual({
      authors: [{ name: "ada" }],
      problems: [expect.stringMatching(/^articles\/authors\.yml:1:\d+ warning Cannot read the authors: .*; their keys are used as names$/)],
    });
  });
});

describe("compile() and author files", () => {
  const article = (yaml: string) => `---\ndate: 2024-11-06\n${yaml}\n---\nText`;

  it.each([
    ["authors: [ada, bob]", [{ name: "Ada Marsh", url: "https://ada.example/" }, { name: "Bob Sand" }]],
    ["authors:\n  - key: ada", [{ name: "Ada Marsh", url: "https://ada.example/" }]],
    ["author_name: Cy Dee\nauthor_url: https://cy.example", [{ name: "Cy Dee", url: "https://cy.example/" }]],
    ["author: Cy Dee\nauthorURL: https://cy.example", [{ name: "Cy Dee", url: "https://cy.example/" }]],
    ["author: Cy Dee\nauthorImageURL: https://cy.example/c.png", [{ name: "Cy Dee", image: "https://cy.example/c.png" }]],
    [
      "author: Cy Dee\nauthor_url: https://cy.example\nauthor_image_url: https://cy.example/c.png",
      [{ name: "Cy Dee", url: "https://cy.example/", image: "https://cy.example/c.png" }],
    ],
  ])("reads %j", async (yaml, authors) => {
    const { entries, problems } = await compileAll({ "a.md": article(yaml) }, { authorFiles: [{ path: "authors.yml", text: ada }] });
    expect({ authors: entries[0]?.authors, problems }).toEqual({ authors, problems: [] });
  });

  it("publish pictures of the articles folder, and report missing ones", async () => {
    const authorFiles = [{ path: "notes/authors.yml", text: "dee: { name: Dee, image_url: night sky.png }" }];
    const moon = article("authors: [{ name: Cy, image: /moon.png }, { name: Ada, image: me.png }]");
    const { entries, problems } = await compileAll(
      { "a.md": moon, "notes/b/c.md": article("author: dee") },
      { authorFiles, media: someMedia },
    );
    expect(entries.map(({ authors }) => authors)).toEqual([
      [{ name: "Dee", image: "https://example.com/media/cd/night%20sky.png" }],
      [{ name: "Cy", image: "https://example.com/media/ab/moon.png" }, { name: "Ada" }],
    ]);
    expect(problems).toEqual(['articles/a.md:3:10 warning Cannot find the picture "me.png" next to the article; it was left out']);
  });
});
