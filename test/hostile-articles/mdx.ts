import { full, type HostileArticles, nested, numbered } from "./hostile-article.ts";

/** Articles in MDX. */
export const mdx: HostileArticles = {
  "links without an end": full("[a]("),
  "quotations in quotations": full(">"),
  quotations: full("> a\n"),
  "underlined headings": full("a\n=\n"),
  "elements without an end": full("<A>"),
  "elements in elements": nested("<A>", "</A>"),
  "elements on lines": nested("<A>\n", "</A>\n"),
  "unknown elements": numbered((index) => `<A${index} />\n\n`),
  attributes: (bytes) => `<A ${numbered((index) => `a${index}="b" `)(bytes)}/>`,
  "an expression in an attribute": (bytes) => `<A a={${full("[")(bytes)}} />`,
  "expressions without an end": full("{"),
  expressions: full("{1} "),
  "an expression of lists": (bytes) => `{${nested("[", "]")(bytes)}}`,
  "an expression of many lines": (bytes) => `{${full("a\n")(bytes)}}`,
  "an expression that nothing closes": (bytes) => `{${full("a\n")(bytes)}`,
  "an expression of braces": (bytes) => `{"${full("}")(bytes)}"}`,
  "an attribute of braces": (bytes) => `<A a={"${full("}")(bytes)}"} />`,
  "an expression of objects": (bytes) => `{[${full("{},")(bytes)}]}`,
  "strings in strings": (bytes) => `{${nested("`${", "}`")(bytes)}}`,
  imports: numbered((index) => `import a${index} from 'a'\n\n`),
  "constants of constants": numbered((index) =>
    index === 0 ? 'export const a0 = "b"\n\n' : `export const a${index} = a${index - 1} + a${index - 1}\n\n`,
  ),
  "lists of lists": (bytes) => `export const f = (a) => [a, a]\n\n{${nested("f(", ")")(bytes)}}`,
  "a function that calls itself": () => "export const f = (a) => <b>{f(a)}{f(a)}</b>\n\n{f(1)}",
  "lists over lists": (bytes) => `export const a = [${full("1,")(bytes / 100)}]\n\n{a.map(() => a.map(() => a.map(() => <b>c</b>)))}`,
  "one content in many elements": (bytes) =>
    `export const a = "${full("<b>c</b>")(bytes / 100)}"\n\n${full("<p set:html={a} />\n\n")(bytes / 100)}`,
  "template strings without an end": full("{`"),
  "exports without an end": full("export const a = [\n\n"),
  paragraphs: full("a\n\n"),
  emphasis: full("*a* "),
  "emphasis that ends as another": full("*a_ "),
  brackets: full("["),
  "ever more backticks": numbered((index) => `${"`".repeat(index + 1)}a`),
  references: full("&amp; "),
  "a table as wide as it is long": (bytes) => {
    const columns = Math.floor(bytes / 8);
    return `${"|a".repeat(columns)}\n${"|-".repeat(columns)}\n${"|\n".repeat(columns * 2)}`;
  },
  "lists in lists": full("- "),
  definitions: numbered((index) => `[a${index}]: b\n`),
  "bare addresses": full("https://a.b "),
  "one line": full("lorem ipsum "),
};
