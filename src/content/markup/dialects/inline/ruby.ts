import type { Root } from "hast";
import { elementNode, textNode } from "../../../html/hast-nodes.ts";
import { replaceMatches, replaceProse } from "./prose.ts";

// {ruby base|text} (HackMD), and {漢字|かんじ} or {漢字|かん|じ} (Denden Markdown) with the reading in kana.
const kana = "[\\p{Script=Hiragana}\\p{Script=Katakana}ー]";
const annotated = new RegExp(
  `\\{(?:ruby[ \\t]{1,9}([^{}|\\n]{1,100})\\|([^{}|\\n]{1,200})|([\\p{Script=Han}々]{1,20})\\|(${kana}{1,40}(?:\\|${kana}{1,20}){0,20}))\\}`,
  "gu",
);

/** Returns whether a text may have such annotations. */
export function mayHaveRuby(text: string): boolean {
  return text.includes("|") && (text.includes("{ruby") || /\{[\p{Script=Han}々]/u.test(text));
}

/** Converts the pronunciation of words: `{ruby base|text}`. Readers that do not know it show it in parentheses. */
export function convertRuby(tree: Root): void {
  replaceProse(tree, (node) =>
    replaceMatches(node, annotated, ([, ofHackMd, text, characters = "", reading = ""]) =>
      ofHackMd === undefined ? rubyOf(characters, reading.replaceAll("|", "")) : rubyOf(ofHackMd.trim(), (text ?? "").trim()),
    ),
  );
}

function rubyOf(base: string, text: string): ReturnType<typeof elementNode> {
  const parenthesis = (sign: string) => elementNode("rp", {}, [textNode(sign)]);
  return elementNode("ruby", {}, [textNode(base), parenthesis("("), elementNode("rt", {}, [textNode(text)]), parenthesis(")")]);
}
