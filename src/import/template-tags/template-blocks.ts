import { type ConditionOptions, evaluateCondition, isEmptyList, matchesCase, type Truth } from "./evaluate-condition.ts";

/** A text that the old site may have hidden, or that its generator repeats, together with its tag. */
export interface DroppedText {
  /** `{% if page.lang == "en" %}` */
  readonly tag: string;
  readonly text: string;
}

/** A tag of a text. */
export interface BlockTag {
  readonly piece: string;
  readonly name: string;
  /** The text after the name. */
  readonly rest: string;
  readonly offset: number;
}

/** Of a dropped text it is unknown whether the old site published it. */
type Visibility = "shown" | "dropped" | "hidden";

/** A block such as `{% if %}`, up to its end. */
interface Block {
  readonly name: string;
  readonly value: string;
  /** The visibility of its place. */
  readonly outer: Visibility;
  readonly beginsLink: boolean;
  /** The tag of the current branch, and the offset of the text after it. */
  tag: string;
  start: number;
  visibility: Visibility;
  /** True if no later branch is visible. */
  isDecided: boolean;
  /** True if the condition of a branch, or one around the block, is unknown. */
  isUncertain: boolean;
  shown: string;
  /** The text of all branches, for a block without an end. */
  whole: string;
}

/** The blocks whose content is a template of something else. */
const templates = new Set(["for", "tablerow", "asyncEach", "asyncAll", "macro", "switch"]);
const conditions = new Set(["if", "ifAsync", "unless"]);

/** Writes a text without the branches of its conditions that the old site did not publish. */
export class TemplateBlocks {
  readonly dropped: DroppedText[] = [];
  readonly #body: string;
  readonly #options: ConditionOptions;
  readonly #open: Block[] = [];
  readonly #counts = new Map<string, number>();
  #text = "";

  constructor(body: string, options: ConditionOptions) {
    this.#body = body;
    this.#options = options;
  }

  /** The visibility of the text after the last tag. */
  get visibility(): Visibility {
    const block = this.#open.at(-1);
    return block === undefined ? "shown" : lower(block.outer, block.visibility);
  }

  /** True if the text after the last tag depends on an unknown condition. */
  get isUncertain(): boolean {
    return this.#open.at(-1)?.isUncertain ?? false;
  }

  /** True if the innermost block is at the start of a link. */
  get beginsLink(): boolean {
    return this.#open.at(-1)?.beginsLink ?? false;
  }

  append(text: string): void {
    const block = this.#open.at(-1);
    if (block === undefined) this.#text += text;
    else {
      block.whole += text;
      if (block.visibility === "shown") block.shown += text;
    }
  }

  /** Opens a block, begins its next branch or closes it; returns false if the tag is another one. */
  read(tag: BlockTag, beginsLink: () => boolean): boolean {
    const { name, offset, piece } = tag;
    if (conditions.has(name) || templates.has(name) || name === "case") {
      this.#start(tag, beginsLink());
      return true;
    }
    if (name.startsWith("end")) return this.#end(name.slice(3), offset);
    const block = this.#open.at(-1);
    if (block === undefined || !/^(?:else|elsif|elif|elseif|when)$/.test(name)) return false;
    this.#endBranch(block, offset);
    this.#branch(block, this.#truthOf(block, tag));
    [block.tag, block.start] = [piece, offset + piece.length];
    return true;
  }

  /** Returns the text. A block without an end counts as shown, and so does everything in it. @param report receives the name of its tag */
  finish(report: (name: string) => void): string {
    while (this.#open.length > 0) this.#leave(report);
    return this.#text;
  }

  #start({ name, offset, piece, rest }: BlockTag, beginsLink: boolean): void {
    const block: Block = {
      name,
      value: rest.trim(),
      outer: this.visibility,
      beginsLink,
      tag: piece,
      start: offset + piece.length,
      visibility: "hidden",
      isDecided: false,
      isUncertain: this.isUncertain,
      shown: "",
      whole: "",
    };
    if (templates.has(name)) this.#repeat(block);
    else if (name !== "case") this.#branch(block, this.#conditionOf(name, rest));
    this.#open.push(block);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  #conditionOf(name: string, written: string): Truth {
    const truth = evaluateCondition(written, this.#options);
    return name === "unless" && truth !== undefined ? !truth : truth;
  }

  // The branch after `else` is for a list without items.
  #repeat(block: Block): void {
    const isEmpty = this.#isEmpty(block);
    block.visibility = isEmpty === true ? "hidden" : "dropped";
    block.isDecided = isEmpty === false;
    block.isUncertain = true;
  }

  #isEmpty({ name, value }: Block): Truth {
    const [, list = ""] = /\sin\s{1,9}(\S+)/.exec(value) ?? [];
    return name === "for" ? isEmptyList(list, this.#options) : undefined;
  }

  #truthOf(block: Block, tag: BlockTag): Truth {
    if (tag.name === "else") return templates.has(block.name) ? this.#isEmpty(block) : true;
    return block.name === "case" ? matchesCase(block.value, tag.rest, this.#options) : evaluateCondition(tag.rest, this.#options);
  }

  #branch(block: Block, truth: Truth): void {
    block.visibility = block.isDecided || truth === false ? "hidden" : truth === undefined ? "dropped" : "shown";
    block.isDecided ||= truth === true;
    block.isUncertain ||= truth === undefined;
  }

  #endBranch({ outer, start, tag, visibility }: Block, end: number): void {
    if (visibility === "dropped" && outer === "shown") this.dropped.push({ tag, text: this.#body.slice(start, end) });
  }

  // Blocks without an end are in the block that ends.
  #end(name: string, offset: number): boolean {
    if ((this.#counts.get(name) ?? 0) === 0) return false;
    while (this.#open.at(-1)?.name !== name) this.#leave(() => {});
    const block = this.#pop();
    if (block === undefined) return false;
    this.#endBranch(block, offset);
    this.append(block.shown);
    return true;
  }

  #leave(report: (name: string) => void): void {
    const block = this.#pop();
    if (block === undefined) return;
    report(block.name);
    this.append(block.whole);
  }

  #pop(): Block | undefined {
    const block = this.#open.pop();
    if (block !== undefined) this.#counts.set(block.name, (this.#counts.get(block.name) ?? 0) - 1);
    return block;
  }
}

function lower(a: Visibility, b: Visibility): Visibility {
  if (a === "hidden" || b === "hidden") return "hidden";
  return a === "dropped" || b === "dropped" ? "dropped" : "shown";
}
