import { basename, dirname, join, resolve } from "node:path";
import { type BuildResult, build } from "../../build/build.ts";
import type { BuildOptions } from "../../build/build-options.ts";
import type { StoredCache } from "../../build/cache/compile-cache.ts";
import { isUnreadFolder } from "../../build/source/article-files.ts";
import { storeBuild } from "../../build/store-build.ts";
import { errorLines } from "../../terminal/exit-on-failure.ts";
import type { Print } from "../../terminal/terminal.ts";
import { BuildLog } from "./build-log.ts";
import type { DevConfiguration } from "./dev-configuration.ts";
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
  /** Resolves after the build that runs now. */
  settled(): Promise<void>;
  /** Calls a function after each build. */
  onBuild(listener: () => void): void;
  /** Compiles again, as after a change of wrangler.toml. */
  rebuild(): void;
}

/** Options of {@link startLiveBuild}. */
export interface LiveBuildOptions extends Omit<BuildOptions, "cache" | "fallback" | "now"> {
  readonly configuration: Pick<DevConfiguration, "current" | "offer">;
}

/**
 * Compiles the site now and whenever its articles or settings change. While wrangler.toml cannot be read, the last one that could is used,
 * and while the articles folder cannot be read, the last content stays.
 * @param print prints the problems of every build
 * @throws Failure if the first build cannot be written
 */
export async function startLiveBuild({ configuration, ...options }: LiveBuildOptions, print: Print): Promise<LiveBuild> {
  const { config } = options;
  const root = dirname(resolve(config));
  const log = new BuildLog();
  const listeners: (() => void)[] = [];
  const initial = configuration.current;
  let wranglerFile = initial; // the last one that could be read
  let cache: StoredCache | undefined; // of the last build: after an edit one article is compiled
  let latest: GoodBuild | undefined;
  let problems: BuildResult["problems"] = [];

  async function compile(): Promise<void> {
    const now = Date.now();
    const built = await build({ ...options, now, cache, fallback: wranglerFile });
    const { wranglerFile: read = wranglerFile } = built;
    const refused = read === initial ? [] : await configuration.offer(read);
    const result = { ...built, problems: [...refused, ...built.problems] };
    print(...log.describe(result, now));
    cache = result.cache ?? cache;
    problems = result.problems;
    wranglerFile = read;
    if (isGood(result) && (result.hasArticlesFolder || latest === undefined)) {
      if (latest === undefined) await storeBuild(result, { ...options, now }, print); // for wrangler, which describes a full disk in a hundred lines
      latest = result;
    }
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
  const articles = watchFolderTree(join(root, "articles"), { onChange, isLeftOut: isUnreadFolder, print });
  // The folder and not the file, since many editors replace the file by a new one.
  const names: readonly (string | null)[] = [basename(config), "articles", null];
  watchSingleFolder(root, { onChange: (name) => names.includes(name) && onChange(), print });
  await building;

  return {
    get latest() {
      return latest as GoodBuild;
    },
    get problems() {
      return problems;
    },
    settled: () => building,
    onBuild: (listener) => void listeners.push(listener),
    rebuild: onChange,
  };
}

function isGood(result: BuildResult): result is GoodBuild {
  return result.content !== undefined && result.media !== undefined;
}
