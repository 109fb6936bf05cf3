"""Prints as JSON the result of feedparser for the feed document on its standard input."""

import calendar
import html
import json
import sys

import feedparser

document = sys.stdin.buffer.read()
# Titles are those that a reader gets. The HTML is not yet sanitized by feedparser, so that it can be compared.
feed = feedparser.parse(document)
unchanged = feedparser.parse(document, sanitize_html=False, resolve_relative_uris=False)


def title_of(entry):
    # The caller of feedparser has to decode a title of the type HTML.
    title = entry.get("title", "")
    return html.unescape(title) if entry.get("title_detail", {}).get("type") == "text/html" and feed.version.startswith("atom") else title


def content_of(entry):
    contents = entry.get("content") or [entry.get("summary_detail", {})]
    return contents[0].get("value", "")


def number(text):
    return None if text is None else int(text)


json.dump(
    {
        "problem": str(feed.get("bozo_exception", "")),
        "title": feed.feed.get("title", ""),
        "entries": [
            {
                "id": entry.get("id", ""),
                "url": entry.get("link", ""),
                "title": title_of(entry),
                "authors": [author.get("name", "") for author in entry.get("authors", [])],
                "categories": [tag.get("term", "") for tag in entry.get("tags", [])],
                "content": content_of(raw),
                "summary": raw.get("summary", ""),
                "published": calendar.timegm(entry.published_parsed) if entry.get("published_parsed") else None,
                "updated": calendar.timegm(entry.updated_parsed) if "updated" in entry else None,
                "image": entry.get("media_thumbnail", [{}])[0].get("url"),
                "enclosures": [
                    {"url": file.get("href"), "type": file.get("type"), "length": number(file.get("length"))}
                    for file in entry.get("enclosures", [])
                ],
                "duration": number(entry.get("itunes_duration")),
                "episode": number(entry.get("itunes_episode")),
                "season": number(entry.get("itunes_season")),
                "episodeType": entry.get("itunes_episodetype"),
            }
            for entry, raw in zip(feed.entries, unchanged.entries)
        ],
    },
    sys.stdout,
)
