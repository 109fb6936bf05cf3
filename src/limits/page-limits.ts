import { Parser } from "htmlparser2";
import { LimitError, shown } from "./limit-error.ts";

// Readability takes time in proportion to the sum of all depths, and about 10 kB of memory for each element.
const maxElements = 50_000;
const maxDepth = 256;
const maxDepthSum = 1_500_000;
const maxTexts = 250_000; // and comments; a text that contains a reference counts as three
const maxTextLength = 8 * 1024 * 1024; // UTF-16 units, without attributes
const maxAttributes = 250_000;
const maxNameLength = 10_000; // UTF-16 units of all classes of an element, of its id, or of its style
const namedAttributes = new Set(["class", "id", "style"]);

/** The used part of a DOM. */
interface Parent {
  readonly firstElementChild: Sibling | null;
}
interface Sibling extends Parent {
  readonly nextElementSibling: Sibling | null;
}

/**
 * Checks a web page before it is parsed into a DOM.
 * @throws LimitError
 */
export function checkPage(html: string): void {
  let [texts, textLength, attributes] = [0, 0, 0];
  const nesting = new NestingMeter();
  const addText = (text: string) => {
    textLength += text.length;
    if (++texts > maxTexts) refuse(`it has more than ${shown(maxTexts)} pieces of text`);
    if (textLength > maxTextLength) refuse(`it has more than ${shown(maxTextLength)} characters of text`);
  };
  const handler = {
    onopentagname: () => nesting.open(),
    onclosetag: () => nesting.close(),
    onattribute(name: string, value: string) {
      if (value.length > maxNameLength && namedAttributes.has(name))
        refuse(`it has a ${name} attribute of more than ${shown(maxNameLength)} characters`);
      if (++attributes > maxAttributes) refuse(`it has more than ${shown(maxAttributes)} attributes`);
    },
    ontext: addText,
    oncomment: addText,
  };
  new Parser(handler).end(html);
}

/**
 * Checks the DOM of a web page, since its parser may nest elements differently than the parser of checkPage().
 * @throws LimitError
 */
export function checkNesting(document: Parent): void {
  const nesting = new NestingMeter();
  const open: Sibling[] = [];
  for (let next = document.firstElementChild; next !== null; ) {
    nesting.open();
    open.push(next);
    next = next.firstElementChild;
    while (next === null && open.length > 0) {
      nesting.close();
      next = open.pop()?.nextElementSibling ?? null;
    }
  }
}

/** Counts elements and their depths. */
class NestingMeter {
  #elements = 0;
  #depth = 0;
  #depthSum = 0;

  /** @throws LimitError */
  open(): void {
    this.#depthSum += ++this.#depth;
    if (++this.#elements > maxElements) refuse(`it has more than ${shown(maxElements)} elements`);
    if (this.#depth > maxDepth) refuse(`its elements are nested more than ${maxDepth} deep`);
    if (this.#depthSum <= maxDepthSum) return;
    const average = Math.round(this.#depthSum / this.#elements);
    refuse(`its elements are nested too deeply: ${shown(this.#elements)} of them, ${shown(average)} deep on average`);
  }

  close(): void {
    this.#depth--;
  }
}

function refuse(reason: string): never {
  throw new LimitError(reason, "save its text as .txt or .md");
}
