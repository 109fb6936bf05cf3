import { truncate } from "../../base/truncate.ts";
import type { Article } from "../../content/compile/article.ts";
import { parseFrontMatter } from "../../content/front-matter/front-matter.ts";
import { FrontMatterError } from "../../content/front-matter/front-matter-error.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { type NewKeys, setKeys } from "../../content/front-matter/set-keys.ts";
import type { ArticleNames } from "../../content/links/article-names.ts";
import { isMarkedAsDraft } from "../../content/metadata/is-draft.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isInDrafts } from "../../model/file-name.ts";
import { markupOf } from "../../model/markup-of.ts";
import type { Selection } from "../../model/selection.ts";
import { isLocalHost } from "../../network/private-host.ts";
import { expandPattern } from "../../settings/permalink-pattern.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { IdRule } from "../offered-settings/id-rule.ts";
import type { OldMarkdown } from "../old-markdown/old-markdown.ts";
import type { ArticlePlan, NoteOfText, OldSite, SiteFile } from "../site-rules/old-site.ts";
import { fillTags } from "../template-tags/fill-tags.ts";
import { AddressBook, isSameAddress, permalinkKey } from "./address-book.ts";
import type { ArticleNote } from "./article-note.ts";
import { describeHiding } from "./describe-hiding.ts";
import { type Identity, identifyArticle } from "./identify-article.ts";
import { metadataOf } from "./metadata-of.ts";
import { movedImages, moveReferences } from "./move-references.ts";
import type { MovedFiles } from "./moved-files.ts";
import { withoutOwnOrigin } from "./own-origin.ts";
import type { PlannedArticle } from "./plan-site.ts";
import { keysFor, notesOfScheduled, releaseKeys } from "./planned-front-matter.ts";
import { computableSlug, emptyAddressKeys, hasKnownAddress, noteFault } from "./unusable-address.ts";

const droppedKind = "Left out text of a condition or a loop that only the old generator can run: compare it with the old page";

/** An article of an old site, as it is written. */
export interface AdaptedArticle {
  readonly text: string;
  readonly identity: Identity;
  readonly notes: readonly ArticleNote[];
  /** The errors of its front matter. */
  readonly problems: readonly Diagnostic[];
  /** False if its address differs from the old one; undefined if the old one is unknown. */
  readonly keepsAddress: boolean | undefined;
}

/** The inputs that all articles of an import share. */
export interface AdaptOptions {
  readonly old: OldSite;
  readonly markdown: OldMarkdown;
  /** The settings once the missing ones are written. */
  readonly site: Site;
  readonly names: ArticleNames;
  readonly files: MovedFiles;
  /** The terms of which the site has pages of its own. */
  readonly selections: readonly Selection[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The rule of the old site's ids, if the settings have another one. */
  readonly ids?: IdRule | undefined;
}

/** Writes into the copies of articles what the settings do not produce already: addresses, `feed: false`, values of tags. */
export class ArticleAdapter {
  readonly #options: AdaptOptions;
  readonly #addresses: AddressBook;

  constructor(options: AdaptOptions) {
    this.#options = options;
    this.#addresses = new AddressBook(options.selections);
  }

