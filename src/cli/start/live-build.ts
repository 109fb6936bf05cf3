import { basename, dirname, join, resolve } from "node:path";
import { type BuildOptions, type BuildResult, build } from "../../build/build.ts";
import type { StoredCache } from "../../build/cache/compile-cache.ts";
import { isLeftOutFolder } from "../../build/source/article-path.ts";
import { storeBuild } from "../../build/store-build.ts";
import { errorLines } from "../../terminal/exit-on-failure.ts";
import type { Print } from "../../terminal/terminal.ts";
import { BuildLog } from "./build-log.ts";
import { watchFolderTree } from "./watch-folder-tree.ts";
import { watchSingleFolder } from "./watch-single-folder.ts";

const settleMilliseconds = 30; // an editor may write a file in several steps

/** A build with content. */
export type GoodBuild = BuildResult & Required<Pick<BuildResult, "content" | "media">>;

/** The builds of a site under development. */
export interface LiveBuild {
  /** The last build with content. */
  readonly latest: GoodBuild;
  /** The problems of the last build. */
  readonly problems: BuildResult["problems"];
  /** False if the last build had no content, because wrangler.toml or the articles folder cannot be read. */
  readonly isReadable: boolean;
  /** Resolves after the build that runs now. */
  settled(): Promise<void>;
  /** Calls a function after each build. */
  onBuild(listener: () => void): void;
}

/**
 * Compiles the site now and whenever its articles or settings change. Resolves after the first build with content; until then it waits for
 * changes of what cannot be read.
 * @param print prints the problems of every build
 * @throws Failure if the first build cannot be written
 */
export async function startLiveBuild(options: Omit<BuildOptions, "cache" | "now">, print: Print): Promise<LiveBuild> {
  const root = dirname(resolve(options.config));
  const log = new BuildLog();
  const listeners: (() => void)[] = [];
  let cache: StoredCache | undefined; // of the last build: after an edit one article is compiled
  let latest: GoodBuild | undefined;
  let problems: BuildResult["problems"] = [];
  let isReadable = false;

  async function compile(): Promise<void> {
    const now = Date.now();
    const result = await build({ ...options, now, cache });
    print(...log.describe(result, now));
    cache = result.cache ?? cache;
    problems = result.problems;
    isReadable = isGood(result);
    if (isGood(result)) {
      if (latest === undefined) await storeBuild(result, { ...options, now }, print); // for wrangler, which describes a full disk in a hundred lines
      latest = result;
    } else print(latest === undefined ? "The site starts as soon as this is fixed." : "The last good content is still served.");
    for (const listener of listeners) listener();
  }

  let timer: NodeJS.Timeout | undefined;
  let building = compile();
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      articles.update();
      // A file that was removed while it was read fails: its removal is the next change.
      building = building.then(compile).catch((error: unknown) => print(...errorLines(error)));
    }, settleMilliseconds);
  };
  const articles = watchFolderTree(join(root, "articles"), { onChange, isLeftOut: isLeftOutFolder, print });
  // The folder and not the file, since many editors replace the file by a new one.
  const names: readonly (string | null)[] = [basename(options.config), "articles", null];
  watchSingleFolder(root, { onChange: (name) => names.includes(name) && onChange(), print });
  await building;
  while (latest === undefined) await new Promise<void>((done) => listeners.push(done));

  return {
    get latest() {
      return latest as GoodBuild;
    },
    get problems() {
      return problems;
    },
    get isReadable() {
      return isReadable;
    },
    settled: () => building,
    onBuild: (listener) => void listeners.push(listener),
  };
}

function isGood(result: BuildResult): result is GoodBuild {
  return result.content !== undefined && result.media !== undefined;
}
