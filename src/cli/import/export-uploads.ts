import { statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { OwnUrls } from "../../content/links/own-address.ts";
import { ContentFolder } from "../../files/content-folder.ts";
import { concernsOneFile } from "../../files/failure.ts";
import type { Concern } from "../../import/import-report.ts";
import type { PreparedEntry } from "../../import/prepared-entry.ts";
import { joinPath } from "../../import/site-rules/site-path.ts";
import { uploadFolders } from "../../import/site-rules/upload-folders.ts";
import { leadToUploads, type UploadPlace, uploadPlaces } from "../../import/uploaded-files.ts";
import { copyMedia, type MediaDestination } from "./copy-media.ts";

type Outcome = ReturnType<typeof copyMedia>;

/** The uploaded files next to an export of WordPress or Ghost. Those that its entries show or link to are copied. */
export class ExportUploads {
  readonly #from: string;
  readonly #files: ContentFolder | undefined;
  /** The folders that may contain the folders of uploads, relative to the root. */
  readonly #folders: readonly string[];
  /** True if some folder may contain uploads. */
  readonly #isThere: boolean;
  /** True if a folder of uploads has its usual name, so that all files should be there. */
  readonly #isComplete: boolean;
  readonly #to: MediaDestination;
  /** By the path of the file. */
  readonly #outcomes = new Map<string, Outcome>();
  /** The paths of files by the targets of their copies. */
  readonly #sources = new Map<string, string>();
  readonly #missing = new Set<string>();

  /**
   * @param from the source as the user named it
   * @param root the folder with the export, or one above it; no file outside is read
   * @param exported the path of the export
   */
  constructor(from: string, root: string, exported: string, to: Omit<MediaDestination, "articlesFolder">) {
    this.#from = from;
    this.#files = ContentFolder.open(root);
    this.#folders = [...new Set([relative(root, dirname(exported)), ""])];
    const hasFolder = (name: string) => this.#folders.some((folder) => isFolder(join(root, folder, name)));
    this.#isComplete = Object.keys(uploadFolders).some(hasFolder);
    this.#isThere = this.#isComplete || Object.values(uploadFolders).flat().some(hasFolder);
    this.#to = { ...to, articlesFolder: ContentFolder.open(to.folder) };
  }

  /** Copies the files that an entry shows or links to, and leads its references to the copies. @param oldUrls the URLs of the old site */
  copy(entry: PreparedEntry, oldUrls: OwnUrls): PreparedEntry {
    if (!this.#isThere) return entry;
    return leadToUploads(entry, (reference) => this.#copyAt(uploadPlaces(reference, oldUrls)));
  }

  /** The number of copied files. */
  get copied(): number {
    return this.#count("copied");
  }

  /** Describes what was copied, and names what is missing. */
  describe(): Concern[] {
    const [copied, existing, missing] = [this.copied, this.#count("existing"), [...this.#missing].sort()];
    const faults = [...this.#outcomes].sort().flatMap(([path, outcome]) => (typeof outcome === "object" ? [{ path, ...outcome }] : []));
    if (this.#outcomes.size === 0 && (!this.#isComplete || missing.length === 0)) return [];
    const counts = [
      `${copied} copied`,
      ...(existing > 0 ? [`${existing} already ${existing === 1 ? "exists" : "exist"}`] : []),
      ...(missing.length > 0 ? [`${missing.length} missing`] : []),
      ...(faults.length > 0 ? [`${faults.length} left out`] : []),
    ].join(", ");
    const from = this.#from;
    return [
      { from, note: `Uploaded files that articles show or link to: ${counts}` },
      ...(missing.length > 0 ? [{ from, entries: missing, note: "Not next to the export, so articles keep the old address" }] : []),
      ...faults.map(({ fault, path }) => ({ from, entry: path, note: `Left out: ${fault}` })),
    ];
  }

  #count(wanted: Outcome): number {
    return [...this.#outcomes.values()].filter((outcome) => outcome === wanted).length;
  }

  #copyAt(places: readonly UploadPlace[]): string | undefined {
    for (const { path: below, target } of places) {
      for (const path of this.#folders.map((folder) => joinPath(folder, below))) {
        const outcome = this.#outcomes.get(path) ?? this.#copy(path, target);
        if (outcome === undefined) continue;
        this.#outcomes.set(path, outcome);
        return typeof outcome === "object" ? undefined : target;
      }
    }
    if (places[0] !== undefined) this.#missing.add(places[0].target);
    return undefined;
  }

  // Undefined if there is no such file.
  #copy(path: string, target: string): Outcome | undefined {
    const files = this.#files;
    try {
      const file = files?.find(path);
      if (files === undefined || file === undefined) return undefined;
      const other = this.#sources.get(target);
      if (other !== undefined) return { fault: `its copy would have the name of that of ${other}` };
      this.#sources.set(target, path);
      return copyMedia((use) => files.open(file, use), target, this.#to);
    } catch (error) {
      if (!concernsOneFile(error)) throw error;
      return { fault: error.reason };
    }
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
