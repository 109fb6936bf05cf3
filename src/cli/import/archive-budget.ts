/**
 * The limits of all archives of one import together: the documents that feeds name after their first one. The last document may exceed
 * the bytes.
 */
export interface ArchiveLimits {
  readonly documents: number;
  readonly entries: number;
  /** Decompressed. */
  readonly bytes: number;
  /** From the request of a document until its entries are written. */
  readonly milliseconds: number;
}

const mebibyte = 1024 * 1024;
const defaultLimits: ArchiveLimits = { documents: 1000, entries: 100_000, bytes: 512 * mebibyte, milliseconds: 15 * 60_000 };

/** Counts the documents, entries, bytes and time of archives. */
export class ArchiveBudget {
  readonly #limits: ArchiveLimits;
  #spent: ArchiveLimits = { documents: 0, entries: 0, bytes: 0, milliseconds: 0 };

  constructor(limits: Partial<ArchiveLimits> = {}) {
    this.#limits = { ...defaultLimits, ...limits };
  }

  /** The rest of each limit; 0 or less if it is reached. */
  get left(): ArchiveLimits {
    return {
      documents: this.#limits.documents - this.#spent.documents,
      entries: this.#limits.entries - this.#spent.entries,
      bytes: this.#limits.bytes - this.#spent.bytes,
      milliseconds: this.#limits.milliseconds - this.#spent.milliseconds,
    };
  }

  /** The limit that is reached, in words; undefined while all are kept. */
  get reached(): string | undefined {
    const { bytes, documents, entries, milliseconds } = this.left;
    if (documents <= 0) return `${this.#limits.documents} documents`;
    if (entries <= 0) return `${this.#limits.entries.toLocaleString("en")} entries`;
    if (bytes <= 0) return `${(this.#limits.bytes / mebibyte).toFixed()} MiB`;
    return milliseconds <= 0 ? `${this.#limits.milliseconds / 60_000} minutes` : undefined;
  }

  spend({ bytes = 0, documents = 0, entries = 0, milliseconds = 0 }: Partial<ArchiveLimits>): void {
    const spent = this.#spent;
    this.#spent = {
      documents: spent.documents + documents,
      entries: spent.entries + entries,
      bytes: spent.bytes + bytes,
      milliseconds: spent.milliseconds + milliseconds,
    };
  }
}
