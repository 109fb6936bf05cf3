import { decodeUri } from "../../base/decode-uri.ts";
import { directionOf } from "../../base/language/canonical-language.ts";
import { oncePerKey } from "../../base/once-per-key.ts";
import { languageName } from "../../feed/feed-document.ts";
import type { Entry, Transcript } from "../../model/entry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { Word } from "./word.tsx";

type File = NonNullable<Entry["enclosure"]>;

/** Renders the enclosure of an entry: a link with its type, size and duration, a player for a recording, and links to its transcripts. */
export function Enclosure({ site, file, transcripts = [] }: { site: Site; file: File; transcripts?: readonly Transcript[] | undefined }) {
  const name = file.title ?? fileName(file.url);
  return (
    <div class="enclosure">
      <Player file={file} name={name} site={site} transcripts={transcripts} />
      <p>
        <a href={file.url} type={file.type}>
          {name}
        </a>{" "}
        <span dir="ltr">
          {file.type}
          {file.length > 0 && (
            <>
              {", "}
              <bdi dir={directionOf(site.language)}>{formatSize(file.length, site)}</bdi>
            </>
          )}
          {file.duration !== undefined && (
            <>
              {", "}
              <time datetime={`PT${file.duration}S`}>{formatDuration(file.duration, site)}</time>
            </>
          )}
        </span>
      </p>
      <Transcripts site={site} transcripts={transcripts} />
    </div>
  );
}

function Transcripts({ site, transcripts }: { site: Site; transcripts: readonly Transcript[] }) {
  if (transcripts.length === 0) return null;
  const sameLanguage = Map.groupBy(transcripts, ({ language = site.language }) => language);
  return (
    <ul class="transcripts">
      {transcripts.map(({ language = site.language, type, url }) => (
        <li>
          <a href={url} type={type} hreflang={language}>
            <Word site={site} of="transcript" />
            {(sameLanguage.get(language)?.length ?? 0) > 1 && (
              <>
                {" "}
                <span dir="ltr">({kindOf({ type, url })})</span>
              </>
            )}
          </a>{" "}
          <bdi lang={language}>{languageName(language)}</bdi>
        </li>
      ))}
    </ul>
  );
}

// Several transcripts in one language need different names: the ending of the file, or the type of an address without one.
function kindOf({ type, url }: Transcript): string {
  return /\.[a-z\d]{2,5}$/i.exec(new URL(url).pathname)?.[0] ?? type;
}

interface PlayerOptions {
  readonly file: File;
  readonly name: string;
  readonly site: Site;
  readonly transcripts: readonly Transcript[];
}

// The recording is not fetched before playback. A player of audio shows no captions.
function Player({ file: { type, url }, name, site, transcripts }: PlayerOptions) {
  const medium = /^(?:audio|video)(?=\/)/.exec(type.toLowerCase())?.[0];
  // biome-ignore lint/a11y/useMediaCaption: a link to the transcript follows
  if (medium === "audio") return <audio controls preload="none" src={url} aria-label={name} />;
  if (medium !== "video") return null;
  const captions = transcripts.filter((transcript) => isCaptions(transcript, site));
  return (
    // biome-ignore lint/a11y/useMediaCaption: it has those that exist
    <video controls preload="none" src={url} aria-label={name}>
      {captions.map(({ language = site.language, url }) => (
        <track kind="captions" src={url} srclang={language} label={languageName(language)} />
      ))}
    </video>
  );
}

// Browsers load WebVTT only, and from other origins only if these allow it.
function isCaptions({ type, url }: Transcript, site: Site): boolean {
  return type === "text/vtt" && new URL(url).origin === new URL(site.url).origin;
}

// Creating a formatter costs far more than using it.
const durationFormat = oncePerKey((language) => new Intl.DurationFormat(language, { style: "digital", hoursDisplay: "always" }));
const kilobyteFormat = oncePerKey((language) => sizeFormat(language, "kilobyte"));
const megabyteFormat = oncePerKey((language) => sizeFormat(language, "megabyte"));

function sizeFormat(language: string, unit: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumSignificantDigits: 2 });
}

// 1:02:03, and 0:00:07, so that minutes are not mistaken for hours; in the digits of the dates on the page.
function formatDuration(seconds: number, site: Site): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return durationFormat(site.language).format({ hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: rest });
}

function formatSize(bytes: number, site: Site): string {
  const [value, format] = bytes < 1_000_000 ? [bytes / 1000, kilobyteFormat] : [bytes / 1_000_000, megabyteFormat];
  return format(site.language).format(value);
}

function fileName(url: string): string {
  const name = new URL(url).pathname.split("/").pop();
  return name === undefined || name === "" ? url : decodeUri(name);
}
