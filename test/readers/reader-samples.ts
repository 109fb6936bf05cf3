import type { CompiledEntry } from "../../src/model/entry.ts";
import type { Site } from "../../src/settings/site-settings.ts";
import { awkwardEntries, renderSamples, sampleEntry, sampleSite } from "../samples.ts";
import { cover, podcastSample } from "./podcast-sample.ts";
import type { FormatName } from "./reader.ts";

/** A site with some entries, and what readers should find in their documents. */
export interface ReaderSample {
  readonly name: string;
  readonly site: Site;
  readonly entries: readonly SampledEntry[];
}

/** An entry, with the texts of its documents where they are not those of the entry. Written by hand, as HTML. */
export interface SampledEntry extends CompiledEntry {
  readonly shown?: {
    readonly content?: Partial<Record<FormatName, string>>;
    /** The title in Atom, if the entry has none. */
    readonly label?: string;
    /** The description of an episode in RSS. */
    readonly notes?: string;
  };
}

const labelled: readonly SampledEntry[] = awkwardEntries.map((entry) =>
  entry.title === ""
    ? { ...entry, shown: { label: "A note without a title, which every format allows and every reader names from…" } }
    : entry,
);

const linkSite: Site = { ...sampleSite, footer: '<p>Reply <a href="mailto:desk@news.example?subject=A&#x26;body=B">by e-mail</a></p>' };

const links: readonly SampledEntry[] = [
  {
    ...sampleEntry("link", { title: "A good read < 5 & more", externalUrl: "https://other.example/read?a=1&b=2", image: cover }),
    shown: {
      content: {
        ...inAll(
          `<p>What there is to say about link.</p>\n<p><a href="https://news.example/articles/link">∞ A good read &#x3C; 5 &#x26; more</a></p>\n${linkSite.footer}`,
        ),
        json: `<p>What there is to say about link.</p>\n${linkSite.footer}`, // has both URLs
      },
    },
  },
  {
    ...sampleEntry("no-link", { published: Date.UTC(2024, 10, 6, 12, 1) }),
    shown: { content: inAll(`<p>What there is to say about no-link.</p>\n${linkSite.footer}`) },
  },
];

const summaries: readonly SampledEntry[] = [
  {
    ...sampleEntry("short", {
      title: "Fish & chips < 5",
      summary: "Salt & vinegar: 3 < 5, &amp; more.",
      content: "<p>The complete text, which is only on the page.</p>",
      image: cover,
      enclosure: { url: "https://news.example/media/cd34/talk.pdf", type: "application/pdf", length: 1234 },
    }),
    shown: {
      content: inAll(
        '<p>Salt &#x26; vinegar: 3 &#x3C; 5, &#x26;amp; more.</p>\n<p><a href="https://news.example/articles/short">→ Fish &#x26; chips &#x3C; 5</a></p>',
      ),
    },
  },
  {
    ...sampleEntry("arabic", {
      title: "مرحبا بالعالم",
      published: Date.UTC(2024, 10, 6, 12, 1),
      language: "ar",
      direction: "rtl",
      summary: "نص عربي قصير.",
      content: "<p>نص عربي طويل.</p>",
    }),
    shown: {
      content: inAll(
        '<div dir="rtl" lang="ar">\n<p>نص عربي قصير.</p>\n<p><a href="https://news.example/articles/arabic">← مرحبا بالعالم</a></p>\n</div>',
      ),
    },
  },
];

/** The samples that every reader reads. */
export const readerSamples: readonly ReaderSample[] = [
  { name: "awkward entries", site: sampleSite, entries: labelled },
  podcastSample,
  { name: "link posts with a footer", site: linkSite, entries: links },
  { name: "summaries", site: { ...sampleSite, content: "summary" }, entries: summaries },
];

/** Returns the documents of a sample. */
export function documentsOf({ entries, site }: ReaderSample): ReturnType<typeof renderSamples> {
  return renderSamples(entries, site);
}

function inAll(content: string): Record<FormatName, string> {
  return { rss: content, atom: content, json: content };
}
