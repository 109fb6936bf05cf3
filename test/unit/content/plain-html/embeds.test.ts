import { describe, expect, it } from "vitest";
import { embedPage } from "../../../../src/content/plain-html/embed-services.ts";
import { meaningfulTitle } from "../../../../src/content/plain-html/embed-title.ts";
import { compileOne } from "../sample.ts";
import { plain } from "./plain-html.ts";

describe("embedPage()", () => {
  const watch = "https://www.youtube.com/watch?v=abc-_1";
  it.each([
    ["https://www.youtube.com/embed/abc-_1?start=30&rel=0", `${watch}&t=30`, "Video on YouTube"],
    ["https://www.youtube-nocookie.com/embed/abc-_1", watch, "Video on YouTube"],
    ["https://youtu.be/abc-_1?t=1m5s", `${watch}&t=65`, "Video on YouTube"],
    ["https://m.youtube.com/shorts/abc-_1", watch, "Video on YouTube"],
    ["https://www.youtube.com/watch?v=abc-_1&t=90", `${watch}&t=90`, "Video on YouTube"],
    ["https://www.youtube.com/embed/abc-_1?list=PL1", `${watch}&list=PL1`, "Video on YouTube"],
    ["https://www.youtube.com/embed/videoseries?list=PL1", "https://www.youtube.com/playlist?list=PL1", "Video on YouTube"],
    ["https://www.youtube.com/embed/live_stream?channel=UC1", "https://www.youtube.com/channel/UC1/live", "Video on YouTube"],
    ["http://www.youtube.com/v/abc-_1&hl=en&fs=1&rel=0", watch, "Video on YouTube"],
    ["http://www.youtube.com/v/abc-_1&amp;hl=en&amp;start=30", `${watch}&t=30`, "Video on YouTube"],
    ["https://www.youtube.com/v/abc-_1?version=3&amp;start=30", `${watch}&t=30`, "Video on YouTube"],
    ["https://www.youtube.com/embed/abc-_1&rel=0", watch, "Video on YouTube"],
    ["https://www.youtube.com/embed/abc-_1?rel=0?start=30", `${watch}&t=30`, "Video on YouTube"],
    ["https://www.youtube.com/embed/abc-_1%20", watch, "Video on YouTube"],
    ["https://www.youtube.com/embed/https://www.youtube.com/watch?v=abc-_1", watch, "Video on YouTube"],
    ["https://www.youtube-nocookie.com/v/abc-_1&hl=de_DE", watch, "Video on YouTube"],
    ["https://youtube.googleapis.com/v/abc-_1", watch, "Video on YouTube"],
    ["http://de.youtube.com/watch?v=abc-_1", watch, "Video on YouTube"],
    ["http://www.youtube.com/watch#!v=abc-_1", watch, "Video on YouTube"],
    ["http://www.youtube.com/watch_popup?v=abc-_1#t=1m5s", `${watch}&t=65`, "Video on YouTube"],
    ["http://www.youtube.com/user/ada#p/u/1/abc-_123456", "https://www.youtube.com/watch?v=abc-_123456", "Video on YouTube"],
    ["https://www.youtube.com/attribution_link?a=1&u=%2Fwatch%3Fv%3Dabc-_1%26feature%3Dshare", watch, "Video on YouTube"],
    ["http://www.youtube.com/p/0123456789ABCDEF&hl=en", "https://www.youtube.com/playlist?list=PL0123456789ABCDEF", "Video on YouTube"],
    ["http://www.youtube.com/view_play_list?p=PL1", "https://www.youtube.com/playlist?list=PL1", "Video on YouTube"],
    ["https://www.youtube.com/embed?listType=playlist&list=PL1", "https://www.youtube.com/playlist?list=PL1", "Video on YouTube"],
    ["https://www.youtube.com/embed?listType=user_uploads&list=ada", "https://www.youtube.com/user/ada/videos", "Video on YouTube"],
    ["https://www.youtube.com/ada", "https://www.youtube.com/ada", "Video on YouTube"],
    ["http://vimeo.com/moogaloop.swf?clip_id=76979871&server=vimeo.com", "https://vimeo.com/76979871", "Video on Vimeo"],
    ["https://vimeo.com/channels/staffpicks/76979871", "https://vimeo.com/76979871", "Video on Vimeo"],
    ["https://vimeo.com/event/12/embed", "https://vimeo.com/event/12", "Video on Vimeo"],
    ["http://www.dailymotion.com/swf/x84sh87&v3=1", "https://www.dailymotion.com/video/x84sh87", "Video on Dailymotion"],
    ["http://www.dailymotion.com/swf/video/x84sh87?theme=none", "https://www.dailymotion.com/video/x84sh87", "Video on Dailymotion"],
    ["https://dai.ly/x84sh87", "https://www.dailymotion.com/video/x84sh87", "Video on Dailymotion"],
    ["http://www.twitch.tv/widgets/live_embed_player.swf?channel=ada", "https://www.twitch.tv/ada", "Video on Twitch"],
    ["http://www.twitch.tv/ada/embed", "https://www.twitch.tv/ada", "Video on Twitch"],
    ["https://embed-ssl.ted.com/talks/lang/de/ada_on_the_sea.html", "https://www.ted.com/talks/ada_on_the_sea", "Talk on TED"],
    ["https://vine.co/v/bjHh0zHdgZT/embed/simple", "https://vine.co/v/bjHh0zHdgZT", "Video on Vine"],
    ["https://streamable.com/e/abc?autoplay=1", "https://streamable.com/abc", "Video on Streamable"],
    ["https://player.bilibili.com/player.html?bvid=BV1x&page=2", "https://www.bilibili.com/video/BV1x?p=2", "Video on Bilibili"],
    ["http://player.youku.com/player.php/Type/Folder/sid/XMTI=/v.swf", "https://v.youku.com/v_show/id_XMTI=.html", "Video on Youku"],
    ["https://rutube.ru/play/embed/12ab/", "https://rutube.ru/video/12ab/", "Video on Rutube"],
    ["https://vk.com/video_ext.php?oid=-1&id=2&hash=a", "https://vk.com/video-1_2", "Video on VK"],
    ["https://odysee.com/$/embed/sea/1f", "https://odysee.com/sea:1f", "Video on Odysee"],
    ["https://odysee.com/%24/embed/@ada:1/sea:2", "https://odysee.com/@ada:1/sea:2", "Video on Odysee"],
    ["https://embed.spotify.com/?uri=spotify:track:1", "https://open.spotify.com/track/1", "Audio on Spotify"],
    [
      "http://player.soundcloud.com/player.swf?url=http%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F1",
      "https://w.soundcloud.com/player/?url=http%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F1",
      "Audio on SoundCloud",
    ],
    ["https://www.mixcloud.com/widget/iframe/?feed=%2Fada%2Fsea%2F", "https://www.mixcloud.com/ada/sea/", "Audio on Mixcloud"],
    ["https://widget.deezer.com/widget/dark/track/1", "https://www.deezer.com/track/1", "Audio on Deezer"],
    ["https://music.163.com/outchain/player?type=1&id=2", "https://music.163.com/#/album?id=2", "Audio on NetEase"],
    [
      "https://embed.bsky.app/embed/did:plc:a1/app.bsky.feed.post/b2?id=3",
      "https://bsky.app/profile/did:plc:a1/post/b2",
      "Post on Bluesky",
    ],
    ["https://www.threads.net/@ada/post/Ab/embed", "https://www.threads.net/@ada/post/Ab", "Post on Threads"],
    ["https://assets.pinterest.com/ext/embed.html?id=1", "https://www.pinterest.com/pin/1/", "Post on Pinterest"],
    [
      "https://www.linkedin.com/embed/feed/update/urn:li:share:1",
      "https://www.linkedin.com/feed/update/urn:li:share:1",
      "Post on LinkedIn",
    ],
    ["https://giphy.com/embed/abc/twitter/iframe", "https://giphy.com/gifs/abc", "Animation on Giphy"],
    [
      "https://www.figma.com/embed?embed_host=share&url=https%3A%2F%2Fwww.figma.com%2Ffile%2F1",
      "https://www.figma.com/file/1",
      "Design on Figma",
    ],
    [
      "http://static.slidesharecdn.com/swf/ssplayer2.swf?doc=sea-1&stripped_title=the-sea&userName=ada",
      "https://www.slideshare.net/ada/the-sea",
      "Slides on SlideShare",
    ],
    ["http://d1.scribdassets.com/ScribdViewer.swf?document_id=12", "https://www.scribd.com/document/12", "Document on Scribd"],
    ["https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1#t=30s", "https://vimeo.com/76979871/8272103f6e#t=30s", "Video on Vimeo"],
    ["https://www.dailymotion.com/embed/video/x84sh87", "https://www.dailymotion.com/video/x84sh87", "Video on Dailymotion"],
    ["https://player.twitch.tv/?video=v12&parent=a.b", "https://www.twitch.tv/videos/12", "Video on Twitch"],
    ["https://player.twitch.tv/?video=v12&time=1h2m3s", "https://www.twitch.tv/videos/12?t=3723s", "Video on Twitch"],
    ["https://player.twitch.tv/?channel=ada&time=1h2m3s", "https://www.twitch.tv/ada", "Video on Twitch"],
    [
      "https://www.dailymotion.com/embed/video/x84sh87?start=5",
      "https://www.dailymotion.com/video/x84sh87?start=5",
      "Video on Dailymotion",
    ],
    [
      "https://tube.example/videos/embed/1a-2b?start=1m30s&stop=2m",
      "https://tube.example/videos/watch/1a-2b?start=90",
      "Video on PeerTube",
    ],
    ["https://tube.example/videos/embed/1a-2b?start=soon", "https://tube.example/videos/watch/1a-2b", "Video on PeerTube"],
    ["https://www.loom.com/embed/12ab?t=30", "https://www.loom.com/share/12ab?t=30", "Video on Loom"],
    ["https://streamable.com/e/abc?t=30", "https://streamable.com/abc?t=30", "Video on Streamable"],
    ["https://player.bilibili.com/player.html?bvid=BV1x&page=2&t=30", "https://www.bilibili.com/video/BV1x?p=2&t=30", "Video on Bilibili"],
    ["https://odysee.com/$/embed/sea/1f?t=30", "https://odysee.com/sea:1f?t=30", "Video on Odysee"],
    ["https://rutube.ru/play/embed/12ab/?t=30", "https://rutube.ru/video/12ab/?t=30", "Video on Rutube"],
    ["https://archive.org/embed/sea?start=30", "https://archive.org/details/sea?start=30", "Media on the Internet Archive"],
    ["https://clips.twitch.tv/embed?clip=Funny&parent=a.b", "https://clips.twitch.tv/Funny", "Video on Twitch"],
    ["https://open.spotify.com/embed/track/1?theme=0", "https://open.spotify.com/track/1", "Audio on Spotify"],
    ["https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/ada/sea", "https://soundcloud.com/ada/sea", "Audio on SoundCloud"],
    [
      "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1",
      "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1",
      "Audio on SoundCloud",
    ],
    [
      "https://embed.podcasts.apple.com/us/podcast/a/id1?i=2",
      "https://podcasts.apple.com/us/podcast/a/id1?i=2",
      "Podcast on Apple Podcasts",
    ],
    ["https://codepen.io/ada/embed/preview/abc?default-tab=js", "https://codepen.io/ada/pen/abc", "Code on CodePen"],
    ["https://codesandbox.io/embed/new-1", "https://codesandbox.io/s/new-1", "Code on CodeSandbox"],
    ["https://gist.github.com/ada/12ab.js", "https://gist.github.com/ada/12ab", "Code on GitHub Gist"],
    ["https://platform.twitter.com/embed/Tweet.html?id=20", "https://x.com/i/status/20", "Post on X"],
    ["https://www.instagram.com/p/Ab/embed/captioned/", "https://www.instagram.com/p/Ab/", "Post on Instagram"],
    ["https://mastodon.example/@ada/110/embed", "https://mastodon.example/@ada/110", "Post on Mastodon"],
    ["https://tube.example/videos/embed/1a-2b", "https://tube.example/videos/watch/1a-2b", "Video on PeerTube"],
    [
      "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1",
      "https://www.facebook.com/a/videos/1",
      "Post on Facebook",
    ],
    [
      "https://www.google.com/maps/embed/v1/place?key=K&q=Big+Ben",
      "https://www.google.com/maps/search/?api=1&query=Big%20Ben",
      "Map on Google Maps",
    ],
    [
      "https://www.google.com/maps/embed?pb=!1m14!2d-0.12!3d51.5!5e0",
      "https://www.google.com/maps/search/?api=1&query=51.5%2C-0.12",
      "Map on Google Maps",
    ],
    ["https://www.google.co.uk/maps/d/embed?mid=1", "https://www.google.com/maps/d/viewer?mid=1", "Map on Google Maps"],
  ])("finds the page of %s", (address, url, label) => {
    expect(embedPage(address)).toEqual({ url, label });
  });

  it.each([
    "https://example.com/embed/1",
    "javascript:x()",
    "a.html",
    "",
    "https://youtube.com.evil.example/embed/1",
    "https://notvimeo.com/1",
  ])("returns undefined for %j", (address) => {
    expect(embedPage(address)).toBeUndefined();
  });
});

