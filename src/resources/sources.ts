import type { RenderingCode } from "../model/compiled-content.ts";
import type { Site } from "../settings/site-settings.ts";
import type { EntryStore } from "../store/entry-store.ts";

/** The inputs of resources. */
export interface Sources {
  readonly site: Site;
  readonly store: EntryStore;
  readonly code: RenderingCode;
}
