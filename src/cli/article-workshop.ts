import { availableParallelism } from "node:os";
import type { Workshop } from "../content/workshop.ts";
import type { MediaFolder } from "./media-folder.ts";
import type { Crew } from "./workshop-crew.ts";
import type { WorkshopSetup } from "./workshop-service.ts";

/** A workshop that is open for as long as it is used. */
export interface ArticleWorkshop extends Workshop {
  close(): Promise<void>;
}

/** How many threads work on how many articles. */
export interface WorkshopSize {
  /** Threads beside this one. */
  readonly threads: number;
  /** With fewer articles than these, threads take longer to start than they save. */
  readonly articles: number;
}

const usualSize: WorkshopSize = { threads: Math.min(availableParallelism(), 8), articles: 400 };

/**
 * Opens the workshop of a build: this thread for a few articles, several for many. Neither is there, nor are the parsers loaded,
 * before there is something to do.
 */
export function articleWorkshop(setup: WorkshopSetup, media: MediaFolder, size: WorkshopSize = usualSize): ArticleWorkshop {
  let alone: Promise<Workshop> | undefined;
  let crew: Promise<Crew> | undefined;
  const openAlone = async () => (await import("./workshop-service.ts")).openWorkshop(setup, media);
  const openCrew = async () => (await import("./workshop-crew.ts")).startCrew(setup, media, size.threads);
  const forMany = async (count: number): Promise<Workshop> => {
    if (size.threads > 1 && count >= size.articles) crew ??= openCrew();
    else alone ??= openAlone();
    return (count >= size.articles ? crew : alone) ?? openAlone();
  };
  return {
    parse: async (articles) => (articles.length === 0 ? [] : (await forMany(articles.length)).parse(articles)),
    compile: async (orders, identities) => (orders.length === 0 ? [] : (await forMany(orders.length)).compile(orders, identities)),
    close: async () => (await crew)?.close(),
  };
}