describe("meaningfulTitle()", () => {
  it.each([
    "YouTube video player",
    "YouTube video",
    "Vimeo video player",
    "vimeo-player",
    "Embedded post",
    "Spotify Embed",
    "X Post",
    "Video 1",
    "  ",
    "iframe",
    "Google Map",
    "Play: YouTube video",
  ])("ignores the stock title %j", (title) => {
    expect(meaningfulTitle(title)).toBeUndefined();
  });

  it.each([
    ["Tides of the Elbe", "Tides of the Elbe"],
    [" The  video\nof the tide ", "The video of the tide"],
    ["Spotify Embed: Sea Song", "Sea Song"],
    ["Play: Tides", "Tides"],
    ["Chapter 1: YouTube", "Chapter 1: YouTube"],
    ["月", "月"],
  ])("keeps %j", (title, expected) => {
    expect(meaningfulTitle(title)).toBe(expected);
  });
});

describe("makePlain() replaces with a link", () => {
  const link = (url: string, label: string) => `<a href="${url}">${label}</a>`;
  it.each([
    [
      '<iframe src="https://www.youtube.com/embed/a" title="YouTube video player">',
      `<p>${link("https://www.youtube.com/watch?v=a", "Video on YouTube")}</p>`,
    ],
    [
      '<p>See <iframe src="//player.vimeo.com/video/1" title="The tide"></iframe></p>',
      `<p>See ${link("https://vimeo.com/1", "The tide")}</p>`,
    ],
    [
      '<p><iframe src="https://youtu.be/a"></iframe><iframe src="https://youtu.be/b"></iframe></p>',
      `<p>${link("https://www.youtube.com/watch?v=a", "Video on YouTube")} ${link("https://www.youtube.com/watch?v=b", "Video on YouTube")}</p>`,
    ],
    [
      '<iframe src="https://cdn.embedly.com/widgets/media.html?src=https%3A%2F%2Fwww.youtube.com%2Fembed%2Fa&amp;url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Da&amp;key=b"></iframe>',
      `<p>${link("https://www.youtube.com/watch?v=a", "Video on YouTube")}</p>`,
    ],
    [
      '<iframe src="//cdn.iframe.ly/api/iframe?url=https%3A%2F%2Fvimeo.com%2F1&amp;key=b"></iframe>',
      `<p>${link("https://vimeo.com/1", "Video on Vimeo")}</p>`,
    ],
    [
      '<iframe src="https://cdn.embedly.com/widgets/media.html?src=https%3A%2F%2Fe.org%2Fa.mp3&amp;url=javascript%3Ax"></iframe>',
      '<audio src="https://e.org/a.mp3" controls></audio>',
    ],
    [
      '<iframe src="https://cdn.embedly.com/widgets/a.html?key=b"></iframe>',
      `<p>${link("https://cdn.embedly.com/widgets/a.html?key=b", "https://cdn.embedly.com/widgets/a.html?key=b")}</p>`,
    ],
    [
      '<iframe src="https://e.org/?url=https%3A%2F%2Fvimeo.com%2F1"></iframe>',
      `<p>${link("https://e.org/?url=https%3A%2F%2Fvimeo.com%2F1", "https://e.org/?url=https%3A%2F%2Fvimeo.com%2F1")}</p>`,
    ],
    ['<iframe data-src="https://vimeo.com/1" src="about:blank"></iframe>', `<p>${link("https://vimeo.com/1", "Video on Vimeo")}</p>`],
    ['<iframe src="demo/index.html" title="The demo"></iframe>', `<p>${link("demo/index.html", "The demo")}</p>`],
    ['<iframe src="https://example.com/x"></iframe>', `<p>${link("https://example.com/x", "https://example.com/x")}</p>`],
    [
      '<iframe src="https://bandcamp.com/EmbeddedPlayer/album=1/"><a href="https://ada.bandcamp.com/album/sea">Sea &amp; sky by Ada</a></iframe>',
      `<p>${link("https://ada.bandcamp.com/album/sea", "Sea &#x26; sky by Ada")}</p>`,
    ],
    [
      '<lite-youtube videoid="a" params="start=30" playlabel="Play: Tides"></lite-youtube>',
      `<p>${link("https://www.youtube.com/watch?v=a&#x26;t=30", "Tides")}</p>`,
    ],
    [
      '<lite-youtube videoid="a" style="background-image: url(\'https://i.ytimg.com/vi/a/hq.jpg\');"></lite-youtube>',
      `<p>${link("https://www.youtube.com/watch?v=a", '<img src="https://i.ytimg.com/vi/a/hq.jpg" alt=""><br>Video on YouTube')}</p>`,
    ],
    ['<lite-vimeo videoid="1" videotitle="Sea"></lite-vimeo>', `<p>${link("https://vimeo.com/1", "Sea")}</p>`],
    ['<amp-youtube data-videoid="a"></amp-youtube>', `<p>${link("https://www.youtube.com/watch?v=a", "Video on YouTube")}</p>`],
    ['<object data="paper.pdf"><a href="paper.pdf">The paper</a></object>', link("paper.pdf", "The paper")],
    [
      '<p><object data="paper.pdf"><p>In Latin: <a href="paper.pdf">paper</a></p></object></p>',
      `<p><span>In Latin: </span>${link("paper.pdf", "paper")} </p>`,
    ],
    ['<p><object data="a.pdf"><p>No plug-in: <a href="a.pdf">paper</a></p></object></p>', `<p>${link("a.pdf", "paper")}</p>`],
    [
      '<object data="a.pdf#page=2" aria-label="The plan"><p>Your browser cannot show PDFs. <a href="a.pdf">Download it</a>.</p></object>',
      `<p>${link("a.pdf#page=2", "The plan")}</p>`,
    ],
    ['<object data="a.pdf" title="The plan"><a href="a.pdf">Download PDF</a></object>', `<p>${link("a.pdf", "The plan")}</p>`],
    ['<object data="a.pdf" title="The plan"><embed src="a.pdf"></object>', `<p>${link("a.pdf", "The plan")}</p>`],
    [
      '<object data="a.pdf"><p>Ihr Browser zeigt es nicht. <a href="a.pdf">Der Plan</a></p></object>',
      `<p>${link("a.pdf", "Der Plan")}</p>`,
    ],
    [
      '<object data="a%20b.pdf"><p>Unable to display PDF file. <a href="a%20b.pdf">Download</a> instead.</p></object>',
      `<p>${link("a%20b.pdf", "a b.pdf")}</p>`,
    ],
    ['<object data="a.pdf"><p>Your browser cannot show PDFs.</p></object>', `<p>${link("a.pdf", "a.pdf")}</p>`],
    [
      '<object data="a.pdf" title="The plan"><p>Drawn by Ada. <a href="a.pdf">Download</a></p></object>',
      `<p>Drawn by Ada. ${link("a.pdf", "Download")}</p>`,
    ],
    ['<object data="a.pdf"><p>The plan of 1890</p></object>', `<p>${link("a.pdf", "The plan of 1890")}</p>`],
    [
      '<object data="a.pdf"><p>Your browser cannot show it. <a href="b.html">The text</a></p></object>',
      `<p>Your browser cannot show it. ${link("b.html", "The text")}</p>`,
    ],
    [
      '<object data="a.mp4" title="The tide"><p>Your browser…</p></object>',
      '<video src="a.mp4" controls><a href="a.mp4">The tide</a></video>',
    ],
    [
      '<object data="a.mp4"><a href="a.mp4">Download</a> <a href="a.mp4">The ebb</a></object>',
      '<video src="a.mp4" controls><a href="a.mp4">The ebb</a></video>',
    ],
    ['<object data="data:image/png;base64,AA">a moon</object>', '<img src="data:image/png;base64,AA" alt="a moon">'],
    ['<embed src="data:image/png;base64,AA">', '<img src="data:image/png;base64,AA" alt="">'],
    ['<object data="data:image/svg+xml,AA"><img src="a.png"></object>', '<img src="a.png">'],
    ['<object data="files/paper.pdf?1"></object>', `<p>${link("files/paper.pdf?1", "paper.pdf")}</p>`],
    [
      '<object data="https://www.youtube.com/v/a"><embed src="https://www.youtube.com/v/a"></object>',
      `<p>${link("https://www.youtube.com/watch?v=a", "Video on YouTube")}</p>`,
    ],
    [
      '<object><param name="movie" value="x"><embed src="https://player.vimeo.com/video/1"></object>',
      `<p>${link("https://vimeo.com/1", "Video on Vimeo")}</p>`,
    ],
    ['<embed src="paper.pdf" type="application/pdf">', `<p>${link("paper.pdf", "paper.pdf")}</p>`],
    [
      '<script src="https://gist.github.com/ada/12ab.js"></script>',
      `<p>${link("https://gist.github.com/ada/12ab", "Code on GitHub Gist")}</p>`,
    ],
    ['<iframe src="https://www.googletagmanager.com/ns.html?id=1" height="0" width="0"></iframe>', ""],
    ['<video src="a.mp4"></video>', '<video src="a.mp4"></video>'],
  ])("%s", (html, expected) => {
    expect(plain(html)).toEqual({ html: expected, warnings: [] });
  });

  it.each(['<iframe src="javascript:x()"></iframe>', '<iframe srcdoc="x"></iframe>', "<object></object>", "<lite-youtube></lite-youtube>"])(
    "but not %s, which has no target",
    (html) => {
      expect(plain(html).html).toBe(html);
    },
  );
});

