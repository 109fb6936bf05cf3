import { positionOf, withExcerpt, type XmlError } from "./xml-error.ts";

const START = "<![CDATA[";
const END = "]]>";

/**
 * Finds the CDATA section that ends early because its text contains `]]>`: the rest of the text is markup, and a second `]]>` ends it.
 * @param offset UTF-16 units up to the place where the parser noticed an error
 */
export function findEarlyCdataEnd(document: string, offset: number): XmlError | undefined {
  const markup = /<!(?:\[CDATA\[|--)/g;
  for (let found = markup.exec(document); found !== null && found.index < offset; found = markup.exec(document)) {
    const isCdata = found[0] === START;
    const end = document.indexOf(isCdata ? END : "-->", markup.lastIndex);
    if (end < 0) return undefined;
    markup.lastIndex = end + END.length;
    if (isCdata && endsEarly(document, end, offset)) {
      const reason = withExcerpt("a CDATA section ends here, since its text contains ]]>", document, end);
      return { ...positionOf(document, end), reason, advice: "Write ]]]]><![CDATA[> for each ]]> in the text of a CDATA section" };
    }
  }
  return undefined;
}

// The second `]]>` is the end of the same element.
function endsEarly(document: string, end: number, offset: number): boolean {
  const start = end + END.length;
  const next = document.indexOf(START, start);
  const rest = document.slice(start, next < 0 ? undefined : next);
  const ending = /\]\]>\s{0,100}<\/([\w:.-]{1,100})/.exec(rest);
  if (ending === null) return false;
  const { index, 1: element } = ending;
  if (offset <= start || offset > start + index + END.length) return false;
  const markup = rest.slice(0, index);
  return !markup.includes(`<${element}`) && !markup.includes(`</${element}`);
}
