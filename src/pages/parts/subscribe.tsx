import { urlOfPage } from "../../model/feed-page.ts";
import { formats } from "../../model/format.ts";
import type { Selection } from "../../model/selection.ts";
import type { Site } from "../../settings/site-settings.ts";
import { labelOf, Word } from "./word.tsx";

/**
 * Renders the addresses of a feed for copying. Each is in a read-only field instead of `<code>`, so that the keyboard reaches it and
 * selects the whole address.
 */
export function Subscribe({ site, selection }: { site: Site; selection: Selection }) {
  const addresses = formats.map((format) => ({ ...format, url: urlOfPage(site, selection, undefined, format) }));
  return (
    <section class="subscribe" aria-labelledby="subscribe">
      <h2 id="subscribe" class="label">
        <Word site={site} of="subscribe" />
      </h2>
      <p>
        <Word site={site} of="copyAddress" />
      </p>
      <ul class="plain">
        {addresses.map(({ name, mediaType, url }) => (
          <li>
            <a href={url} type={mediaType}>
              {name}
            </a>
            <input type="text" readonly={true} value={url} {...labelOf(site, "feedAddress", { format: name })} dir="ltr" />
          </li>
        ))}
      </ul>
      <p>
        <a href={`${site.url}/feeds/`}>
          <Word site={site} of="feedsBy" />
        </a>
      </p>
    </section>
  );
}