describe("a summary is never an embed", () => {
  it.each([
    ["moon.md", '<iframe src="https://www.youtube.com/embed/a" title="The tide"></iframe>\n\nThe sea rose.'],
    ["moon.html", '<p><iframe src="https://player.vimeo.com/video/1"></iframe></p><p>The sea rose.</p>'],
    ["moon.md", "{{< youtube a >}}\n\nThe sea rose."],
    ["moon.md", "https://youtu.be/abc\n\nThe sea rose."],
    ["moon.mdx", '<YouTube id="a" title="The tide" />\n\nThe sea rose.'],
    ["moon.mdx", '<lite-youtube videoid="a" />\n\nThe sea rose.'],
    ["moon.html", '<object data="a.pdf"><a href="https://e.org/a.pdf">The paper</a></object><p>The sea rose.</p>'],
    ["moon.md", '<object data="a.pdf"><p>No PDFs here. <a href="https://e.org/a.pdf">The paper</a></p></object>\n\nThe sea rose.'],
    ["moon.html", '<object data="a.pdf"><p>No PDFs here. <img src="https://e.org/a.png"></p></object><p>The sea rose.</p>'],
    ["moon.html", '<p><object data="a.pdf">No PDFs. <a href="https://e.org/a.pdf">A</a></object></p><p>The sea rose.</p>'],
    [
      "moon.md",
      '<p class="codepen" data-slug-hash="a" data-user="b"><span>See the Pen <a href="https://codepen.io/b/pen/a">A</a> by B.</span></p>\n\nThe sea rose.',
    ],
    ["moon.html", '<p class="codepen" data-slug-hash="a" data-user="b">See the Pen A by B.</p><p>The sea rose.</p>'],
    ["moon.html", "<p><canvas>Your browser has no canvas.</canvas></p><p>The sea rose.</p>"],
    ["moon.md", '<iframe src="https://youtu.be/a"></iframe>\n\nThe sea rose.\n\n<!--more-->\n\nMore.'],
    ...[
      "a.pdf",
      "a.pdf#page=3",
      "a.docx|*Words*",
      "note",
      "note#Heading",
      "note#^block",
      "a.mp3",
      "a.mp4",
      "a.excalidraw",
      "a.canvas",
    ].flatMap((target) => ["md", "mdx"].map((markup) => [`moon.${markup}`, `![[${target}]]\n\nThe sea rose.`])),
    ["moon.md", "![[a.pdf]] ![[b.zip]]\n![[c d.epub]]\n\nThe sea rose."],
    ["moon.md", "> ![[a.pdf]]\n\n- ![[a.pdf]]\n\n<!-- -->\n\nThe sea rose."],
    ["moon.md", "![The paper](a.pdf)\n\nThe sea rose."],
    ["moon.md", "![The paper](a.pdf)\n![](b.pdf)\n\nThe sea rose."],
    ["moon.md", "[My%20paper.pdf](My%20paper.pdf)\n\nThe sea rose."],
    ["moon.md", "https://e.org/papers/a.pdf\n\nThe sea rose."],
    ["moon.md", "[[a.pdf]]\n\nThe sea rose."],
    ["moon.md", "{% pdf /a.pdf 500px %}\n\nThe sea rose."],
    ["moon.md", '{% file src="a.zip" title="The words" %}\n\nThe sea rose.'],
    ["moon.md", '{{< embed-pdf url="a.pdf" >}}\n\nThe sea rose.'],
    ["moon.html", '<embed src="a.pdf" type="application/pdf"><p>The sea rose.</p>'],
  ])("in %s: %s", async (name, text) => {
    expect((await compileOne(text, `2024-11-06-${name}`)).summary).toBe("The sea rose.");
  });

  it.each([
    ["See ![[a.pdf]] for the tide.", "See a.pdf for the tide."],
    ["See ![the paper](a.pdf).", "See the paper."],
    ["[The paper](a.pdf)", "The paper"],
    ["`![[a.pdf]]`", "![[a.pdf]]"],
    ["\\![[a.pdf]]", "!a.pdf"],
    ["!\\[[a.pdf]]", "![[a.pdf]]"],
    ["if ![[ -f x ]]", "if ![[ -f x ]]"],
    ["![[ -f x ]]", "![[ -f x ]]"],
    ["[[note]]", "[[note]]"],
  ])("but the words around a file and about the syntax in %j", async (text, summary) => {
    expect((await compileOne(`${text}\n\nMore.`)).summary).toBe(summary);
  });

  it("even without any other text", async () => {
    expect((await compileOne('<iframe src="https://youtu.be/a" title="The tide"></iframe>')).summary).toBe("");
  });
});

