import { LimitError, shown } from "./limit-error.ts";
import { XmlMeter } from "./xml-meter.ts";
import { tokenizeXml } from "./xml-tokens.ts";

const feedLimits = { elements: 500_000, attributes: 1_000_000, pieces: 2_000_000 };
const maxDoctypeLength = 100_000; // UTF-16 units

/**
 * Checks XML before it is parsed into memory.
 * @throws LimitError
 */
export function checkXml(text: string): void {
  checkDoctype(text);
  const meter = new XmlMeter(feedLimits);
  const addText = (start: number, end: number) => meter.addText(end - start);
  const addPiece = (start: number, end: number) => {
    meter.count();
    addText(start, end);
  };
  tokenizeXml(text, {
    onopentagname(start, end) {
      meter.open();
      addText(start, end);
    },
    onselfclosingtag: () => meter.close(),
    onclosetag: () => meter.close(), // of any name: lenient parsers close the element that is open
    onattribname(start, end) {
      meter.addAttribute();
      addText(start, end);
    },
    oncomment: addPiece,
    oncdata: addPiece,
    ondeclaration: addPiece,
    onprocessinginstruction: addPiece,
    onattribdata: addText,
    ontext: addText,
  });
}

// Parsers read a document type declaration character by character.
function checkDoctype(text: string): void {
  const start = text.slice(0, maxDoctypeLength).search(/<!doctype/i);
  if (start < 0) return;
  const beginning = text.slice(start, start + maxDoctypeLength);
  const end = beginning.indexOf(/^[^>]*\[/.test(beginning) ? "]" : ">");
  if (end < 0) throw new LimitError(`its document type declaration has more than ${shown(maxDoctypeLength)} characters`, "remove it");
}
