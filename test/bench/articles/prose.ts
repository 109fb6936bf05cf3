import { pick, type Random } from "./random.ts";

const words = `harbour tide lamp keeper rope winter morning letter engine signal paper editor column margin reader archive ferry captain
  weather barometer cable island lighthouse window kitchen ledger pencil station platform engineer bridge river mountain valley
  library catalogue index volume chapter sentence comma printer type ink press newspaper weekly evening report rumour answer
  question council budget meeting minutes decision market price bread fish boat net anchor chain current depth chart compass
  north south east west wind rain fog snow summer garden orchard apple barrel cellar stair door key lock clock bell hour minute
  second silence noise music choir piano concert theatre ticket seat stage curtain audience applause critic review`.split(/\s+/);
const verbs = "keeps finds carries reads writes measures opens closes remembers explains repairs counts follows leaves".split(" ");
const joints = ["and", "but", "while", "because", "before", "after", "so that", "although", "where"];

/** Generates some words that begin with a capital. */
export function phrase(random: Random, length: number): string {
  const text = Array.from({ length }, () => pick(random, words)).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Generates sentences of ordinary lengths; some words have markup, and one may be a link. */
export function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(" ");
}

function sentence(random: Random): string {
  const clause = () => `the ${pick(random, words)} ${pick(random, verbs)} the ${pick(random, words)} of the ${marked(random)}`;
  const text = random() < 0.6 ? `${clause()} ${pick(random, joints)} ${clause()}` : clause();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function marked(random: Random): string {
  const word = pick(random, words);
  const chance = random();
  if (chance < 0.04) return `[${word}](https://example.org/${word}?from=bench#${pick(random, words)})`;
  if (chance < 0.08) return `**${word}**`;
  if (chance < 0.12) return `*${word}*`;
  if (chance < 0.15) return `\`${word}\``;
  return word;
}