  /** Adapts an article. A text that needs nothing is returned unchanged. */
  async adapt({ path, plan, target }: PlannedArticle, original: string): Promise<AdaptedArticle> {
    const hiding = describeHiding(plan);
    const notes: ArticleNote[] = hiding === undefined ? [] : [{ kind: hiding }];
    const whole = plan.replacement === undefined ? original : newText(plan.replacement);
    const own = this.#publicText(path, target, whole, notes);
    const parsed = parse(path, own);
    if (parsed === undefined) {
      notes.push({ kind: "Copied unchanged, since the front matter cannot be read" });
      return { text: own, ...(await this.#identify(target, own)), notes, keepsAddress: isOld(plan) ? false : undefined };
    }
    const picture = this.#options.old.picturesOf?.({ path, frontMatter: parsed.frontMatter });
    const moving = { path, files: this.#options.files, old: this.#options.old, picture };
    const frontMatter = { ...plan.keys, ...parsed.frontMatter, ...plan.corrections };
    const images = movedImages(frontMatter, { ...moving, place: { source: target, address: `/${target}` } });
    const release = releaseKeys(plan, this.#options.now, notes);
    const planned = { ...keysFor(plan, parsed.frontMatter), ...release, ...images };
    const metadata = metadataOf(frontMatter);
    const keys = { ...planned, ...computableSlug(plan, target, metadata, notes) };
    const filled = await this.#fill({ path, plan, target }, own, parsed, keys, notes);
    let text = write(filled, keys, notes);
    let found = await this.#identify(target, text);
    const usable = hasKnownAddress(plan)
      ? undefined
      : await this.#withoutPermalink(target, setKeys(filled, { ...keys, ...emptyAddressKeys(parsed.frontMatter) }), found);
    if (!hasKnownAddress(plan)) noteFault(plan, usable === undefined ? undefined : metadata, notes);
    const oldPath = usable === undefined ? await this.#oldPath(plan, text) : undefined;
    const wanted = this.#addresses.reserve(target, oldPath ?? (usable ?? found.identity).path, notes);
    if (wanted !== undefined && !isSameAddress(wanted, found.identity.path)) {
      text = write(filled, { ...keys, permalink: permalinkKey(wanted) }, notes);
      found = await this.#identify(target, text);
    }
    const ownId = await this.#ownId(plan, { path, frontMatter, body: parsed.body }, { source: target, text }, found.identity);
    if (ownId !== undefined) {
      text = write(text, { id: ownId }, notes);
      found = await this.#identify(target, text);
    }
    const isDraft = isMarkedAsDraft(frontMatter) || keys["draft"] === true;
    const free = plan.kind === "post" && !isDraft ? this.#addresses.freeId(target, found.identity) : undefined;
    if (free !== undefined) {
      text = write(text, { id: free }, notes);
      found = await this.#identify(target, text);
    }
    const start = text.length - (filled.length - parsed.bodyOffset);
    const place = { source: target, address: found.identity.path ?? `/${target}` };
    text = text.slice(0, start) + moveReferences(text.slice(start), { ...moving, place });
    if (plan.kind === "post" && found.identity.isScheduled) notes.push(...notesOfScheduled(this.#options.old));
    const keepsAddress = oldPath !== undefined && isOld(plan) ? isSameAddress(oldPath, found.identity.path) : undefined;
    return { text, ...found, notes, keepsAddress };
  }

  #publicText(path: string, target: string, text: string, notes: ArticleNote[]): string {
    const { bodyOffset, frontMatter } = parse(path, text) ?? { bodyOffset: 0, frontMatter: {} };
    const { old } = this.#options;
    const note: NoteOfText = (kind, detail) => notes.push({ kind, ...(detail !== undefined && { detail }) });
    const shown = old.publicText?.(text.slice(bodyOffset), note, path) ?? text.slice(bodyOffset);
    const body = this.#options.markdown.toCommonMark(target, shown, frontMatter);
    const { url } = old.settings;
    return (
      text.slice(0, bodyOffset) +
      (url === undefined ? body : withoutOwnOrigin(body, [url, url + (old.base ?? "")], markupOf(target) === "html"))
    );
  }

  // The identity that the file name makes, if the article's own permalink is the cause of an error; otherwise undefined.
  async #withoutPermalink(source: string, text: string | undefined, found: Identified): Promise<Identity | undefined> {
    if (text === undefined || found.problems.length === 0) return undefined;
    const { identity, problems } = await this.#identify(source, text);
    return identity.path !== undefined && problems.length < found.problems.length ? identity : undefined;
  }

  async #identify(source: string, text: string): Promise<Identified> {
    const problems: Diagnostic[] = [];
    const identity = await identifyArticle({ source, text }, this.#options, (problem) => problems.push(problem));
    return { identity, problems: problems.filter(({ severity }) => severity === "error") };
  }

  // The address that a pattern makes, be it the pattern of the settings or another one.
  async #oldPath({ address, target: source }: ArticlePlan, text: string): Promise<string | undefined> {
    if (address === undefined || "path" in address) return address?.path;
    const { site } = this.#options;
    return (await identifyArticle({ source, text }, { ...this.#options, site: { ...site, permalink: expandPattern(address.pattern) } }))
      .path;
  }

  // The id that the old site's rule makes of the address, if it is known and the settings make another one. Only the entries of feeds have
  // ids, and a copy may state its id.
  async #ownId(plan: ArticlePlan, file: SiteFile, { source, text }: Article, { id, path }: Identity): Promise<string | undefined> {
    const { ids, old: feed, site } = this.#options;
    const isListed = plan.kind === "post" && path !== undefined && !isInDrafts(source);
    if (!isListed || (ids === undefined && feed.idOf === undefined)) return undefined;
    const { id: stated, permalink } = metadataOf(parse(source, text)?.frontMatter ?? {});
    if (!isOld(plan) && permalink === undefined && stated === undefined) return undefined;
    const old = ids === undefined ? { id } : await identifyArticle({ source, text }, { ...this.#options, site: { ...site, ...ids } });
    // Also for a stated id, since the site reports posts whose ids it cannot compute.
    const made = old.id === undefined ? undefined : feed.idOf?.({ id: old.id, path }, file);
    const own = stated !== undefined || made === undefined || isLocalHost(made) ? old.id : made; // not that of the owner's computer
    return own === id ? undefined : own;
  }

  // The address may be a value in the text; no text changes the address.
  async #fill(
    article: Omit<PlannedArticle, "frontMatter">,
    text: string,
    parsed: Parsed,
    keys: NewKeys,
    notes: ArticleNote[],
  ): Promise<string> {
    const { body, bodyOffset } = parsed;
    const { files, old } = this.#options;
    const { hasAllTemplateNames = false, pathsOf, runsTagsInCode = false, settings, templateValues } = old;
    if (templateValues === undefined || !/\{[{%#]|\{[ \t]{0,9}(?:props\.)?front[mM]atter\b/.test(body)) return text;
    const address = await this.#oldPath(article.plan, setKeys(text, keys) ?? text);
    const frontMatter = { ...article.plan.keys, ...parsed.frontMatter, ...article.plan.corrections };
    const file = { path: article.path, frontMatter, body };
    const values = templateValues(file, address);
    if (values === undefined) return text;
    const locate = (reference: string) => {
      const paths = pathsOf?.(reference) ?? [];
      return files.targetOf(paths) ?? files.attachmentAt(paths);
    };
    const language = old.templateLanguage?.(file) ?? "liquid";
    const options = {
      ...{ values, locate, language, isComplete: hasAllTemplateNames, origin: settings.url, runsInCode: runsTagsInCode },
      ...{ isHtml: markupOf(article.target) === "html", engine: old.templateEngine?.(article.path) },
    };
    const { dropped, removed, text: filled } = fillTags(body, options);
    for (const name of removed) notes.push({ kind: `Removed ${name}, which only the old generator can run` });
    for (const { tag, text } of dropped)
      notes.push({ kind: droppedKind, detail: truncate(`${tag} ${text}`.replace(/\s+/g, " ").trim(), 120) });
    return text.slice(0, bodyOffset) + filled;
  }
}

// Returns whether the address of a plan is that of the old site.
function isOld({ address, isGuess }: ArticlePlan): boolean {
  return address !== undefined && isGuess !== true;
}

type Identified = Pick<AdaptedArticle, "identity" | "problems">;

interface Parsed {
  readonly frontMatter: FrontMatterTable;
  readonly body: string;
  readonly bodyOffset: number;
}

function parse(path: string, text: string): Parsed | undefined {
  try {
    const { body, bodyOffset, data } = parseFrontMatter(path, text);
    return { frontMatter: data, body, bodyOffset };
  } catch (error) {
    if (error instanceof FrontMatterError) return undefined;
    throw error;
  }
}

function newText({ body, frontMatter }: NonNullable<ArticlePlan["replacement"]>): string {
  return setKeys(body, frontMatter) ?? body;
}

function write(text: string, keys: NewKeys, notes: ArticleNote[]): string {
  const written = setKeys(text, keys);
  if (written !== undefined) return written;
  const added = Object.entries(keys).filter(([, value]) => value !== undefined);
  const lines = added.map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  notes.push({ kind: "Cannot write into the front matter; add the lines by hand", detail: lines.join(", ") });
  return text;
}
