import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ghostEntries } from "../../../../src/import/ghost/ghost-export.ts";
import { wordpressEntries } from "../../../../src/import/wordpress/wordpress-export.ts";
import { LimitError } from "../../../../src/limits/limit-error.ts";
import { all, inChunks } from "../chunks.ts";

const src = resolve(import.meta.dirname, "../../../../src");
const pieceLength = 1 << 18;

const maxPieces = 130; // 32 MiB

/** Yields a beginning and then repeats a text; fails if it is read too far. */
function endless(beginning: string, repeated: string): () => AsyncIterable<string> {
  const piece = repeated.repeat(Math.ceil(pieceLength / repeated.length));
  return async function* () {
    yield beginning;
    for (let count = 0; count < maxPieces; count++) yield piece;
    throw new Error("It is read too far");
  };
}

const wxr = (items: string) =>
  `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="x"><channel><title>T</title>${items}</channel></rss>`;
const post = (title: string, content = "x", more = "") =>
  `<item><title>${title}</title><guid>${title}</guid><content:encoded><![CDATA[${content}]]></content:encoded>${more}</item>`;
const begun = wxr("").replace("</channel></rss>", "");
const exported = (posts: string, more = "") => `{"db":[{"meta":{"exported_on":1},"data":{"posts":[${posts}]${more}}}]}`;
const ghostPost = (title: string, html = "x") =>
  JSON.stringify({ id: title, title, slug: title, html, status: "published", published_at: "2020-01-01T00:00:00Z" });
const ghostBegun = '{"db":[{"meta":{"exported_on":1},"data":{"posts":[';

const readWordpress = (read: () => AsyncIterable<string>) => all(wordpressEntries(read, () => {}));
const readGhost = (read: () => AsyncIterable<string>) => all(ghostEntries(read, "https://old.example", () => {}));

describe("wordpressEntries() rejects an endless", () => {
  it.each([
    ["text between posts", begun, "word ", "it has an element of more than 16,777,216 characters"],
    ["section between posts", `${begun}<![CDATA[`, "<a>", "it has an element of more than 16,777,216 characters"],
    ["attribute", `${begun}<item a="`, "a ", "it has an element of more than 16,777,216 characters"],
    ["comment", `${begun}<!--`, "a ", "it has an element of more than 16,777,216 characters"],
    ["document type declaration", "<!DOCTYPE rss [", '<!ENTITY a "b">', "it has an element of more than 16,777,216 characters"],
    ["list of attributes", `${begun}<item `, 'a="" ', "it has more than 500,000 attributes"],
    ["list of attributes in a comment", `${begun}<item><wp:comment `, 'a="" ', "it has more than 500,000 attributes"],
    ["nesting in a comment", `${begun}<item><wp:comment>`, "<a>", "its elements are nested more than 256 deep"],
    ["nesting", begun, "<item>", "its elements are nested more than 256 deep"],
    ["list of items", begun, "<item></item>", "it has more than 100,000 entries"],
  ])("%s", async (_name, beginning, repeated, expected) => {
    const reading = readWordpress(endless(beginning, repeated));
    await expect(reading).rejects.toThrow(LimitError);
    await expect(reading).rejects.toThrow(expected);
  });

  it("text, and names the previous post and the remedy", async () => {
    const read = endless(`${begun}${post("Sun")}${post("Moon")}`, "word ");
    await expect(readWordpress(read)).rejects.toThrow(
      'after "Moon", it has an element of more than 16,777,216 characters; remove that part in WordPress, or export fewer posts at a time',
    );
  });
});

