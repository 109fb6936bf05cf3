import { describe, expect } from "vitest";
import { js2xml as packageJs2xml } from "xml-js";
import { js2xml } from "../../src/feed/js2xml.ts";
import fc from "../fast-check.ts";
import { law } from "./law.ts";

const text = fc.string({ unit: fc.constantFrom("a", "é", "🐟", " ", "\n", "&", "<", ">", '"', "'", "]", "&amp;", "&lt;", "]]>") });
const plain = fc.oneof(text, fc.integer(), fc.boolean(), fc.constantFrom(null, ""));
const name = fc.constantFrom("item", "dc:creator", "link");
const attributes = fc.dictionary(fc.constantFrom("href", "rel", "xmlns:dc"), plain, { noNullPrototype: true });

const { element } = fc.letrec<{ element: Record<string, unknown>; node: unknown }>((tie) => ({
  element: fc
    .tuple(
      fc.record(
        { _attributes: attributes, _text: fc.oneof(text, fc.integer()), _cdata: text },
        { requiredKeys: [], noNullPrototype: true },
      ),
      fc.dictionary(name, fc.oneof(tie("node"), fc.array(tie("node"), { maxLength: 3 })), { maxKeys: 3, noNullPrototype: true }),
    )
    .map(([own, elements]) => ({ ...own, ...elements })),
  node: fc.oneof({ maxDepth: 4 }, plain, tie("element")),
}));

describe("js2xml()", () => {
  law("XML is written byte for byte as the package xml-js writes it", [attributes, name, element], (declaration, root, content) => {
    const tree = { _declaration: { _attributes: declaration }, [root]: content };
    expect(js2xml(tree)).toBe(packageJs2xml(tree, { compact: true, ignoreComment: true, spaces: 4 }));
  });
});
