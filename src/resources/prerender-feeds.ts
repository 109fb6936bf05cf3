import { validatorsOf } from "../http/validators.ts";
import type { CompiledContent } from "../model/compiled-content.ts";
import { newestSitePage } from "../model/feed-page.ts";
import { formats } from "../model/format.ts";
import { createBundledStore } from "../store/bundled-store.ts";
import type { RenderedDocuments } from "../store/stored-content.ts";
import { feedResource } from "./feed-resource.ts";

const maxBytes = 256 * 1024; // larger documents would delay the start of every isolate for the benefit of few requests

/**
 * Renders the site's feeds in every format for an instant. Nearly all polls request these, so isolates need not render them
 * again. Very long ones are left to the Worker.
 * @param now milliseconds since 1970
 */
export async function prerenderFeeds(content: CompiledContent, now: number): Promise<RenderedDocuments> {
  const { code, site } = content;
  const store = createBundledStore(content);
  const snapshot = await store.snapshot(now);
  const rendered = formats.map(async (format): Promise<readonly [etag: string, document: Uint8Array]> => {
    const resource = feedResource({ site, store, code }, newestSitePage(snapshot, site.limit), format);
    const { etag } = await validatorsOf(resource.etagInputs(), { uploaded: 0 }, snapshot);
    return [etag, new TextEncoder().encode(await resource.render())];
  });
  return Object.fromEntries((await Promise.all(rendered)).filter(([, { length }]) => length <= maxBytes));
}
