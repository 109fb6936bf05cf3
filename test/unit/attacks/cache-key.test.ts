import { describe, expect, it } from "vitest";
import { appUnderTest } from "../../app-under-test.ts";
import fc from "../../fast-check.ts";
import { addresses, documents, largeSite, mannersSite } from "../../manners-site.ts";

// A cache decides by its own rules whether two URLs have the same key. In either case, its response must
// belong to the URL.
const { get, logged } = appUnderTest(mannersSite);
const standing = [...new Set(documents.filter(({ of }) => of !== largeSite).map(({ path }) => path))];

interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: string;
  readonly location: string | null;
}

async function answer(path: string): Promise<Answer> {
  const { headers, status, ...response } = await get(path).then(async (found) => ({
    headers: found.headers,
    status: found.status,
    body: Buffer.from(await found.arrayBuffer()).toString("latin1"),
  }));
  return { status, etag: headers.get("etag"), location: headers.get("location"), ...response };
}

const encode = (character: string) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`;

/** Other spellings of a path, and the expectation: the same document, or at least no other document. */
const spellings: Readonly<Record<string, readonly ["same" | "never another", (path: string) => string]>> = {
  "a query": ["same", (path) => `${path}?x=1`],
  "a query in another order": ["same", (path) => `${path}?b=2&a=1`],
  "a query that names another document": ["same", (path) => `${path}?path=/atom.xml&format=rss&page=2&_method=DELETE`],
  "a query with a query": ["same", (path) => `${path}??/atom.xml`],
  "an empty query": ["same", (path) => `${path}?`],
  "a fragment": ["same", (path) => `${path}#/atom.xml`],
  "an encoded fragment": ["never another", (path) => `${path}%23/atom.xml`],
  "an encoded query": ["never another", (path) => `${path}%3Fx=1`],
  "encoded letters": ["same", (path) => path.replace(/[a-z](?![^%]?%)/g, (letter) => (path.includes("%") ? letter : encode(letter)))],
  "encoded dots": ["same", (path) => path.replaceAll(".", "%2E")],
  "encoded slashes": ["never another", (path) => path[0] + path.slice(1).replaceAll("/", "%2F")],
  "a first slash that is encoded": ["never another", (path) => `/%2F${path.slice(1)}`],
  "what is encoded twice": ["never another", (path) => path.replaceAll(".", "%252E").replace(/%(?!252E)/g, "%25")],
  "upper case": ["never another", (path) => path.toUpperCase()],
  "encodings in upper case": ["same", (path) => path.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase())],
  "encodings in lower case": ["same", (path) => path.replace(/%[0-9a-f]{2}/gi, (code) => code.toLowerCase())],
  "a dot at the end": ["never another", (path) => `${path}.`],
  "dots at the end": ["never another", (path) => `${path}...`],
  "a space at the end": ["never another", (path) => `${path}%20`],
  "a NUL at the end": ["never another", (path) => `${path}%00`],
  "a line at the end": ["never another", (path) => `${path}%0a`],
  parameters: ["never another", (path) => `${path};x=1`],
  "parameters of a session": ["never another", (path) => `${path};jsessionid=1.css`],
  "another ending": ["never another", (path) => `${path}/x.css`],
  "another ending behind an encoded slash": ["never another", (path) => `${path}%2Fx.css`],
  "another ending behind a line": ["never another", (path) => `${path}%0Ax.css`],
  "another ending behind parameters": ["never another", (path) => `${path};x.css`],
  "a slash too many": ["never another", (path) => `/${path}`],
  "a slash too many at the end": ["never another", (path) => `${path}/`],
  "a folder and back": ["same", (path) => `/x/..${path}`],
  "an encoded folder and back": ["same", (path) => `/x/%2e%2E${path}`],
  "a folder and back by an encoded slash": ["never another", (path) => `/x%2f..${path}`],
  "a backslash": ["same", (path) => path.replaceAll("/", "\\")],
  "an encoded backslash": ["never another", (path) => path[0] + path.slice(1).replaceAll("/", "%5C")],
};

describe.each(Object.entries(spellings))("createApp() for a path with %s", (_kind, [expected, spell]) => {
  it.each(standing)("responds to %s with the document of that path", async (path) => {
    const [plain, spelled] = [await answer(path), await answer(spell(path))];
    expect(plain.status).toBe(200);
    if (expected === "same") expect(spelled).toEqual(plain);
    // A cache would store a document twice under a second name, and keep a different one under its name.
    else if (spelled.status === 200) expect(spelled).toEqual(plain);
    else expect([301, 404]).toContain(spelled.status);
    if (spelled.location !== null) expect((await answer(new URL(spelled.location).pathname)).status).toBe(200);
    expect(logged).toEqual([]);
  });
});

describe("the entity tags of a site", () => {
  it("identify one document each, across the site", async () => {
    const byTag = new Map<string, string>();
    for (const path of standing) {
      const { body, etag } = await answer(path);
      expect(byTag.get(etag ?? "") ?? body).toBe(body);
      byTag.set(etag ?? "", body);
    }
    expect(byTag.size).toBe(standing.length);
  });

  const piece = fc.constantFrom(
    ..."% %2 %2f %2F %25 %2e . .. / // ; ? # & = a A rss.xml atom.xml feed.json %00 \\ + ~ é %C3%A9 e%CC%81".split(" "),
  );
  const anyPath = fc
    .tuple(fc.constantFrom(...addresses.map(({ path }) => path)), fc.array(piece, { maxLength: 3 }), fc.nat())
    .map(([path, pieces, at]) => {
      const cut = at % (path.length + 1);
      return `/${(path.slice(0, cut) + pieces.join("") + path.slice(cut)).replace(/^\//, "")}`;
    });

  it("are equal exactly if the bytes are equal", async () => {
    const known = new Map(await Promise.all(standing.map(async (path) => [(await answer(path)).etag, await answer(path)] as const)));
    await fc.assert(
      fc.asyncProperty(anyPath, async (path) => {
        const found = await answer(path);
        if (found.status === 200 && found.etag !== null) expect(found).toEqual(known.get(found.etag));
        else expect(found.etag).toBeNull();
      }),
    );
  });
});
