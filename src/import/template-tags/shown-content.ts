import type { TemplateAction } from "./template-actions.ts";

/** A block of a template, up to its end. */
interface Block {
  /** True if the content itself is the condition or the list. */
  readonly isOfContent: boolean;
  /** True if `.` is the content. */
  readonly hasContentAsDot: boolean;
  /** True if a condition depends on the site, the page or the time. */
  isOfSite: boolean;
  hasElse: boolean;
  /** The finished branches, and the current one. */
  readonly branches: Branch[];
  branch: Branch;
}

interface Branch {
  shows: boolean;
  /** The variables with the content. */
  readonly names: Set<string>;
}

const strings = /"[^"]*"|'[^']*'|`[^`]*`/g;
const measures = /\b(?:len|length|countwords|countrunes|md5|sha\d*|crypto|hash)\b/;
const operators = /\b(?:and|or|not|eq|ne|in|lt|gt|le|ge|hasPrefix|findRE|is)\b|[=!<>]=|[<>]/;
const ofSite = /\b(?:site|hugo|page|section|config|now|get_?env|lang)\b/i;

/**
 * Returns whether a template of a shortcode always shows its content. A condition on the arguments hides nothing if all its branches show
 * the content, and neither does one on the content itself.
 * @param content matches the content in an expression: `.Inner`, `body`
 */
export function showsContent(actions: readonly TemplateAction[], content: RegExp): boolean {
  const isShared = actions.some(({ expression }) => /\.(?:Scratch|Store)\b/.test(expression)); // the shortcode around it shows the content
  if (isShared && actions.some(({ expression }) => content.test(expression))) return true;
  return new ShownContent(content).read(actions);
}

class ShownContent {
  readonly #content: RegExp;
  readonly #root = newBlock({});
  readonly #open: Block[] = [];

  constructor(content: RegExp) {
    this.#content = content;
  }

  read(actions: readonly TemplateAction[]): boolean {
    for (const action of actions) this.#readAction(action);
    while (this.#open.length > 0) this.#end();
    return this.#root.branch.shows;
  }

  get #block(): Block {
    return this.#open.at(-1) ?? this.#root;
  }

  #readAction({ expression, kind, name = "" }: TemplateAction): void {
    if (kind === "set") this.#assign(name, expression);
    else if (kind === "output") this.#output(expression);
    else if (kind === "else") this.#else(expression);
    else if (kind === "end") this.#end();
    else this.#start(kind, expression);
  }

  #start(kind: "if" | "with" | "loop", expression: string): void {
    const hasContent = this.#hasContent(expression);
    this.#open.push(
      newBlock({
        isOfContent: (hasContent && !operators.test(expression)) || /^\$?\.Parent$/.test(expression),
        hasContentAsDot: kind === "if" ? this.#block.hasContentAsDot : hasContent,
        isOfSite: kind !== "loop" && ofSite.test(expression),
      }),
    );
  }

  #else(condition: string): void {
    const block = this.#block;
    if (block === this.#root) return;
    block.branches.push(block.branch);
    block.branch = { shows: false, names: new Set() };
    if (condition === "") block.hasElse = true;
    else block.isOfSite ||= ofSite.test(condition);
  }

  #end(): void {
    const block = this.#open.pop();
    if (block === undefined) return;
    const { branch, branches, hasElse, isOfContent, isOfSite } = block;
    const all = isOfContent ? [branches[0] ?? branch] : [...branches, branch];
    const isAnyShown = isOfContent || hasElse || (all.length > 1 && !isOfSite);
    if (!isAnyShown) return;
    if (all.every(({ shows }) => shows)) this.#block.branch.shows = true;
    for (const name of all[0]?.names ?? []) if (all.every(({ names }) => names.has(name))) this.#block.branch.names.add(name);
  }

  #assign(name: string, expression: string): void {
    if (this.#hasContent(expression)) this.#block.branch.names.add(name);
    else for (const { branch } of [this.#root, ...this.#open]) branch.names.delete(name);
  }

  // A build stops at an error, and a partial that receives everything may show the content.
  #output(expression: string): void {
    const passesAll = /^(?:partial(?:Cached)?|template)\b.*\s[.$]$/s.test(expression);
    if (passesAll || /^errorf\b/.test(expression) || this.#hasContent(expression)) this.#block.branch.shows = true;
  }

  #hasContent(expression: string): boolean {
    const bare = expression.replace(strings, "");
    if (measures.test(bare)) return false;
    if (this.#content.test(bare) || (this.#block.hasContentAsDot && /(?:^|[\s(])\.(?=[\s)|]|$)/.test(bare))) return true;
    const words = bare.match(/\$?\b\w+/g) ?? [];
    return words.some((word) => [this.#root, ...this.#open].some(({ branch }) => branch.names.has(word)));
  }
}

function newBlock(properties: Partial<Pick<Block, "hasContentAsDot" | "isOfContent" | "isOfSite">>): Block {
  const branch = { shows: false, names: new Set<string>() };
  return { isOfContent: false, hasContentAsDot: false, isOfSite: false, hasElse: false, branches: [], ...properties, branch };
}
