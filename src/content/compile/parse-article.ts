import { includesAny } from "../../base/includes-any.ts";
import { describeReplacement, hasInvalidCharacters, replaceInvalidCharacters } from "../../base/invalid-characters.ts";
import { canonicalLanguage } from "../../base/language/canonical-language.ts";
import type { Report } from "../../model/diagnostic.ts";
import { describeFeedLanguage, feedLanguage } from "../../model/feed-language.ts";
import { isInDrafts, parseFileName } from "../../model/file-name.ts";
import { markupOf } from "../../model/markup-of.ts";
import type { ReportAtKey } from "../../model/report-at-key.ts";
import type { Site } from "../../settings/site-settings.ts";
import { type FrontMatter, parseFrontMatter } from "../front-matter/front-matter.ts";
import { FrontMatterError } from "../front-matter/front-matter-error.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asTable, readSwitch } from "../front-matter/front-matter-value.ts";
import { normalizeKeyCase } from "../front-matter/normalize-key-case.ts";
import { titleAnchors } from "../html/title-anchors.ts";
import { moveLine } from "../limits/article-error.ts";
import { mayNameLanguage } from "../links/article-languages.ts";
import { badgeAnchors } from "../markup/badge-anchors.ts";
import { findBlockIds } from "../markup/dialects/block-ids.ts";
import type { DialectContext } from "../markup/dialects/dialects.ts";
import { showEmoji } from "../markup/dialects/inline/emoji.ts";
import { expandShortcodes } from "../markup/shortcodes/expand-shortcodes.ts";
import { readDates } from "../metadata/article-dates.ts";
import { isMarkedAsDraft } from "../metadata/is-draft.ts";
import { type Metadata, readMetadata } from "../metadata/metadata.ts";
import { isUnreadDraft, reportUnreadFrontMatter } from "../metadata/report-unread-front-matter.ts";
import { identify } from "../permalink/identify.ts";
import { type Article, fileOf, isVisible, type ParsedArticle, reporterAtKeys, reporterAtNodes } from "./article.ts";
import { type ArticleBody, lineInArticle, parseArticleBody } from "./article-body.ts";
import type { CompileInputs } from "./compile-inputs.ts";

/** The options of parsing an article. */
export interface ParseOptions {
  readonly site: Site;
  /** True if drafts are visible; an article without a date is a draft then. */
  readonly development: boolean;
  readonly inputs: Pick<CompileInputs, "hasPassed" | "now" | "hasTranslations" | "languageOf" | "locate">;
  /** Called as soon as the article is known to be a draft, before an error can prevent its result. */
  readonly onDraft?: () => void;
}

/**
 * Parses an article. Returns undefined if an error prevents that. Reports every problem except those in the text of a visible
 * article, which `compileEntry` reports.
 */
export async function parseArticle(
  article: Article,
  { development, site, inputs, onDraft = () => {} }: ParseOptions,
  report: Report,
): Promise<ParsedArticle | undefined> {
  const { source } = article;
  const file = fileOf(source);
  if (isInDrafts(source)) onDraft();
  const text = replaceInLines(article.text.replace(/\r\n?/g, "\n"), (line, column, character) =>
    report({ file, line, column, ...describeReplacement(character) }),
  );
  if (text.trim() === "") {
    const message = "Cannot compile an empty file: write a title and a text, or delete it";
    report({ file, line: 1, column: 1, severity: "error", message });
    return undefined;
  }
  const frontMatter = readFrontMatter(file, text, report);
  if (frontMatter === undefined || reportUnreadFrontMatter(file, frontMatter, report)) {
    if (isUnreadDraft(text)) onDraft();
    return undefined;
  }
  if (isMarkedAsDraft(normalizeKeyCase(frontMatter).data)) onDraft();

  const { frontMatterSource } = frontMatter;
  const reportAtKey = reporterAtKeys({ source, ...(frontMatterSource !== undefined && { frontMatterSource }) }, report);
  const line = text.slice(0, frontMatter.bodyOffset).split("\n").length;
  const fileName = parseFileName(source, inputs.hasTranslations);
  const written = withLanguage(readMetadata(frontMatter, report, fileName), source, inputs);
  const dates = readDates({ source, metadata: written, fileName, frontMatter, site, development, clock: inputs }, reportAtKey);
  const metadata = withShownEmoji(dates?.lacksDate ? { ...written, draft: true } : written, source);
  const language = metadata.language ?? site.language;
  if (language !== site.language) reportFeedLanguage(language, frontMatter, metadata.keys["language"] ?? "language", reportAtKey);
  const body = readText(frontMatter, source, { line, ...linesAdded(article.text) }, { site, language }, inputs, report);
  const isCompiled = dates !== undefined && isVisible({ ...dates, metadata }, development);
  const reportAtNode = isCompiled ? () => {} : reporterAtNodes(source, body, report);
  const context = { language, locate: (name: string) => inputs.locate(name, source), reportAtNode };
  const { title, writtenTitle } =
    isCompiled && metadata.title !== undefined
      ? { title: metadata.title, writtenTitle: metadata.title }
      : await readTitle(source, body, metadata.title, context);
  if (dates === undefined) return undefined;
  const identity = identify({ ...dates, fileName, metadata, title: written.title ?? writtenTitle }, site, reportAtKey);
  if (identity === undefined) return undefined;
  const markup = markupOf(source);
  const isMarkdown = markup === "markdown" || markup === "mdx";
  const blocks = isMarkdown ? findBlockIds(body.text) : undefined;
  const anchors = titleAnchors([title, writtenTitle], body.text);
  const aliases = isMarkdown ? badgeAnchors(body.text, markup === "mdx") : {};
  const named = {
    ...identity,
    ...(anchors.length > 0 && { titleAnchors: anchors }),
    ...(Object.keys(aliases).length > 0 && { badgeAnchors: aliases }),
  };
  return {
    source,
    metadata,
    fileName,
    title,
    identity: named,
    ...dates,
    body,
    ...(blocks !== undefined && { blocks }),
    ...(frontMatterSource !== undefined && { frontMatterSource }),
  };
}