describe("old and other embeds", () => {
  const watch = "https://www.youtube.com/watch?v=abcdefghijk";
  const flash = "http://www.youtube.com/v/abcdefghijk&hl=en";
  const video = `<p><a href="${watch}">Video on YouTube</a></p>`;
  it.each([
    [`<object><param name="movie" value="${flash}"><param name="x" value="y"><embed src="${flash}"></object>`, video],
    [`<object type="application/x-shockwave-flash" data="${flash}"><param name="movie" value="${flash}"></object>`, video],
    [`<object classid="clsid:1"><param name="Movie" value="${flash}"></object>`, video],
    ['<object><param name="src" value="talk.mp3"></object>', '<audio src="talk.mp3" controls></audio>'],
    ['<embed src="clip.mp4" width="300">', '<video src="clip.mp4" controls width="300"></video>'],
    ['<embed src="player.swf" flashvars="autostart=0&amp;file=talk.mp3">', '<audio src="talk.mp3" controls></audio>'],
    ['<object data="player.swf"><param name="FlashVars" value="soundFile=talk.mp3"></object>', '<audio src="talk.mp3" controls></audio>'],
    ['<iframe src="clip.mp4" title="The sea"></iframe>', '<video src="clip.mp4" controls><a href="clip.mp4">The sea</a></video>'],
    [
      '<embed src="http://video.google.com/googleplayer.swf?docId=-1&amp;hl=en">',
      '<p><a href="https://video.google.com/videoplay?docid=-1">Video on Google Video</a></p>',
    ],
    ['<amp-video src="clip.mp4"></amp-video>', '<video src="clip.mp4"></video>'],
    ['<amp-audio data-src="talk.mp3"></amp-audio>', '<audio data-src="talk.mp3" src="talk.mp3"></audio>'],
    ['<lite-youtube videoid="abcdefghijk" videotitle="A title"></lite-youtube>', `<p><a href="${watch}">A title</a></p>`],
    [
      '<lite-youtube videoid="abcdefghijk"><a href="x"><span>Play: Sea life</span></a></lite-youtube>',
      `<p><a href="${watch}">Sea life</a></p>`,
    ],
    ['<div class="youtube-player" data-id="abcdefghijk"></div>', video],
    ['<div data-plyr-provider="youtube" data-plyr-embed-id="abcdefghijk"></div>', video],
    ['<div data-plyr-provider="vimeo" data-plyr-embed-id="12"></div>', '<p><a href="https://vimeo.com/12">Video on Vimeo</a></p>'],
    [
      '<div class="fb-post" data-href="https://www.facebook.com/a/posts/1"></div>',
      '<p><a href="https://www.facebook.com/a/posts/1">Post on Facebook</a></p>',
    ],
    [
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/a/"></blockquote>',
      '<p><a href="https://www.instagram.com/p/a/">Post on Instagram</a></p>',
    ],
    [
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/1"><section></section></blockquote>',
      '<p><a href="https://www.tiktok.com/@a/video/1">Video on TikTok</a></p>',
    ],
    [
      '<figure class="media"><oembed url="https://www.youtube.com/watch?v=a"></oembed></figure>',
      '<figure class="media"><p><a href="https://www.youtube.com/watch?v=a">Video on YouTube</a></p></figure>',
    ],
    ["<oembed>https://youtu.be/a</oembed>", '<p><a href="https://www.youtube.com/watch?v=a">Video on YouTube</a></p>'],
    ["<oembed>a b</oembed>", "<oembed>a b</oembed>"],
    [
      '<div class="sqs-video-wrapper" data-html="&lt;iframe width=&quot;8&quot; src=&quot;//www.youtube.com/embed/a?b=1&amp;amp;c=2&quot;&gt;&lt;/iframe&gt;"></div>',
      '<p><a href="https://www.youtube.com/watch?v=a">Video on YouTube</a></p>',
    ],
    ['<div data-html="iframe src=x">c</div>', '<div data-html="iframe src=x">c</div>'],
    ['<div data-oembed-url="https://youtu.be/a"></div>', '<p><a href="https://www.youtube.com/watch?v=a">Video on YouTube</a></p>'],
    [
      '<drupal-url data-embed-url="https://youtu.be/a"></drupal-url>',
      '<p><a href="https://www.youtube.com/watch?v=a">Video on YouTube</a></p>',
    ],
    ['<mux-player playback-id="a" metadata-video-title="The tide"></mux-player>', '<p><a href="https://player.mux.com/a">The tide</a></p>'],
    ['<mux-video playback-id="a"></mux-video>', '<p><a href="https://player.mux.com/a">Video on Mux</a></p>'],
    ['<hls-video src="https://e.org/a.m3u8" title="The tide"></hls-video>', '<p><a href="https://e.org/a.m3u8">The tide</a></p>'],
    [
      '<media-player title="The tide" src="https://e.org/a.mp4"></media-player>',
      '<video src="https://e.org/a.mp4" controls><a href="https://e.org/a.mp4">The tide</a></video>',
    ],
    [
      '<media-player title="The tide" src="youtube/a-b"></media-player>',
      '<p><a href="https://www.youtube.com/watch?v=a-b">The tide</a></p>',
    ],
    ['<media-player src="vimeo/1"></media-player>', '<p><a href="https://vimeo.com/1">Video on Vimeo</a></p>'],
    ['<wistia-player media-id="a"></wistia-player>', '<p><a href="https://fast.wistia.net/embed/iframe/a">Video on Wistia</a></p>'],
    [
      '<amp-dailymotion data-videoid="a"></amp-dailymotion>',
      '<p><a href="https://www.dailymotion.com/video/a">Video on Dailymotion</a></p>',
    ],
    [
      '<amp-facebook data-href="https://www.facebook.com/a/posts/1"></amp-facebook>',
      '<p><a href="https://www.facebook.com/a/posts/1">Post on Facebook</a></p>',
    ],
    [
      '<amp-iframe src="https://e.org/a"><p placeholder>Wait</p><span>The tide</span></amp-iframe>',
      '<p><a href="https://e.org/a">The tide</a></p>',
    ],
    ['<p><amp-iframe src="https://e.org/a"><p placeholder>Wait</p></amp-iframe>', '<p><a href="https://e.org/a">https://e.org/a</a></p>'],
    [
      '<amp-twitter data-tweetid="1"><blockquote placeholder>The tide is high</blockquote></amp-twitter>',
      '<p><a href="https://x.com/i/status/1">The tide is high</a></p>',
    ],
    ['<p class="codepen" data-slug-hash="abc" data-user="ada"></p>', '<p><a href="https://codepen.io/ada/pen/abc">Code on CodePen</a></p>'],
    [
      '<a data-pin-do="embedPin" href="https://www.pinterest.com/pin/1/"></a>',
      '<p><a href="https://www.pinterest.com/pin/1/">Post on Pinterest</a></p>',
    ],
    [
      '<div class="wistia_embed wistia_async_abc">&nbsp;</div>',
      '<p><a href="https://fast.wistia.net/embed/iframe/abc">Video on Wistia</a></p>',
    ],
    [
      '<script class="speakerdeck-embed" data-id="abc" src="//speakerdeck.com/assets/embed.js"></script>',
      '<p><a href="https://speakerdeck.com/player/abc">Slides on Speaker Deck</a></p>',
    ],
    ['<script src="//jsfiddle.net/ada/abc/embed/js/"></script>', '<p><a href="https://jsfiddle.net/ada/abc/">Code on JSFiddle</a></p>'],
    [
      '<script src="https://emgithub.com/embed-v2.js?target=https%3A%2F%2Fgithub.com%2Fa%2Fb%2Fblob%2Fmain%2Fx.js&amp;style=dark"></script>',
      '<p><a href="https://github.com/a/b/blob/main/x.js">https://github.com/a/b/blob/main/x.js</a></p>',
    ],
    [
      '<script data-telegram-post="ada/1" src="https://telegram.org/js/telegram-widget.js"></script>',
      '<p><a href="https://t.me/ada/1">Post on Telegram</a></p>',
    ],
    [
      '<div class="iframely-embed"><div class="iframely-responsive"><a href="https://example.org/z4" data-iframely-url="//cdn.iframe.ly/abc"></a></div></div>',
      '<div class="iframely-embed"><div class="iframely-responsive"><p><a href="https://example.org/z4">https://example.org/z4</a></p></div></div>',
    ],
    [
      '<a data-iframely-url="//cdn.iframe.ly/api/iframe?url=https%3A%2F%2Fvimeo.com%2F1"></a>',
      '<p><a href="https://vimeo.com/1">Video on Vimeo</a></p>',
    ],
    ['<a class="embedly-card" href="https://vimeo.com/1"></a>', '<p><a href="https://vimeo.com/1">Video on Vimeo</a></p>'],
    ['<blockquote class="imgur-embed-pub" data-id="a/xyz"></blockquote>', '<p><a href="https://imgur.com/a/xyz">Post on Imgur</a></p>'],
    [
      '<div class="typeform-widget" data-url="https://ada.typeform.com/to/x" title="A poll"></div>',
      '<p><a href="https://ada.typeform.com/to/x">A poll</a></p>',
    ],
    ['<div data-tf-widget="x" data-title="A poll"></div>', '<p><a href="https://form.typeform.com/to/x">A poll</a></p>'],
    [
      '<div class="flourish-embed" data-src="visualisation/1" aria-label="Waves"></div>',
      '<p><a href="https://public.flourish.studio/visualisation/1/">Waves</a></p>',
    ],
    [
      '<div class="strava-embed-placeholder" data-embed-type="activity" data-embed-id="1" title="A run"></div>',
      '<p><a href="https://www.strava.com/activities/1">A run</a></p>',
    ],
    [
      '<iframe data-cookieblock-src="https://vimeo.com/1" data-image="a.png"></iframe>',
      '<p><a href="https://vimeo.com/1">Video on Vimeo</a></p>',
    ],
  ])("are shown: %s", (html, expected) => {
    expect(plain(html)).toEqual({ html: expected, warnings: [] });
  });

  it.each([
    [
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@s/video/6718" data-video-id="6718"><section><a href="https://www.tiktok.com/@s?refer=embed">@s</a> words</section></blockquote>',
      '<a href="https://www.tiktok.com/@s/video/6718">Video on TikTok</a>',
    ],
    [
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Ab/?utm=1">By <a href="https://www.instagram.com/ada">Ada</a></blockquote>',
      '<a href="https://www.instagram.com/p/Ab/?utm=1">Post on Instagram</a>',
    ],
    [
      '<p class="codepen" data-slug-hash="abc" data-user="ada">By <a href="https://codepen.io/ada">Ada</a></p>',
      '<a href="https://codepen.io/ada/pen/abc">Code on CodePen</a>',
    ],
    [
      '<div class="youtube-player" data-id="abcdefghijk"><a href="https://e.org/">About</a></div>',
      `<a href="${watch}">Video on YouTube</a>`,
    ],
  ])("have a link to their page after other links: %s", (html, link) => {
    expect(plain(html).html).toContain(link);
  });

  it("keep their own picture before the link", () => {
    const noscript = '<noscript><img src="a.png" alt="A chart"></noscript>';
    expect(plain(`<div class="flourish-embed" data-src="visualisation/1">${noscript}</div>`).html).toContain(
      `${noscript}<p><a href="https://public.flourish.studio/visualisation/1/">A chart</a></p></div>`,
    );
  });

  it("keep their own text before the link", () => {
    expect(plain('<blockquote data-bluesky-uri="at://did:plc:a/app.bsky.feed.post/b"><p>Hi</p></blockquote>').html).toContain(
      '<p>Hi</p><p><a href="https://bsky.app/profile/did:plc:a/post/b">Post on Bluesky</a></p></blockquote>',
    );
  });

  it.each([
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/a/"><a href="https://www.instagram.com/p/a/">A post</a></blockquote>',
    '<div class="card" data-id="abcdefghijk">Words</div>',
    '<div class="fb-like" data-href="https://example.com/"></div>',
    '<a href="https://www.pinterest.com/pin/1/"></a>',
    '<a class="embedly-card" href="https://e.org/">A card</a>',
    '<a data-pin-do="embedPin" href="https://www.pinterest.com/pin/1/"><img src="a.png"></a>',
    '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@s/video/6718"><a href="https://www.tiktok.com/@s/video/6718?refer=embed">A video</a></blockquote>',
    '<p class="codepen" data-slug-hash="gfdDu" data-user="c">See <a href="http://codepen.io/c/details/gfdDu/">Flexbox</a></p>',
    '<div class="youtube-player" data-id="abcdefghijk"><a href="https://youtu.be/abcdefghijk">Watch</a></div>',
    '<blockquote data-text-post-permalink="https://www.threads.net/@ada/post/Abc"><a href="https://www.threads.net/@ada/post/Abc"> <b>View</b></a></blockquote>',
    '<blockquote class="imgur-embed-pub" data-id="a/xyz"><a href="//imgur.com/a/xyz">Two moons</a></blockquote>',
  ])("keep %s", (html) => {
    expect(plain(html).html).toBe(html);
  });

  it.each(["A title", "The Player", "A video"])("keep the title %j", (title) => {
    expect(meaningfulTitle(title)).toBe(title);
  });
});

