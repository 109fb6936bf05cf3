import type { ElementContent } from "hast";
import { countOf } from "../../base/count-of.ts";
import { elementNode, textNode } from "../html/hast-nodes.ts";

const address = /(?<![\p{L}\p{N}_/@.-])(?:https?:\/\/|www\.(?=[^\s.]{1,100}\.))[^\s<>"“”„«»‹›、。，「」『』（）！？；：]{2,2000}/giu;

/** Returns a text as nodes in which web addresses are links, without the punctuation after them. */
export function linkAddresses(text: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const url = withoutPunctuation(found);
    const href = /^www\./i.test(url) ? `http://${url}` : url;
    if (!URL.canParse(href)) continue;
    if (index > done) nodes.push(textNode(text.slice(done, index)));
    nodes.push(elementNode("a", { href }, [textNode(url)]));
    done = index + url.length;
  }
  return done < text.length ? [...nodes, textNode(text.slice(done))] : nodes;
}

// A closing bracket belongs to the address if its opening one does: /wiki/Moon_(disambiguation).
function withoutPunctuation(found: string): string {
  let end = found.length;
  let surplus = countOf(")", found) - countOf("(", found);
  while (end > 0) {
    const last = found[end - 1] ?? "";
    if (last === ")" && surplus > 0) surplus--;
    else if (!/[.,;:!?'’\]}*_~…|]/.test(last)) break;
    end--;
  }
  return found.slice(0, end);
}