interface ReadTitle {
  readonly title: string;
  /** With the marks of dialects, such as `{#id}`. Addresses are made from it, and must not change when a dialect becomes known. */
  readonly writtenTitle: string;
}

async function readTitle(source: string, body: ArticleBody, known: string | undefined, context: DialectContext): Promise<ReadTitle> {
  const { title: writtenTitle } = await parseArticleBody(source, body, known, { ...context, isPlain: true });
  const isSame = writtenTitle !== "" && !/[{[:=^*%]|&#?\w/.test(writtenTitle) && !includesAny(body.text, "{:", "`#!"); // it is written without lists
  return { title: isSame ? writtenTitle : (await parseArticleBody(source, body, known, context)).title, writtenTitle };
}

// Converts emoji codes and references in the title and the summary, as in the text.
function withShownEmoji(metadata: Metadata, source: string): Metadata {
  const { summary, title } = metadata;
  if (!/^m/.test(markupOf(source) ?? "")) return metadata;
  return {
    ...metadata,
    ...(title !== undefined && { title: showEmoji(withoutWordPressReferences(title)) }),
    ...(summary !== undefined && { summary: showEmoji(withoutWordPressReferences(summary)) }),
  };
}

const punctuation = /&#(82\d\d|0?3[489]);/; // – — ‘ ’ “ ” … & " '

// The exports of WordPress to Jekyll have such references: `Lisbon &#8211; food &amp; wine`. Others are what a title is about.
function withoutWordPressReferences(text: string): string {
  if (!punctuation.test(text)) return text;
  return text.replace(/&(?:#(82\d\d|0?3[489])|amp);/g, (_, code = "38") => String.fromCodePoint(Number(code)));
}

// A language by folder changes no address: the folder is in the address already.
function withLanguage(metadata: Metadata, source: string, { languageOf }: ParseOptions["inputs"]): Metadata {
  if (metadata.language !== undefined || !mayNameLanguage(source)) return metadata;
  const language = canonicalLanguage(languageOf(source) ?? "");
  return language === undefined ? metadata : { ...metadata, language };
}

// The settings report the language of the site. An author who wrote zh-yue gets it.
function reportFeedLanguage(language: string, { data }: FrontMatter, key: string, reportAtKey: ReportAtKey): void {
  const written = feedLanguage(language);
  if (String(data[key]).replaceAll("_", "-").toLowerCase() === written.toLowerCase()) return;
  const message = describeFeedLanguage(language, written);
  if (message !== undefined) reportAtKey(key, "warning", message, `feed language ${language}`);
}

function readText(
  frontMatter: FrontMatter,
  source: string,
  start: Pick<ArticleBody, "added" | "line">,
  place: { readonly site: Site; readonly language: string },
  { locate }: ParseOptions["inputs"],
  report: Report,
): ArticleBody {
  try {
    const expanded = expandShortcodes(frontMatter, source, place, locate, reporterAtNodes(source, start, report));
    return { ...start, ...expanded, ...(executesNothing(frontMatter) && { isStatic: true }) };
  } catch (error) {
    throw moveLine(error, (at) => lineInArticle(at, start));
  }
}

// Quarto: `execute: { eval: false }`.
function executesNothing({ data }: FrontMatter): boolean {
  const execute = asTable(data["execute"]);
  return ["eval", "output", "enabled", "include"].some((key) => readSwitch(execute[key]) === false);
}

function linesAdded(text: string): Pick<ArticleBody, "added"> {
  if (!/[\f\v]/.test(text)) return {};
  const added: number[] = [];
  let line = 1;
  for (const [end] of text.matchAll(/\r\n?|[\n\f\v]/g)) {
    line++;
    if (end === "\f" || end === "\v") added.push(line);
  }
  return { added };
}

function readFrontMatter(file: string, text: string, report: Report): FrontMatter | undefined {
  try {
    const frontMatter = parseFrontMatter(file, text);
    for (const warning of frontMatter.warnings) report({ file, severity: "warning", ...warning });
    const data = Object.entries(frontMatter.data).map(([key, value]) => {
      return [key, replaceInValue(value, (character) => report({ ...frontMatter.locationOf(key), ...describeReplacement(character) }))];
    });
    return { ...frontMatter, data: Object.fromEntries(data) };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    report({ file, line: error.line, column: error.column, severity: "error", message: error.message });
    return undefined;
  }
}

// Reports each character once per line: a file in UTF-16 is full of zeros.
function replaceInLines(text: string, onReplaced: (line: number, column: number, character: string) => void): string {
  const replace = (content: string, index: number): string => {
    const reported = new Set<string>();
    return replaceInvalidCharacters(content, (character, offset) => {
      if (!reported.has(character)) onReplaced(index + 1, offset + 1, character);
      reported.add(character);
    });
  };
  return hasInvalidCharacters(text) ? text.split("\n").map(replace).join("\n") : text;
}

// Escapes in front matter, such as "\u0007", can add characters that were already replaced in the text.
function replaceInValue(value: FrontMatterValue, onReplaced: (character: string) => void): FrontMatterValue {
  if (typeof value === "string") return replaceInvalidCharacters(value, onReplaced);
  if (Array.isArray(value)) return value.map((item: FrontMatterValue) => replaceInValue(item, onReplaced));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceInValue(item, onReplaced)]));
}
