import type { Entry } from "../../src/model/entry.ts";
import type { Site } from "../../src/settings/site-settings.ts";
import { wordsIn } from "../words.ts";

/** The settings of the sample site, at the origin of the test server. */
export function sampleSite(url = "https://example.com", settings: Partial<Site> = {}): Site {
  return {
    title: "The Harbour Gazette",
    description: "News and notes from the edge of the sea",
    url,
    language: "en",
    timezone: "Europe/Berlin",
    author: { name: "The Gazette desk" },
    permalink: "/articles/:slug",
    idBase: url,
    ids: "addresses",
    limit: 20,
    content: "full",
    footer: "",
    maxAge: 3600,
    icon: `${url}/icon.png`,
    favicon: `${url}/favicon.svg`,
    copyright: "© 2024 The Harbour Gazette",
    gzip: true,
    slugs: {},
    selections: {},
    words: wordsIn(settings.language ?? "en"),
    ...settings,
  };
}

/** An entry of that site. */
export function sampleEntry(slug: string, settings: Partial<Entry> = {}, url = "https://example.com"): Entry {
  const path = `/articles/${slug}`;
  const published = Date.UTC(2024, 10, 6, 12);
  return {
    id: `${url}${path}`,
    source: `${slug}.md`,
    path,
    url: `${url}${path}`,
    title: "The lighthouse keeps its keeper",
    published,
    updated: published,
    authors: [{ name: "Ada Lovelace", url: "https://ada.example/" }, { name: "Charles Babbage" }],
    categories: ["Harbour", "People"],
    language: "en",
    direction: "ltr",
    summary: "The last keeper on the coast was to leave in autumn. The lamp is automatic now; the tea, it turns out, is not.",
    aliases: [],
    draft: false,
    hash: slug,
    ...settings,
  };
}

/** The entries of a front page, newest first, with every difficult case. */
export function sampleEntries(url: string): readonly Entry[] {
  const entry = (slug: string, settings: Partial<Entry>) => sampleEntry(slug, settings, url);
  return [
    entry("lighthouse", {
      updated: Date.UTC(2024, 10, 9),
      image: {
        url: `${url}/picture.svg`,
        type: "image/svg+xml",
        length: 0,
        width: 1200,
        height: 800,
        alt: "A lighthouse at dusk",
      },
      enclosure: { url: `${url}/tea.mp3`, type: "audio/mpeg", length: 12_400_000, duration: 754, title: "The keeper reads" },
    }),
    entry("arabic", {
      title: "الميناء القديم يستعيد صوته بعد أربعين عامًا",
      summary: "عاد جرس الميناء إلى الرنين صباح اليوم، واجتمع الصيادون على الرصيف كما كان آباؤهم يفعلون.",
      authors: [{ name: "ليلى حداد" }],
      categories: ["ثقافة"],
      language: "ar",
      direction: "rtl",
    }),
    entry("long", {
      title: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
      summary: "https://example.com/a/very/long/address/without/any/space/that/could/be/broken/by/a/browser?with=a&query=too",
      categories: [],
    }),
    entry("note", {
      title: "",
      summary: "Fog until noon, then a gull on every bollard, as if someone had handed out numbers and none was ever called.",
      categories: [],
      authors: [{ name: "The Gazette desk" }],
    }),
    entry("silent", { title: "", summary: "", published: Date.UTC(2023, 5, 1), updated: Date.UTC(2023, 5, 1) }),
    entry("tide", {
      title: "How to read a tide table",
      summary: "Twice a day, and never when it suits you.",
      categories: ["How-to"],
    }),
    entry("rope", { title: "Rope", summary: "", authors: [{ name: "Ada Lovelace" }] }),
  ];
}

/** Content with every element of the style sheet, and with elements that are often too wide. */
export function sampleContent(url: string): string {
  const cells = (tag: string) => Array.from({ length: 14 }, (_, index) => `<${tag}>Column${index}</${tag}>`).join("");
  return `<p>The last keeper on the coast was to leave in autumn. The lamp is automatic now; the tea, it turns out, is not. So
she stayed, and the <a href="https://example.com/harbour">harbour board</a> found a word for it: <em>hospitality</em>. There is
<strong>a bell</strong>, a <mark>marked passage</mark>, <kbd>Ctrl</kbd>+<kbd>C</kbd>, some <code>inline code</code>, a <del>lie</del>, and
a note.<sup><a href="#fn-1" id="fnref-1">1</a></sup></p>
<h2 id="night">What the night looks like from up there</h2>
<p>Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft${"schaft".repeat(20)} and
https://example.com/${"path/".repeat(30)} must break somewhere.</p>
<blockquote><p>One does not look at the light. One looks where it looks.</p><p>— from the log</p></blockquote>
<figure><img src="${url}/picture.svg?2" alt="The lamp room" width="1200" height="800"><figcaption>The lamp room, before dawn.</figcaption></figure>
<h3>In numbers</h3>
<table><thead><tr>${cells("th")}</tr></thead><tbody><tr>${cells("td")}</tr><tr>${cells("td")}</tr></tbody></table>
<table><thead><tr><th>Day</th><th>High water</th></tr></thead><tbody><tr><td>Monday</td><td>04:12</td></tr></tbody></table>
<pre><code>const lamp = await harbour.find({ kind: "lamp", colour: "white", period: 10, ${"more: true, ".repeat(12)} });
if (!lamp) throw new Error("Cannot find the lamp");
</code></pre>
<ul><li>Oil, two casks</li><li>Wick<ul><li>spare wick</li></ul></li></ul>
<ol><li>Climb</li><li>Light</li></ol>
<dl><dt>Fresnel</dt><dd>A lens that is mostly air.</dd></dl>
<details><summary>The log of that night</summary><p>Wind south-west, six. Nothing to report.</p></details>
<p><audio src="${url}/tea.mp3" controls preload="none"></audio></p>
<h4>Afterwards</h4>
<p>She poured two cups.</p>
<hr>
<ol><li id="fn-1"><p>The board meets on Thursdays. <a href="#fnref-1">↩</a></p></li></ol>`;
}

/** The content of the sample entry that is written from right to left. */
export const arabicContent = `<p>عاد جرس الميناء إلى الرنين صباح اليوم، واجتمع <a href="https://example.com/">الصيادون</a> على الرصيف كما كان آباؤهم
يفعلون. قال أكبرهم سنًّا إن الصوت لم يتغير.</p><h2>الصوت الأول</h2><blockquote><p>من سمع الجرس مرة لا ينساه.</p></blockquote>
<ul><li>الأرصفة</li><li>القوارب</li></ul><pre><code>npm run deploy</code></pre>`;