describe("makePlain() and the twin of a frame in <noscript>", () => {
  const address = "https://www.youtube.com/embed/abc-_1";
  const frame = `<iframe src="${address}"></iframe>`;
  const link = '<p><a href="https://www.youtube.com/watch?v=abc-_1">Video on YouTube</a></p>';

  it.each([
    `<iframe data-lazy-src="${address}" src="about:blank"></iframe><noscript>${frame}</noscript>`,
    `<iframe data-src="${address}?feature=oembed"></iframe>\n<noscript>${frame}</noscript>`,
    `<noscript>${frame}</noscript><iframe data-src="${address}"></iframe>`,
    `<iframe src="about:blank"></iframe><noscript>${frame}</noscript>`,
    `<iframe loading="lazy" data-src="${address}">old</iframe><noscript>${frame}</noscript>`,
    `<lite-youtube videoid="abc-_1"></lite-youtube><noscript>${frame}</noscript>`,
    `<noscript>${frame}</noscript>`,
  ])("leaves one link of %s", async (html) => {
    const { content } = await compileOne(html, "2024-11-06-moon.html");
    expect(content.trim()).toBe(link);
  });

  it("leaves the links to other films, and text", async () => {
    const html = `<iframe data-src="https://vimeo.com/1"></iframe><noscript>${frame}</noscript><noscript>See ${frame}</noscript>`;
    const { content } = await compileOne(html, "2024-11-06-moon.html");
    expect(content.match(/<a /g)).toHaveLength(3);
    expect(content).toContain("See");
  });
});
