import type { Author, Entry } from "../model/entry.ts";
import { authorSelection } from "../model/selection.ts";
import type { Site } from "../settings/site-settings.ts";
import { English } from "./english.tsx";
import { formatDate } from "./format-date.ts";

const day = 86_400_000;

/**
 * Renders the authors and the date of an entry. It uses the site's language and direction, even for an entry in another
 * direction; `<bdi>` keeps a name in another script from reordering the line.
 */
export function Byline({ site, entry }: { site: Site; entry: Entry }) {
  return (
    <p class="byline">
      <span class="authors">
        <AuthorList site={site} authors={entry.authors} />
      </span>{" "}
      <Dated site={site} instant={entry.published} />
      {entry.updated - entry.published >= day && (
        <>
          {" "}
          <span>
            <English site={site}>Updated</English> <Dated site={site} instant={entry.updated} />
          </span>
        </>
      )}
    </p>
  );
}

function Dated({ site, instant }: { site: Site; instant: number }) {
  return (
    <time datetime={new Date(instant).toISOString()} lang={site.language} dir="auto">
      {formatDate(instant, site)}
    </time>
  );
}

function AuthorList({ site, authors }: { site: Site; authors: readonly Author[] }) {
  const list = new Intl.ListFormat(site.language).formatToParts(authors.map(({ name }) => name));
  return list.map(({ type, value }) => {
    if (type === "literal") return value;
    return (
      <a href={`${site.url}${authorSelection(value, site).path}/`} rel="author">
        <bdi>{value}</bdi>
      </a>
    );
  });
}
