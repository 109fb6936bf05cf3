"""Prints as JSON the articles in the newsboat cache that is named; with --read, marks them all as read."""

import json
import sqlite3
import sys

with sqlite3.connect(sys.argv[1]) as cache:
    if "--read" in sys.argv:
        cache.execute("UPDATE rss_item SET unread = 0")
    feeds = cache.execute("SELECT title FROM rss_feed").fetchall()
    items = cache.execute("SELECT guid, url, title, author, content, pubDate, enclosure_url, enclosure_type, unread FROM rss_item").fetchall()

names = ["id", "url", "title", "author", "content", "published", "enclosure", "enclosureType", "unread"]
json.dump({"titles": [title for (title,) in feeds], "entries": [dict(zip(names, item)) for item in items]}, sys.stdout)
