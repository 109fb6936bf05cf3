import { describe, expect, it } from "vitest";
import { embedPage } from "../../../../src/content/plain-html/embed-services.ts";

const google = "https://docs.google.com";

describe("embedPage()", () => {
  it.each([
    [`${google}/presentation/d/e/2P-x/embed?start=false&loop=false`, `${google}/presentation/d/e/2P-x/pub`, "Slides on Google Slides"],
    [`${google}/presentation/d/e/2P-x/pubembed`, `${google}/presentation/d/e/2P-x/pub`, "Slides on Google Slides"],
    [`${google}/presentation/d/1a/embed?slide=2`, `${google}/presentation/d/1a/embed?slide=2`, "Slides on Google Slides"],
    [`${google}/a/e.org/presentation/d/1a/preview`, `${google}/a/e.org/presentation/d/1a/preview`, "Slides on Google Slides"],
    [`${google}/document/d/e/2P/pub?embedded=true`, `${google}/document/d/e/2P/pub`, "Document on Google Docs"],
    [
      `${google}/spreadsheets/d/e/2P/pubhtml?gid=1&widget=true&headers=false`,
      `${google}/spreadsheets/d/e/2P/pubhtml?gid=1`,
      "Table on Google Sheets",
    ],
    [`${google}/spreadsheets/d/e/2P/pubchart?oid=1`, `${google}/spreadsheets/d/e/2P/pubchart?oid=1`, "Chart on Google Sheets"],
    [`${google}/forms/d/e/1F/viewform?embedded=true`, `${google}/forms/d/e/1F/viewform`, "Form on Google Forms"],
    [`${google}/drawings/d/e/2P/pub?w=1`, `${google}/drawings/d/e/2P/pub?w=1`, "Design on Google Drawings"],
    [
      "https://calendar.google.com/calendar/embed?src=a%40b&ctz=UTC",
      "https://calendar.google.com/calendar/embed?src=a%40b&ctz=UTC",
      "Calendar on Google Calendar",
    ],
    ["https://www.google.com/calendar/embed?src=a", "https://www.google.com/calendar/embed?src=a", "Calendar on Google Calendar"],
    ["https://drive.google.com/file/d/1a/preview", "https://drive.google.com/file/d/1a/view", "File on Google Drive"],
    ["https://drive.google.com/embeddedfolderview?id=1a#grid", "https://drive.google.com/drive/folders/1a", "File on Google Drive"],
    [
      "https://lookerstudio.google.com/embed/reporting/a/page/b",
      "https://lookerstudio.google.com/reporting/a/page/b",
      "Chart on Looker Studio",
    ],
    ["https://airtable.com/embed/shrA?backgroundColor=red", "https://airtable.com/shrA", "Table on Airtable"],
    ["https://airtable.com/embed/appA/shrB", "https://airtable.com/appA/shrB", "Table on Airtable"],
    ["https://replit.com/@ada/thing?embed=true", "https://replit.com/@ada/thing", "Code on Replit"],
    ["https://repl.it/@ada/thing?lite=true", "https://repl.it/@ada/thing", "Code on Replit"],
    ["https://form.typeform.com/to/aB?typeform-embed=x", "https://form.typeform.com/to/aB?typeform-embed=x", "Form on Typeform"],
    ["https://lichess.org/embed/game/abcd1234?theme=auto", "https://lichess.org/abcd1234", "Game on Lichess"],
    ["https://lichess.org/embed/abcd1234/black", "https://lichess.org/abcd1234/black", "Game on Lichess"],
    ["https://lichess.org/study/embed/abc/def#9", "https://lichess.org/study/abc/def", "Game on Lichess"],
    ["https://lichess.org/tv/frame", "https://lichess.org/tv", "Game on Lichess"],
    ["https://www.chess.com/emboard?id=12", "https://www.chess.com/emboard?id=12", "Game on Chess.com"],
    ["https://www.blogger.com/video.g?token=A1", "https://www.blogger.com/video.g?token=A1", "Video on Blogger"],
    ["https://tally.so/embed/aB?hideTitle=1", "https://tally.so/r/aB", "Form on Tally"],
    [
      "https://forms.office.com/Pages/ResponsePage.aspx?id=1&embed=true",
      "https://forms.office.com/Pages/ResponsePage.aspx?id=1",
      "Form on Microsoft Forms",
    ],
    ["https://ada.notion.site/ebd/1a", "https://ada.notion.site/1a", "Document on Notion"],
    ["https://e.issuu.com/embed.html?d=tide&u=ada", "https://issuu.com/ada/docs/tide", "Document on Issuu"],
    ["https://www.canva.com/design/A/b/view?embed", "https://www.canva.com/design/A/b/view", "Design on Canva"],
    ["https://miro.com/app/live-embed/aB=/?autoplay=1", "https://miro.com/app/board/aB=/", "Board on Miro"],
    ["https://trello.com/b/aB.html", "https://trello.com/b/aB", "Board on Trello"],
    ["https://datawrapper.dwcdn.net/aB/1/", "https://datawrapper.dwcdn.net/aB/1/", "Chart on Datawrapper"],
    ["https://flo.uri.sh/visualisation/12/embed", "https://public.flourish.studio/visualisation/12/", "Chart on Flourish"],
    ["https://e.infogram.com/a-b?src=embed", "https://infogram.com/a-b", "Chart on Infogram"],
    ["https://www.geogebra.org/material/iframe/id/aB/width/1", "https://www.geogebra.org/m/aB", "Chart on GeoGebra"],
    ["https://slides.com/ada/tide/embed", "https://slides.com/ada/tide", "Slides on Slides.com"],
    ["https://prezi.com/p/embed/aB/", "https://prezi.com/p/aB/", "Slides on Prezi"],
    ["https://anchor.fm/ada/embed/episodes/a-1", "https://anchor.fm/ada/episodes/a-1", "Podcast on Spotify"],
    ["https://share.transistor.fm/e/1a", "https://share.transistor.fm/s/1a", "Podcast on Transistor"],
    [
      "https://www.buzzsprout.com/1/2-a?client_source=small_player&iframe=true",
      "https://www.buzzsprout.com/1/2-a",
      "Podcast on Buzzsprout",
    ],
    ["https://embed.tidal.com/tracks/12", "https://tidal.com/track/12", "Music on TIDAL"],
    ["https://tenor.com/embed/12", "https://tenor.com/view/12", "Animation on Tenor"],
    ["https://sketchfab.com/models/1a/embed?autostart=1", "https://sketchfab.com/models/1a", "Model on Sketchfab"],
    ["https://scratch.mit.edu/projects/1/embed", "https://scratch.mit.edu/projects/1", "Code on Scratch"],
    ["https://editor.p5js.org/ada/full/aB", "https://editor.p5js.org/ada/sketches/aB", "Code on p5.js"],
    ["https://www.kaggle.com/embed/ada/tide?kernelSessionId=1", "https://www.kaggle.com/code/ada/tide", "Notebook on Kaggle"],
    ["https://strava-embeds.com/activity/12", "https://www.strava.com/activities/12", "Map on Strava"],
    [
      "https://customer-a.cloudflarestream.com/1a/iframe?poster=x",
      "https://customer-a.cloudflarestream.com/1a/watch",
      "Video on Cloudflare Stream",
    ],
  ])("finds the page of %s", (address, url, label) => {
    expect(embedPage(address)).toEqual({ url, label });
  });

  it.each([
    `${google}/`,
    `${google}/viewer?url=https://e.org/a.pdf`,
    "https://airtable.com/pricing",
    "https://drive.google.com/",
    "https://www.canva.com/",
    "https://trello.com/power-ups",
    "https://www.typeform.com/blog/",
    "https://sketchfab.com/ada",
    "https://docs.google.com.evil.example/forms/d/1",
  ])("has no name for %s", (address) => {
    expect(embedPage(address)).toBeUndefined();
  });
});
