/**
 * The style sheet of every page, inlined. The Content-Security-Policy allows only these bytes by their digest, and no other styles: no
 * `style` attributes, no external fonts.
 */
export const stylesheet: string = `
:root {
  color-scheme: light dark;
  --paper: #fcfaf5; --wash: #f3eee3; --ink: #1d1a16; --muted: #655d53; --rule: #d9d1c3; --accent: #96201f; --mark: #ffe58f;
  --edge: #655d5359;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, P052, "URW Palladio L", Charter, Georgia, serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
  --measure: 31rem;
  --gutter: clamp(1rem, 4vw, 3rem);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171512; --wash: #22201b; --ink: #e9e3d8; --muted: #aba294; --rule: #3d382f; --accent: #f0a08c; --mark: #5c4a12;
    --edge: #aba29466;
  }
}

* { box-sizing: border-box; }
html { font-size: clamp(1.0625rem, 1rem + .3vw, 1.25rem); -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-block-size: 100vh; display: grid; grid-template: auto 1fr auto / minmax(0, 1fr);
  background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--serif);
  overflow-wrap: break-word;
}
body > :not(.skip) { inline-size: min(100% - 2 * var(--gutter), 64rem); margin-inline: auto; }
main { padding-block: 1.5rem 3rem; container-type: inline-size; }
main:focus { outline: none; }
h1, h2, h3, h4, h5, h6, .nameplate {
  margin-block: 1.8em .5em; font-weight: 700; line-height: 1.2; letter-spacing: -.011em; text-wrap: balance;
  overflow-wrap: anywhere;
}
h1 { font-size: clamp(1.9rem, 1.2rem + 3vw, 3.1rem); line-height: 1.08; margin-block: .35em .4em; }
p, ul, ol, dl { margin-block: 0 1.1em; }
pre, .scroll, figure, blockquote, details { margin: 1.7em 0; }
p, li, dd { text-wrap: pretty; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
:target { scroll-margin-block-start: 2rem; }
img, video, audio { max-inline-size: 100%; }
img, video { block-size: auto; }
article:dir(rtl) { line-height: 1.8; }
:is(h1, h2, h3, h4, h5, h6, .kicker):dir(rtl) { letter-spacing: normal; line-height: 1.4; }

.skip { position: absolute; inset: -9rem auto auto .5rem; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { inset-block-start: .5rem; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
.plain { list-style-type: ""; margin: 0; padding: 0; }

.masthead { padding-block: clamp(1rem, 3vw, 2.2rem) .9rem; border-block-end: 4px double var(--ink); text-align: center; }
.masthead .nameplate { margin: 0; font-size: 1.5rem; line-height: 1.1; }
.masthead h1.nameplate { font-size: clamp(2.4rem, 1.4rem + 5vw, 5rem); }
.sections ul { display: flex; flex-wrap: wrap; justify-content: center; gap: 0 1.6em; margin-block-start: .7rem; font: .85rem/1.6 var(--sans); }
.sections a { display: inline-block; padding-block: .2rem; }
.sections a:not(:hover) { text-decoration: none; }
.motto { margin: .6rem auto 0; max-inline-size: var(--measure); color: var(--muted); text-wrap: balance; }
:is(.label, .kicker, .byline, .badge, .enclosure, .subscribe li, .pages, .feeds, .afterword, .colophon) { font-family: var(--sans); }
.label { margin-block: 0 1rem; font-size: .8rem; color: var(--muted); letter-spacing: .02em; }
.kicker { margin-block: 0 .75em; font-size: .8rem; font-weight: 600; color: var(--accent); letter-spacing: .02em; }
.kicker a:not(:hover) { text-decoration: none; }
:is(.kicker > *, .afterword a) { unicode-bidi: plaintext; }
.byline {
  display: flex; flex-wrap: wrap; gap: 0 1.1em; margin: 0; font-size: .8rem; line-height: 1.5; color: var(--muted);
  overflow-wrap: anywhere;
}
.byline a { color: inherit; }
.byline .authors { color: var(--ink); }
.badge {
  display: inline-block; padding: .2em .6em; border-radius: 3px; background: var(--accent); color: var(--paper);
  font-size: .75rem; line-height: 1.4; font-weight: 600;
}

.story h3 { margin: 0 0 .4em; font-size: 1.3rem; }
.story h3 a:not(:hover), .nameplate a:not(:hover) { color: inherit; text-decoration: none; }
.summary { margin-block: 0 .6em; hyphens: auto; overflow-wrap: anywhere; }
:is(.sections, .motto, .kicker, .pages, .colophon) { overflow-wrap: anywhere; }
.lead { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem clamp(1.5rem, 3vw, 2.5rem); }
.story.lead h3 { font-size: clamp(1.9rem, 1.2rem + 3vw, 3.1rem); line-height: 1.08; }
.lead .summary { max-inline-size: var(--measure); font-size: 1.1rem; }
.picture { display: block; max-block-size: 34rem; object-fit: contain; background: var(--wash); }
.picture:not([width]) { inline-size: 100%; aspect-ratio: 3 / 2; }
.picture.photograph { inline-size: 100%; aspect-ratio: 3 / 2; max-block-size: none; object-fit: cover; }
.stories {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
  gap: 2rem clamp(1.5rem, 3vw, 2.5rem); margin-block-start: 2.5rem;
}
:is(.lead, .stories, .story) > * { min-inline-size: 0; }
.label + .stories { margin-block-start: 0; }
.stories > li { border-block-start: 1px solid var(--rule); padding-block-start: 1rem; }
.stories .summary { font-size: .95rem; line-height: 1.5; }
.empty { max-inline-size: var(--measure); font-size: 1.4rem; line-height: 1.4; color: var(--muted); }

.unpublished { margin-block-end: 2.5rem; padding: 1rem 1.25rem; border: 1px dashed var(--muted); font-size: .9rem; }
.unpublished .label { margin-block-end: .3rem; }
.unpublished li { margin-block-start: .4rem; overflow-wrap: anywhere; }
.subscribe { margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 4px double var(--ink); }
.subscribe ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1rem 1.5rem; }
.subscribe li { font-size: .9rem; }
.subscribe ul + p { margin-block: 1.2rem 0; font: .9rem/1.6 var(--sans); }
.subscribe input {
  display: block; inline-size: 100%; margin-block-start: .4rem; padding: .5em .6em; border: 1px solid var(--muted);
  border-radius: 3px; background: var(--wash); color: var(--ink); font: .85rem var(--mono); text-overflow: ellipsis;
}

.heading { margin-block: 1rem 2.5rem; padding-block-end: 1.2rem; border-block-end: 1px solid var(--rule); }
.heading > :last-child { margin-block-end: 0; }
.pages { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem; margin-block-start: 2.5rem; font-size: .9rem; }
.pages [rel="next"] { margin-inline-start: auto; }
.pages [rel="prev"]::before, .more [rel="prev"] > .label::before { content: "← "; content: "← " / ""; }
.pages [rel="next"]::after, .more [rel="next"] > .label::after { content: " →"; content: " →" / ""; }
.pages [rel="prev"]:dir(rtl)::before, .more [rel="prev"]:dir(rtl) > .label::before { content: "→ "; content: "→ " / ""; }
.pages [rel="next"]:dir(rtl)::after, .more [rel="next"]:dir(rtl) > .label::after { content: " ←"; content: " ←" / ""; }
.feeds { margin-block-start: 2.5rem; font-size: .95rem; }
.feeds li {
  display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .8rem; padding-block: .5rem; border-block-end: 1px solid var(--rule);
  overflow-wrap: anywhere;
}
.feeds .count { color: var(--muted); font-size: .8rem; font-variant-numeric: tabular-nums; }
.feeds .formats { display: flex; gap: 1.1rem; margin-inline-start: auto; font-size: .85rem; }
:is(.feeds, .pages, .colophon) a { display: inline-block; min-block-size: 24px; padding-block: .15rem; }

main > article, .error main { max-inline-size: var(--measure); margin-inline: auto; }
.error main { padding-block-start: 3rem; inline-size: min(100% - 2 * var(--gutter), var(--measure)); }
main > article > header { margin-block: .5rem 2rem; padding-block-end: 1.2rem; border-block-end: 1px solid var(--rule); }
.content { hyphens: auto; }
.content > :first-child { margin-block-start: 0; }
.content :is(ul, ol, figure, blockquote) > :last-child { margin-block-end: 0; }
.content h1, .content h2 { font-size: 1.5rem; }
.content h3 { font-size: 1.2rem; }
.content :is(h4, h5, h6) { font-size: 1rem; }
.content .self { color: inherit; text-decoration: none; }
.self::after { content: "#"; content: "#" / ""; margin-inline-start: .35em; color: var(--muted); font-weight: 400; opacity: 0; unicode-bidi: isolate; }
:is(h2, h3, h4, h5, h6):hover > .self::after, .self:focus-visible::after { opacity: 1; }
.content :is(ul, ol) { padding-inline-start: 1.5em; }
.content :is(img, video, audio) { display: block; margin-inline: auto; }
.content :is(p, li, td) > img:not(:only-child) { display: inline; vertical-align: text-bottom; }
figcaption, caption { margin-block: .5em; color: var(--muted); font: .85rem/1.5 var(--sans); text-align: start; }
blockquote { padding-inline-start: 1.2em; border-inline-start: 3px solid var(--accent); }
:is(code, kbd, samp, pre) { font-family: var(--mono); font-size: .85em; hyphens: none; }
:is(code, kbd, samp) { background: var(--wash); padding: .1em .3em; border-radius: 3px; overflow-wrap: anywhere; }
kbd { border: 1px solid var(--rule); border-block-end-width: 2px; }
pre { direction: ltr; padding: 1em 1.2em; border-radius: 3px; line-height: 1.5; tab-size: 4; }
.content > pre {
  inline-size: fit-content; min-inline-size: 100%; max-inline-size: calc(50cqi + min(100cqi, var(--measure)) / 2);
}
.scroll { --ground: var(--paper); }
pre { --ground: var(--wash); }
.scroll, pre {
  overflow-x: auto; background-color: var(--ground); background-repeat: no-repeat;
  background-image:
    linear-gradient(to right, var(--ground) 40%, transparent), linear-gradient(to left, var(--ground) 40%, transparent),
    linear-gradient(to right, var(--edge), transparent), linear-gradient(to left, var(--edge), transparent);
  background-position: -1px, calc(100% + 1px), left, right; background-size: 3rem 100%, 3rem 100%, 1rem 100%, 1rem 100%;
  background-attachment: local, local, scroll, scroll;
}
.content > .scroll { margin-inline: min(0px, (var(--measure) - 100cqi) / 2); }
table code { overflow-wrap: normal; white-space: nowrap; }
pre code { padding: 0; background: none; font-size: 1em; overflow-wrap: normal; }
table {
  min-inline-size: min(100%, var(--measure)); margin-inline: auto; border-collapse: collapse;
  font: .85rem/1.5 var(--sans); font-variant-numeric: tabular-nums; hyphens: none;
}
:is(th, td) { padding: .4em .8em; border-block-end: 1px solid var(--rule); }
:is(th, td):not([valign]) { vertical-align: top; }
:is(th, td):not([align]) { text-align: start; }
th { border-block-end-color: var(--ink); }
hr { inline-size: 6rem; margin: 2.5em auto; border: 0; border-block-start: 1px solid var(--muted); }
mark { background: var(--mark); color: inherit; }
:is(sup, sub) { font-size: .75em; line-height: 0; }
details { padding: .6em 1em; border: 1px solid var(--rule); border-radius: 3px; }
details[open] > summary { margin-block-end: .6em; }
summary { cursor: pointer; font-weight: 600; }
dt { font-weight: 600; }
dd { margin-inline-start: 1.5em; }
.content > hr + ol:last-child { font-size: .875em; line-height: 1.5; }
.content :target { background: var(--wash); }
.enclosure { margin-block-end: 2rem; font-size: .85rem; color: var(--muted); overflow-wrap: anywhere; }
.enclosure :is(p, ul) { margin: 0; padding: 0; list-style: none; }
.enclosure :is(audio, video) { display: block; inline-size: 100%; margin-block-end: .6rem; }
.enclosure video { aspect-ratio: 16 / 9; }

.more {
  display: flex; flex-wrap: wrap; gap: 1.2rem 2rem; max-inline-size: var(--measure); margin: 3rem auto 0; padding-block-start: 1rem;
  border-block-start: 1px solid var(--rule);
}
.more a { flex: 1 1 12rem; color: inherit; font-weight: 700; line-height: 1.3; }
.more a:not(:hover) { text-decoration: none; }
.more .label { display: block; margin: 0 0 .3rem; font-weight: 400; }
.more [rel="next"] { text-align: end; }
.more bdi { display: block; text-align: -webkit-match-parent; text-align: match-parent; overflow-wrap: anywhere; text-wrap: balance; }
.afterword {
  display: flex; flex-wrap: wrap; gap: .2rem 2rem; justify-content: space-between;
  max-inline-size: var(--measure); margin: 3rem auto 0; padding-block-start: 1rem; border-block-start: 1px solid var(--rule);
}
.afterword, .colophon { font-size: .85rem; }
.colophon { padding-block: 1.2rem 2rem; border-block-start: 1px solid var(--rule); color: var(--muted); }
.colophon :is(p, ul) { margin: 0; text-align: -webkit-match-parent; text-align: match-parent; }
.afterword p { margin: 0; }
.colophon ul { display: flex; flex-wrap: wrap; gap: 0 1.2rem; }

@media (min-width: 48rem) {
  .lead:has(> .picture) { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
  .story.lead:has(> .picture) h3 { font-size: clamp(1.9rem, 3vw, 2.5rem); }
  .colophon { display: flex; flex-wrap: wrap; gap: .2rem 2rem; align-items: baseline; justify-content: space-between; }
}
@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}
@media print {
  :root {
    color-scheme: light; --paper: #fff; --wash: #fff; --ink: #000; --muted: #333; --rule: #999; --accent: #000; --mark: #eee;
  }
  html { font-size: 11pt; }
  .skip, .subscribe, .unpublished, .sections, .more, .afterword, .colophon nav, :is(.content, .enclosure) :is(audio, video) { display: none; }
  body, body > :not(.skip) { display: block; inline-size: auto; }
  main > article, .error main { max-inline-size: none; }
  .content a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; overflow-wrap: anywhere; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  img, figure, pre, blockquote, tr, .story { break-inside: avoid; }
  table { overflow-wrap: anywhere; }
  :is(.scroll, pre) { background: none; max-inline-size: none; margin-inline: 0; }
  pre { white-space: pre-wrap; border: 1px solid var(--rule); }
}
`;