describe("wordpressEntries() continues after a post with", () => {
  it.each([
    ["too many links", "<a>".repeat(1_000_001), "its content has more than 600,000 words, lines and tags"],
    ["too many lines", "a\n\n".repeat(600_000), "its content has more than 600,000 words, lines and tags"],
    ["too much text", `]]]]><![CDATA[>${"a]".repeat(9_000_000)}`, "it has more than 16,777,216 characters; shorten it in WordPress"],
    [
      "too many elements",
      `]]></content:encoded>${"<a><b/></a>".repeat(100_001)}<content:encoded><![CDATA[`,
      "it has more than 200,000 elements",
    ],
    [
      "too long a comment",
      `]]></content:encoded><!--${"a-".repeat(9_000_000)}--><content:encoded><![CDATA[`,
      "it has more than 16,777,216",
    ],
    [
      "too many comments of XML",
      `]]></content:encoded>${"<!---->".repeat(10)}${"<a></a>".repeat(200_001)}<content:encoded><![CDATA[`,
      "more than 200,000 elements",
    ],
    ["too many shortcodes", "[code]".repeat(1_000_001), "its content has more than 600,000 words, lines and tags"],
  ])("%s", async (_name, content, expected) => {
    const entries = await readWordpress(inChunks(wxr(post("Sun", content) + post("Moon")), pieceLength));
    expect(entries.map(({ title }) => title)).toEqual(["Sun", "Moon"]);
    expect(entries.map(({ refusal }) => refusal)).toEqual([expect.stringContaining(expected), undefined]);
  });
});

describe("wordpressEntries() accepts a post with", () => {
  const comment =
    "<wp:comment><wp:comment_id>1</wp:comment_id><a><b/></a><wp:comment_content><![CDATA[TEXT]]></wp:comment_content></wp:comment>";
  const field = "<wp:postmeta><wp:meta_key>_KEY</wp:meta_key><wp:meta_value><![CDATA[TEXT]]></wp:meta_value></wp:postmeta>";
  it.each([
    ["very many comments", comment.repeat(60_000)],
    ["long comments", comment.replace("TEXT", "a < b ]] ".repeat(20_000)).repeat(110)],
    ["one very long comment", comment.replace("TEXT", "-->".repeat(7_000_000))],
    ["very many fields of plugins", field.repeat(70_000)],
    ["one very long field of a plugin", field.replace("TEXT", "]a".repeat(9_000_000))],
  ])("%s", async (_name, more) => {
    const used = field.replace("_KEY", "enclosure").replace("TEXT", "https://old.example/a.mp3");
    const notes: string[] = [];
    const read = inChunks(wxr(post("Sun", "x", more + used) + post("Moon")), pieceLength);
    const entries = await all(wordpressEntries(read, (note) => notes.push(note)));
    expect(entries).toMatchObject([
      { title: "Sun", content: "<p>x</p>", enclosure: { url: "https://old.example/a.mp3" } },
      { title: "Moon" },
    ]);
    expect(entries.map(({ refusal }) => refusal)).toEqual([undefined, undefined]);
    const comments = more.split("<wp:comment>").length - 1;
    expect(notes).toEqual(comments === 0 ? [] : [`Skipped, since they are not articles: ${comments} × comment`]);
  });
});

describe("ghostEntries() rejects an endless", () => {
  const table = '{"db":[{"meta":{"exported_on":1},"data":{"posts_tags":[{"post_id":"1","tag_id":"t"}';
  it.each([
    ["text", `${ghostBegun}{"html":"`, "word ", "one of its texts has more than 16,777,216 characters"],
    ["text in an unused table", '{"db":[{"data":{"emails":[{"html":"', "word ", "one of its texts has more than"],
    ["number", `${ghostBegun}{"id":`, "1", "it has a value of more than 16,777,216 characters"],
    ["list of cells", `${ghostBegun}{"id":1`, ',"a":1', "it has more than 200,000 values"],
    ["list of cells of an old export", '{"data":{"posts":[{"id":1', ',"a":1', "it has more than 200,000 values"],
    ["nesting", ghostBegun, '{"a":', "its values are nested more than 100 deep"],
    ["list of posts", `${ghostBegun}{}`, ",{}", "it has more than 100,000 entries"],
    ["table", table, ',{"post_id":"1","tag_id":"t"}', "its tables have more than 1,000,000 rows"],
  ])("%s", async (_name, beginning, repeated, expected) => {
    const reading = readGhost(endless(beginning, repeated));
    await expect(reading).rejects.toThrow(LimitError);
    await expect(reading).rejects.toThrow(expected);
  });

  it("text, and names the post", async () => {
    const read = endless(`${ghostBegun}${ghostPost("Moon")},{"html":"`, "word ");
    await expect(readGhost(read)).rejects.toThrow('after "Moon", one of its texts has more than');
  });
});

