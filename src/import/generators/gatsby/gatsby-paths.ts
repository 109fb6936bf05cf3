import type { AnyNode } from "acorn";
import { textIn } from "../../../base/table-values.ts";
import { unknownValue } from "../../constants/condition-operators.ts";
import { type GuardedCall, guardedCalls } from "../../constants/guarded-calls.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";
import type { GatsbyCode } from "./gatsby-code.ts";
import { GatsbyNodes, type SourcePlace, unreached } from "./gatsby-nodes.ts";
import { type PathValue, pathOfPost } from "./gatsby-routes.ts";
import { argumentOf, pathOfCall } from "./page-paths.ts";

interface PageCall {
  readonly guarded: GuardedCall;
  readonly program: AnyNode;
  readonly value: PathValue | "unusual";
}

/** The paths and fields that the code of `gatsby-node` computes for each text, such as by the name of its source. */
export class GatsbyPaths {
  readonly nodes: GatsbyNodes;
  readonly #calls: readonly PageCall[];

  constructor({ files }: GatsbyCode) {
    const parsed = files.flatMap(({ program, source }) => (program ? [{ program, source }] : []));
    this.nodes = new GatsbyNodes(parsed, []);
    this.#calls = parsed.flatMap(({ program }) =>
      guardedCalls(program, "createPage").flatMap((guarded) => {
        const value = pathOfPost(pathOfCall(program, guarded.call));
        return value === undefined ? [] : [{ guarded, program, value }];
      }),
    );
  }

  /** Returns the path of the page of a text; undefined if only running the code would give it, or if the text has several. */
  pathOf(file: SiteFile, place: SourcePlace): string | undefined {
    const [path, ...others] = new Set(this.#calls.map((call) => this.#pathOfCall(call, file, place)).filter((each) => each !== unreached));
    return typeof path === "string" && others.length === 0 ? path : undefined;
  }

  /** Returns the value of a field of a text; undefined if only running the code would give it. */
  fieldOf(name: string, file: SiteFile, place: SourcePlace): string | undefined {
    return textIn(this.nodes.fieldOf(name, file, place));
  }

  #pathOfCall({ guarded, program, value }: PageCall, file: SiteFile, place: SourcePlace): unknown {
    const written = argumentOf(guarded.call, "createPage", "path");
    if (written === undefined) return unknownValue;
    const found = this.nodes.valueAt(guarded, program, written, this.nodes.nodeOf(file, place));
    if (found === unreached || typeof found === "string") return found;
    if (value === "unusual") return unknownValue;
    const inner =
      value.table === "createFilePath"
        ? place.slug
        : value.table === "fields"
          ? this.fieldOf(value.key, file, place)
          : textIn(file.frontMatter[value.key]);
    return inner === undefined ? unknownValue : value.before + inner + value.suffix;
  }
}
