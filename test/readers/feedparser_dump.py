"""Prints as JSON what feedparser makes of the feed document on its standard input."""

import calendar
import html
import json
import sys

import feedparser

document = sys.stdin.buffer.read()
# Titles come as a reader gets them; content as it was sent, before feedparser's own sanitizer has been through it.
feed = feedparser.parse(document)
unchanged = feedparser.parse(document, sanitize_html=False, resolve_relative_uris=False)


def title_of(entry):
    # feedparser leaves it to its caller to show a title as the type says that comes with it.
    title = entry.get("title", "")
    return html.unescape(title) if entry.get("title_detail", {}).get("type") == "text/html" and feed.version.startswith("atom") else title


def content_of(entry):
    contents = entry.get("content") or [entry.get("summary_detail", {})]
    return contents[0].get("value", "")


json.dump(
    {
        "bozo": bool(feed.bozo),
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
                "published": calendar.timegm(entry.published_parsed) if entry.get("published_parsed") else None,
            }
            for entry, raw in zip(feed.entries, unchanged.entries)
        ],
    },
    sys.stdout,
)
