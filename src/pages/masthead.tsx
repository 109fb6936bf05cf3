import type { Site } from "../settings/site-settings.ts";
import type { Navigation } from "./navigation.ts";
import { labelOf, Word } from "./parts/word.tsx";

interface MastheadProps {
  readonly site: Site;
  readonly isFront: boolean;
  /** URL of the addresses for copying. */
  readonly subscribe: string;
  readonly navigation: Navigation;
}

/** Renders the head of every page. That of the front page is also the h-card that represents the site (microformats2). */
export function Masthead({ site, isFront, subscribe, navigation }: MastheadProps) {
  return (
    <header class={isFront ? "masthead h-card" : "masthead"}>
      {isFront ? <Title site={site} /> : <HomeLink site={site} />}
      <nav class="sections" {...labelOf(site, "sections")}>
        <ul class="plain">
          <li>
            <a href={subscribe}>
              <Word site={site} of="subscribe" />
            </a>
          </li>
          {navigation.categories !== undefined && (
            <li>
              <a href={navigation.categories}>
                <Word site={site} of="categories" />
              </a>
            </li>
          )}
          {navigation.archive !== undefined && (
            <li>
              <a href={navigation.archive}>
                <Word site={site} of="archive" />
              </a>
            </li>
          )}
        </ul>
      </nav>
    </header>
  );
}

function Title({ site }: { site: Site }) {
  return (
    <>
      <h1 class="nameplate p-name">{site.title}</h1>
      {site.description !== "" && <p class="motto p-note">{site.description}</p>}
      <data class="u-url u-uid" value={`${site.url}/`} />
      <data class="u-photo" value={site.icon} />
    </>
  );
}

function HomeLink({ site }: { site: Site }) {
  return (
    <p class="nameplate">
      <a href={`${site.url}/`} rel="home">
        {site.title}
      </a>
    </p>
  );
}
