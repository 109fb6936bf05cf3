import { directionOf } from "../../base/language/canonical-language.ts";
import { oncePerKey } from "../../base/once-per-key.ts";
import { type Entry, hasDate } from "../../model/entry.ts";
import { authorSelection } from "../../model/selection.ts";
import type { Site } from "../../settings/site-settings.ts";
import { formatDate, languageOfDates } from "./format-date.ts";
import { linkedNames } from "./linked-names.ts";
import { Word } from "./word.tsx";

const day = 86_400_000;

/**
 * Renders the authors and the date of an entry, if it has one. It uses the site's language and direction, even for an entry in another
 * direction; `<bdi>` keeps a name in another script from reordering the line.
 */
export function Byline({ site, entry }: { site: Site; entry: Entry }) {
  return (
    <p class="byline">
      <span class="authors">
        <AuthorList site={site} entry={entry} />
      </span>
      {hasDate(entry) && (
        <>
          {" "}
          <Dated site={site} instant={entry.published} mark="dt-published" />
        </>
      )}
      {entry.updated - entry.published >= day && (
        <>
          {" "}
          <span lang={site.language} dir={directionOf(site.language)}>
            <Word site={site} of="updated" /> <Dated site={site} instant={entry.updated} mark="dt-updated" />
          </span>
        </>
      )}
    </p>
  );
}

function Dated({ site, instant, mark }: { site: Site; instant: number; mark: "dt-published" | "dt-updated" }) {
  return (
    <time class={mark} datetime={new Date(instant).toISOString()} lang={languageOfDates(site)} dir="auto">
      {formatDate(instant, site)}
    </time>
  );
}

const listFormat = oncePerKey((language) => new Intl.ListFormat(language)); // creating one costs far more than using it

function AuthorList({ site, entry }: { site: Site; entry: Entry }) {
  const linked = linkedNames(site, entry, "author");
  const list = listFormat(site.language).formatToParts(entry.authors.map(({ name }) => name));
  return list.map(({ type, value }) => {
    if (type === "literal") return value;
    const image = entry.authors.find(({ name }) => name === value)?.image;
    const url = linked.has(value) ? `${site.url}${authorSelection(value, site).path}/` : undefined;
    if (image !== undefined) return <AuthorWithPicture name={value} image={image} url={url} />;
    if (url === undefined) return <bdi class="p-author h-card">{value}</bdi>;
    return (
      <a class="p-author h-card" href={url} rel="author">
        <bdi>{value}</bdi>
      </a>
    );
  });
}

// An h-card with a picture does not take its URL from the link around it (microformats2, implied properties). The page does not show the
// picture, which is from another host.
function AuthorWithPicture({ image, name, url }: { name: string; image: string; url: string | undefined }) {
  return (
    <span class="p-author h-card">
      <data class="u-photo" value={image} />
      {url === undefined ? (
        <bdi class="p-name">{name}</bdi>
      ) : (
        <a class="u-url" href={url} rel="author">
          <bdi class="p-name">{name}</bdi>
        </a>
      )}
    </span>
  );
}
