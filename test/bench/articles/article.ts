import { paragraph, phrase } from "./prose.ts";
import { createRandom, pick, type Random } from "./random.ts";

/** A generated article. */
export interface GeneratedArticle {
  /** `article-00042`. */
  readonly slug: string;
  readonly text: string;
}

/** The number of pictures that the articles share: `/images/figure-0.png` and so on. */
export const pictureCount = 10;

const topics = ["Harbour", "Weather", "Printing", "Machines", "Music", "Politics", "Food", "Books", "Rivers", "Letters"];
const day = 86_400_000;
const first = Date.UTC(2010, 0, 1, 9);

/**
 * Generates an article: front matter, headings, a code block, a table, a list, a quotation, a picture, links. The same number,
 * length and seed always give the same article.
 * @param number from 0, the oldest; each is half a day younger than the one before
 * @param length the approximate size of the file, in bytes
 */
export function generateArticle(number: number, length: number, seed = 1): GeneratedArticle {
  const random = createRandom(seed * 1_000_003 + number);
  const blocks = [frontMatter(number, random), paragraph(random, 3)];
  const special = [picture(number), heading(random), codeBlock(random), table(random), list(random), quotation(random)];
  let written = bytesOf(blocks);
  for (const block of special) {
    if (written + block.length > length) break;
    blocks.push(block);
    written += block.length + 2;
    const text = paragraph(random, 2);
    blocks.push(text);
    written += text.length + 2;
  }
  while (written <= length) {
    const text = random() < 0.2 ? heading(random) : paragraph(random, Math.min(6, 1 + Math.floor((length - written) / 80)));
    blocks.push(text);
    written += text.length + 2;
  }
  return { slug: slugOf(number), text: `${blocks.join("\n\n")}\n` };
}

/** Generates a number of articles. */
export function* generateArticles(count: number, length: number, seed = 1): Generator<GeneratedArticle> {
  for (let number = 0; number < count; number++) yield generateArticle(number, length, seed);
}

export function slugOf(number: number): string {
  return `article-${String(number).padStart(5, "0")}`;
}

function bytesOf(blocks: readonly string[]): number {
  return blocks.reduce((total, block) => total + block.length + 2, 0);
}

function frontMatter(number: number, random: Random): string {
  const tags = new Set([pick(random, topics), pick(random, topics)]);
  const date = new Date(first + (number * day) / 2).toISOString();
  return `---\ntitle: "${phrase(random, 5)}"\ndate: ${date}\ntags: [${[...tags].join(", ")}]\nsummary: "${phrase(random, 14)}."\n---`;
}

function picture(number: number): string {
  return `![A figure that shows what was measured](/images/figure-${number % pictureCount}.png)`;
}

function heading(random: Random): string {
  return `## ${phrase(random, 4)}`;
}

function codeBlock(random: Random): string {
  const line = () => `  const ${phrase(random, 1).toLowerCase()} = find("${phrase(random, 1)}", ${Math.floor(random() * 100)}) && true;`;
  return `\`\`\`ts\nfunction measure<T>(value: T): T {\n${Array.from({ length: 6 }, line).join("\n")}\n  return value;\n}\n\`\`\``;
}

function table(random: Random): string {
  const row = () => `| ${phrase(random, 1)} | ${(random() * 100).toFixed(1)} | ${phrase(random, 2)} |`;
  return `| Place | Depth | What it is |\n| --- | ---: | --- |\n${Array.from({ length: 5 }, row).join("\n")}`;
}

function list(random: Random): string {
  return Array.from(
    { length: 4 },
    () => `- ${phrase(random, 6)}, [see there](https://example.org/${phrase(random, 1).toLowerCase()})`,
  ).join("\n");
}

function quotation(random: Random): string {
  return `> ${paragraph(random, 2)}`;
}