describe("ghostEntries()", () => {
  it("continues after a post with too much content", async () => {
    const plain = ghostPost("Sun").replace('"html":"x"', `"plaintext":"${"a\\n".repeat(1_000_001)}"`);
    const entries = await readGhost(inChunks(exported(`${plain},${ghostPost("Moon")}`), pieceLength));
    expect(entries).toMatchObject([
      { title: "Sun", refusal: expect.stringContaining("lines and tags") },
      { title: "Moon", content: "x" },
    ]);
  });

  it("joins a post with very many tags in linear time", async () => {
    const joins = `,"tags":[{"id":"t","name":"T"}],"posts_tags":[${'{"post_id":"a","tag_id":"t"},'.repeat(100_000)}{}]`;
    const [entry] = await readGhost(inChunks(exported(ghostPost("a"), joins), pieceLength));
    expect(entry?.categories).toHaveLength(100_000);
  });

  it("keeps an invalid date as written", async () => {
    const [entry] = await readGhost(inChunks(exported('{"id":"a","status":"published","published_at":1e300}'), pieceLength));
    expect(entry?.published).toBe("1e+300");
  });
});

describe("an export that is larger than memory", () => {
  // The importer stores the id of each post and the address of each picture.
  it.each([
    ["WordPress", "wordpress/wordpress-export.ts", "wordpressEntries(read, () => {})"],
    ["Ghost", "ghost/ghost-export.ts", 'ghostEntries(read, "", () => {})'],
  ])("of %s is read in chunks", (system, file, call) => {
    const program = `
      import { ${call.split("(")[0]} } from ${JSON.stringify(`${src}/import/${file}`)};
      const words = "The moon rises over the harbour. ".repeat(4000);
      async function* wordpress() {
        yield ${JSON.stringify(begun)};
        for (let index = 0; index < 400; index++) {
          yield ${JSON.stringify(post("POST", "WORDS"))}.replaceAll("POST", "A post with number " + index).replace("WORDS", words);
          yield "<item><wp:post_id>" + index + "</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example/pictures/" + index + ".jpg</wp:attachment_url></item>";
        }
        yield "</channel></rss>";
      }
      async function* ghost() {
        yield ${JSON.stringify(ghostBegun)};
        for (let index = 0; index < 400; index++) yield (index > 0 ? "," : "") + JSON.stringify({ id: "A post with number " + index, html: words });
        yield "]}}]}";
      }
      const read = ${system === "Ghost" ? "ghost" : "wordpress"};
      const ids = new Set();
      for await (const { id } of ${call}) ids.add(id);
      console.log(ids.size);`;
    // Less than the size of the export.
    const args = ["--max-old-space-size=40", "--input-type=module", "--eval", program];
    expect(spawnSync(process.execPath, args, { encoding: "utf8" })).toMatchObject({ stdout: "400\n", status: 0 });
  });
});

describe("wordpressEntries()", () => {
  it("needs little memory for a section of brackets", () => {
    const program = `
      import { wordpressEntries } from ${JSON.stringify(`${src}/import/wordpress/wordpress-export.ts`)};
      async function* read() {
        yield ${JSON.stringify(`${begun}<item><content:encoded><![CDATA[\u4e2d`)};
        for (let index = 0; index < 50; index++) yield "[a]".repeat(100_000);
        yield "]]></content:encoded></item></channel></rss>";
      }
      for await (const { refusal } of wordpressEntries(read, console.error)) console.log(refusal);`;
    const args = ["--max-old-space-size=150", "--input-type=module", "--eval", program];
    const { stderr, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toContain("its content has more than 600,000 words, lines and tags");
  });
});
