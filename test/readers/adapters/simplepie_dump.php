<?php
// Prints as JSON the result of SimplePie for the feed document on its standard input.

error_reporting(E_ALL & ~E_DEPRECATED); // Debian's SimplePie is older than its PHP
require getenv('SIMPLEPIE') ?: '/usr/share/php/simplepie/autoloader.php';

/** Replaces the date parser of Debian's SimplePie, which fails with Debian's PHP (a TypeError of implode). */
class Dates extends SimplePie_Parse_Date
{
    public function __construct()
    {
    }

    public static function get()
    {
        return new self();
    }

    public function parse($date)
    {
        return strtotime($date);
    }
}

$feed = new SimplePie();
$feed->get_registry()->register('Parse_Date', 'Dates');
$feed->set_raw_data(stream_get_contents(STDIN));
$feed->enable_cache(false);
$feed->set_stupidly_fast(true); // no sanitizing, so that the HTML can be compared
$feed->remove_div(true);
$feed->init();

/** SimplePie returns texts as HTML. */
function text($html)
{
    return $html === null ? null : html_entity_decode($html, ENT_QUOTES | ENT_HTML5, 'UTF-8');
}

/** Returns the URL of a file. Debian's SimplePie appends an empty query and fragment with Debian's PHP. */
function url($file)
{
    return preg_replace('/\??#$/', '', text($file->get_link()) ?? '');
}

/** Returns the enclosures with a URL. SimplePie adds one without, for the picture. */
function files($item)
{
    return array_values(array_filter($item->get_enclosures() ?? [], fn ($file) => !in_array(url($file), ['', '//'])));
}

/** Returns plain text in Atom, and HTML in RSS. */
function summary($item)
{
    $summary = $item->get_description(true) ?? '';
    return $item->get_feed()->get_type() & SIMPLEPIE_TYPE_ATOM_ALL ? text($summary) : $summary;
}

function entry($item)
{
    $files = files($item);
    return [
        'id' => $item->get_id(),
        'url' => text($item->get_permalink()),
        'title' => text($item->get_title()) ?? '',
        'authors' => array_map(fn ($author) => text($author->get_name()), $item->get_authors() ?? []),
        'categories' => array_map(fn ($category) => text($category->get_label()), $item->get_categories() ?? []),
        'content' => $item->get_content(),
        'summary' => summary($item),
        'published' => (int) $item->get_date('U'),
        'updated' => $item->get_updated_date('U'),
        'image' => text(($item->get_enclosures() ?? [null])[0]?->get_thumbnail()),
        'enclosures' => array_map(
            fn ($file) => [
                'url' => url($file),
                'type' => $file->get_type(),
                'length' => $file->get_length() === null ? null : (int) $file->get_length(),
            ],
            $files,
        ),
        'duration' => $files === [] ? null : $files[0]->get_duration(),
    ];
}

echo json_encode(
    ['problem' => $feed->error() ?? '', 'title' => text($feed->get_title()), 'entries' => array_map('entry', $feed->get_items())],
    JSON_THROW_ON_ERROR,
);
