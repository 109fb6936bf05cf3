import { urlOfPage } from "../model/feed-page.ts";
import { formats } from "../model/format.ts";
import type { Selection } from "../model/selection.ts";
import type { Site } from "../settings/site-settings.ts";
import { English } from "./english.tsx";

/**
 * Renders the addresses of a feed for copying. Each is in a read-only field instead of `<code>`, so that the keyboard reaches it and
 * selects the whole address.
 */
export function Subscribe({ site, selection }: { site: Site; selection: Selection }) {
  const addresses = formats.map((format) => ({ ...format, url: urlOfPage(site, selection, undefined, format) }));
  return (
    <section class="subscribe" aria-labelledby="subscribe">
      <h2 id="subscribe" class="label">
        <English site={site}>Subscribe</English>
      </h2>
      <p>
        <English site={site}>Copy one of these addresses into your feed reader, and new articles will come to you.</English>
      </p>
      <ul class="plain">
        {addresses.map(({ name, mediaType, url }) => (
          <li>
            <a href={url} type={mediaType}>
              {name}
            </a>
            <input type="text" readonly={true} value={url} aria-label={`Address of the ${name} feed`} dir="ltr" />
          </li>
        ))}
      </ul>
      <p>
        <a href={`${site.url}/feeds/`}>
          <English site={site}>All feeds: by category, author and language</English>
        </a>
      </p>
    </section>
  );
}
