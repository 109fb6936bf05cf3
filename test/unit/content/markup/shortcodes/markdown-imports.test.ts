import { describe, expect, it } from "vitest";
import { inlineImports, usesImports } from "../../../../../src/content/markup/shortcodes/markdown-imports.ts";
import { drawn } from "../dialects/drawn.ts";

const tabs = [
  'import Tabs from "@theme/Tabs";',
  "import TabItem from '@theme/TabItem';",
  "",
  "# A",
  "",
  '<Tabs><TabItem value="a" label="Apple">',
  "",
  "An *apple*",
  "",
  "</TabItem></Tabs>",
].join("\n");

describe("usesImports()", () => {
  it.each([
    ["components of several imports", tabs, true],
    ["a component after text", "Text\n\nimport Foo from './Foo';\n\n<Foo />", true],
    ["an import of several lines", "import {\n  A,\n  B as C,\n} from 'x';\n\n<C.D>a</C.D>", true],
    ["an attribute", "import img from './a.png';\n\n<img src={img} />", true],
    ["an exported component", "export const Red = ({children}) => (\n  <b>{children}</b>\n);\n\n<Red>a</Red>", true],
    ["other names", "import Foo from './Foo';\n\n<Bar />", false],
    ["code only", "import Foo from './Foo';\n\n`<Foo />`\n\n```jsx\n<Foo />\n```", false],
    ["an import in code", "```jsx\nimport Foo from './Foo';\n```\n\n<Foo />", false],
    ["an import within a paragraph", "Write\nimport Foo from './Foo';\n\n<Foo />", false],
    ["a sentence", "import Foo from './Foo' first.\n\n<Foo />", false],
  ])("recognizes %s", (_criterion, text, expected) => {
    expect(usesImports(text)).toBe(expected);
  });
});

describe("inlineImports()", () => {
  it.each([
    ["imports at the top", "\nimport './a.css';\nimport {\n  A,\n} from \"b\"\n\nText", "\n\n\n\n\n\nText"],
    ["a used import", "Text\n\nimport Foo from './Foo';\n\n<Foo />", "Text\n\n\n\n<Foo />"],
    ["a used export", "export const Foo = () => (\n  <b/>\n);\n\n<Foo />", "\n\n\n\n<Foo />"],
    [
      "an imported picture",
      'a\n\nimport img from "./a.png"\n\n<img src={img} alt={img.src}>',
      'a\n\n\n\n<img src="./a.png" alt="./a.png">',
    ],
  ])("removes %s", (_criterion, text, expected) => {
    expect(inlineImports(text)).toBe(expected);
  });

  it.each([
    "Text\n\nimport Foo from './Foo';\n\n`<Foo />`",
    "import x from 'y';\nis how you import.",
    "import x from 'y' is how you import.",
    "import os\nimport sys",
    "export const meta = {}\n\nText",
    "    import x from 'y';\n\nText",
    "```js\nimport x from 'y';\n```",
    "import duties from 'China' rose.",
  ])("keeps %j", (text) => {
    expect(inlineImports(text)).toBe(text);
  });
});

describe("Markdown with imported components", () => {
  it("is read as MDX", async () => {
    expect(await drawn(tabs)).toBe('<h1 id="moon-a">A</h1><p><strong>Apple</strong></p><p>An <em>apple</em></p>');
    const motion =
      "import { motion } from 'x';\nimport Foo from './Foo';\n\n<motion.div a={{ b: 1 }}>\n\nC *d*\n\n</motion.div>\n\n<Foo />";
    expect(await drawn(motion)).toBe("<p>C <em>d</em></p>");
    const picture = 'import img from "./moon.png";\n\n<Image img={img} alt="A moon" />\n\n<img src={img} alt="B" />\n\n<Image />';
    expect(await drawn(picture)).toMatch(/^<img src="[^"]+moon\.png" alt="A moon"[^>]*><img src="[^"]+moon\.png" alt="B"[^>]*>$/);
    expect(await drawn("import img from './moon.png';\n\n<img src={img} alt='B' />")).toMatch(/^<img src="[^"]+moon\.png" alt="B"[^>]*>$/);
  });

  it("is read as Markdown if it is not valid MDX", async () => {
    const text = "import Foo from './Foo';\nimport img from './moon.png';\n\nA <br> b *c* {d\n\n<img src={img} alt='B'>\n\n<Foo>e</Foo>";
    expect(await drawn(text)).toMatch(/^<p>A <br> b <em>c<\/em> \{d<\/p><img src="[^"]+moon\.png" alt="B"[^>]*><p>e<\/p>$/);
  });
});
