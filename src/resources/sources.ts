import type { RenderingCode } from "../model/compiled-content.ts";
import type { Entry } from "../model/entry.ts";
import type { Site } from "../settings/site-settings.ts";
import type { EntryStore } from "../store/entry-store.ts";

/** The inputs of resources. */
export interface Sources {
  readonly site: Site;
  readonly store: EntryStore;
  readonly code: RenderingCode;
}

/** Returns the settings that documents depend on, without the words of pages. Other settings, such as compression, do not change their ETags. */
export function renderedSettings({ gzip: _gzip, limit: _limit, permalink: _permalink, words: _words, ...settings }: Site): object {
  return settings;
}

/** Returns the hash of an entry, which represents it in the ETag inputs. */
export function hashOf({ hash }: Entry): string {
  return hash;
}
