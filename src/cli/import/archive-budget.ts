/**
 * The limits of all archives of one import together: the documents that feeds name after their first one. The last document may exceed
 * the bytes.
 */
export interface ArchiveLimits {
  readonly documents: number;
  /** Decompressed. */
  readonly bytes: number;
  readonly milliseconds: number;
}

const mebibyte = 1024 * 1024;
const defaultLimits: ArchiveLimits = { documents: 1000, bytes: 512 * mebibyte, milliseconds: 15 * 60_000 };

/** Counts the documents, bytes and time of archives. */
export class ArchiveBudget {
  readonly #limits: ArchiveLimits;
  #documents = 0;
  #bytes = 0;
  #milliseconds = 0;

  constructor(limits: Partial<ArchiveLimits> = {}) {
    this.#limits = { ...defaultLimits, ...limits };
  }

  /** The rest of each limit; 0 or less if it is reached. */
  get left(): ArchiveLimits {
    return {
      documents: this.#limits.documents - this.#documents,
      bytes: this.#limits.bytes - this.#bytes,
      milliseconds: this.#limits.milliseconds - this.#milliseconds,
    };
  }

  /** The limit that is reached, in words; undefined while all are kept. */
  get reached(): string | undefined {
    const { bytes, documents, milliseconds } = this.left;
    if (documents <= 0) return `${this.#limits.documents} documents`;
    if (bytes <= 0) return `${(this.#limits.bytes / mebibyte).toFixed()} MiB`;
    return milliseconds <= 0 ? `${this.#limits.milliseconds / 60_000} minutes` : undefined;
  }

  spend({ bytes, milliseconds }: Pick<ArchiveLimits, "bytes" | "milliseconds">): void {
    this.#documents++;
    this.#bytes += bytes;
    this.#milliseconds += milliseconds;
  }
}
